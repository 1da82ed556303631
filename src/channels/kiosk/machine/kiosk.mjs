#!/usr/bin/env node
// @ts-check
// Runs on the lobby machine itself, without the rest of the project: one file, no dependency, Node 18 or later.
// install  an archive made by `npm run kiosk:pack`: its signature and every file are verified before anything is put in place
// serve    the site on 127.0.0.1, asking a folder or an address for newer archives; new content is shown when the attract screen asks
// rollback to the release before;  status  what is there
//
// A release is a folder that is renamed into place when it is whole and on the disk. One small file, `current`, names the release that
// is shown; it is replaced by a rename, last of all. So a cut at any moment leaves a whole old or a whole new site.
import { createHash, verify } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const magic = 'five-disclosures-kiosk 1\n';
/** More than any county has; an archive that unpacks to more is refused. Unit: bytes. */
const mostBytes = 2 ** 31 - 1;
/** Files written at the same time. */
const together = 8;

const usage = `用法：
  node kiosk.mjs install <内容包.kiosk> [--root <文件夹>] [--key <公钥>] [--now]
      验证签名和每个文件后装好；查询机正在使用时，等没有人用了再换上。--now：马上换上
  node kiosk.mjs serve [--root <文件夹>] [--port 8080] [--from <网址或文件夹>] [--every 10]
      在 127.0.0.1 提供查询页面；写了 --from，每隔几分钟看有没有新的内容包
  node kiosk.mjs rollback [--root <文件夹>]      换回上一版
  node kiosk.mjs status [--root <文件夹>]        现在是哪一版、有没有等着换上的
文件夹默认是 kiosk.mjs 旁边的 data。第一次安装要有公钥文件 key.pem（和内容包在一起）。`;

/** Something the operator can put right; the message says what. */
class Refused extends Error {}

const sha256 = (/** @type {Uint8Array} */ bytes) => createHash('sha256').update(bytes).digest('hex');

/** A path inside the site: no way up, no absolute path, no device. @param {string} path */
const isInside = (path) =>
  /^[^\\:]+$/.test(path) && !path.startsWith('/') && path.split('/').every((part) => !['', '.', '..'].includes(part));

/** Renames survive a power cut only once their folder is on the disk; not every system can do that. @param {string} folder */
async function syncFolder(folder) {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {}
}

/** @param {string} file @param {string | Uint8Array} content */
async function writeSynced(file, content) {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces a small file whole. @param {string} file @param {string} content */
async function replace(file, content) {
  await writeSynced(`${file}.new`, content);
  await rename(`${file}.new`, file);
  await syncFolder(dirname(file));
}

/** @template T @param {readonly T[]} items @param {(item: T) => Promise<void>} work */
async function inParallel(items, work) {
  const queue = [...items];
  const next = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: together }, next));
}

/** The releases under a folder. @param {string} root */
function releases(root) {
  const folder = (/** @type {string} */ id) => join(root, 'releases', id);
  const pointer = async (/** @type {string} */ name) => (await readFile(join(root, name), 'utf8').catch(() => '')).trim() || null;
  const point = (/** @type {string} */ name, /** @type {string} */ id) => replace(join(root, name), `${id}\n`);
  const forget = (/** @type {string} */ name) => rm(join(root, name), { force: true });

  /** Whether every file of a release is as it was made. @param {string} id */
  async function isWhole(id) {
    try {
      /** @type {{ release: string, files: Record<string, string> }} */
      const manifest = JSON.parse(await readFile(join(folder(id), 'manifest.json'), 'utf8'));
      if (manifest.release !== id) return false;
      let whole = true;
      await inParallel(Object.entries(manifest.files), async ([path, hash]) => {
        if (whole && sha256(await readFile(join(folder(id), path))) !== hash) whole = false;
      });
      return whole;
    } catch {
      return false;
    }
  }

  /** Shows a release; the one before is kept, older ones go. @param {string} id */
  async function take(id) {
    const before = await pointer('current');
    if (before && before !== id) await point('previous', before);
    await point('current', id);
    if ((await pointer('staged')) === id) await forget('staged');
    const kept = [id, await pointer('previous'), await pointer('staged')];
    for (const name of await readdir(join(root, 'releases')))
      if (!kept.includes(name) && !name.endsWith('.part')) await rm(folder(name), { recursive: true, force: true });
  }

  return { folder, pointer, point, forget, isWhole, take };
}

/** The parts of an archive whose signature is right. Throws Refused. @param {Uint8Array} archive @param {string} key */
async function opened(archive, key) {
  const bytes = Buffer.from(archive);
  if (bytes.subarray(0, magic.length).toString() !== magic) throw new Refused('这个文件不是查询机的内容包');
  const end = bytes.indexOf('\n', magic.length);
  const signature = Buffer.from(bytes.subarray(magic.length, end).toString(), 'base64');
  const body = bytes.subarray(end + 1);
  if (end < 0 || !verify(null, body, key, signature)) throw new Refused('内容包的签名不对：传输中损坏，或者不是本县制作的');
  const content = await promisify(brotliDecompress)(body, { maxOutputLength: mostBytes });
  const headEnd = content.indexOf('\n');
  /** @type {{ release: string, files: [path: string, size: number, hash: string][] }} */
  const head = JSON.parse(content.subarray(0, headEnd).toString());
  let at = headEnd + 1;
  const files = head.files.map(([path, size, hash]) => {
    const data = content.subarray(at, at + size);
    at += size;
    if (!isInside(path) || sha256(data) !== hash) throw new Refused(`内容包里的文件不对：${path}`);
    return { path, data };
  });
  if (!/^[0-9a-f]{16}$/.test(head.release) || at !== content.length) throw new Refused('内容包不完整');
  return { release: head.release, files };
}

/** Puts an archive's release in place beside the others, whole or not at all. Answers its id. @param {string} root @param {Uint8Array} archive */
async function stage(root, archive) {
  const { folder, point, pointer, isWhole } = releases(root);
  const key = await readFile(join(root, 'key.pem'), 'utf8').catch(() => {
    throw new Refused(`没有公钥 ${join(root, 'key.pem')}，不能验证内容包；第一次安装请加 --key <公钥文件>`);
  });
  const { release, files } = await opened(archive, key);
  if (!(await isWhole(release))) {
    const part = `${folder(release)}.part`;
    await rm(part, { recursive: true, force: true });
    const folders = new Set(files.map(({ path }) => dirname(join(part, path))));
    for (const name of folders) await mkdir(name, { recursive: true });
    await inParallel(files, ({ path, data }) => writeSynced(join(part, path), data));
    for (const name of [...folders, part]) await syncFolder(name);
    await rm(folder(release), { recursive: true, force: true });
    await rename(part, folder(release));
    await syncFolder(join(root, 'releases'));
  }
  if ((await pointer('current')) !== release) await point('staged', release);
  return release;
}

/** The release to begin with: what waited, as nobody is looking yet; otherwise the last one that is whole. @param {string} root */
async function first(root) {
  const { pointer, isWhole, take, forget } = releases(root);
  const all = await readdir(join(root, 'releases')).catch(() => /** @type {string[]} */ ([]));
  for (const name of all.filter((file) => file.endsWith('.part'))) await rm(join(root, 'releases', name), { recursive: true, force: true });
  const wished = [await pointer('staged'), await pointer('current'), await pointer('previous'), ...all];
  for (const id of wished) {
    if (!id || !(await isWhole(id))) continue;
    if (id !== (await pointer('current'))) await take(id);
    return id;
  }
  await forget('staged');
  return null;
}

const types = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
});

const log = (/** @type {string} */ line) => console.log(`${new Date().toISOString()}  ${line}`);

/** Bytes of `name` below a folder or an address. @param {string} from @param {string} name */
async function fetched(from, name) {
  if (!/^https?:/.test(from)) return readFile(join(from, name));
  const response = await fetch(new URL(name, from.replace(/\/?$/, '/')), { cache: 'no-store' });
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Asks once for a newer archive. @param {string} root @param {string} from */
async function update(root, from) {
  const { pointer } = releases(root);
  try {
    /** @type {{ release: string, file: string }} */
    const { release, file } = JSON.parse(Buffer.from(await fetched(from, 'latest.json')).toString());
    if (![await pointer('current'), await pointer('staged')].includes(release)) {
      await stage(root, await fetched(from, file));
      log(`收到新内容 ${release}，没有人使用时换上`);
    }
    await replace(join(root, 'reached'), `${Date.now()}\n`);
  } catch (error) {
    log(`没有取得更新（${error instanceof Error ? error.message : error}），继续用现有内容`);
  }
}

/** @param {string} root @param {{ port: number, from: string | undefined, every: number }} options */
async function serve(root, { port, from, every }) {
  const { pointer, take, isWhole, forget, folder } = releases(root);
  let shown = await first(root);
  if (!shown) throw new Refused('还没有内容，请先安装内容包：node kiosk.mjs install <内容包.kiosk> --key key.pem');

  /** @param {number} status @param {unknown} answer @param {import('node:http').ServerResponse} response */
  const json = (status, answer, response) => response.writeHead(status, { 'content-type': types['.json'] }).end(JSON.stringify(answer));

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async function respond(request, response) {
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-content-type-options', 'nosniff');
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/machine/state') {
      const reached = Number(await pointer('reached')) || (await stat(join(root, 'current'))).mtimeMs;
      const unreached = from === undefined ? null : Math.floor((Date.now() - reached) / 86_400_000);
      return json(200, { release: shown, staged: await pointer('staged'), unreached }, response);
    }
    if (pathname === '/machine/take' && request.method === 'POST') {
      const staged = await pointer('staged');
      if (!staged || !(await isWhole(staged))) {
        await forget('staged');
        return json(409, { release: shown }, response);
      }
      await take(staged);
      shown = staged;
      log(`换上 ${staged}`);
      return json(200, { release: shown }, response);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
    const path = decodeURIComponent(pathname).slice(1);
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const place = isInside(file) ? join(folder(/** @type {string} */ (shown)), file) : '';
    const found = place ? await stat(place).catch(() => undefined) : undefined;
    // A page that is not there has no depth, so the page that says so is asked for at its own address.
    if (!found?.isFile() && extname(file) === '.html' && file !== '404.html')
      return response.writeHead(302, { location: '/404.html' }).end();
    if (!found?.isFile()) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-length': found.size });
    if (request.method === 'HEAD') return response.end();
    return createReadStream(place).pipe(response);
  }

  createServer((request, response) => {
    respond(request, response).catch((error) => {
      log(String(error));
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  }).listen(port, '127.0.0.1', () => log(`查询页面在 http://127.0.0.1:${port}/ ，内容 ${shown}`));

  if (from === undefined) return;
  for (;;) {
    await update(root, from);
    // Not all machines of a county at the same minute.
    await new Promise((next) => setTimeout(next, every * 60_000 * (0.8 + 0.4 * Math.random())));
  }
}

function given() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        root: { type: 'string', default: join(dirname(resolve(process.argv[1] ?? '.')), 'data') },
        key: { type: 'string' },
        now: { type: 'boolean', default: false },
        port: { type: 'string', default: '8080' },
        from: { type: 'string' },
        every: { type: 'string', default: '10' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch {
    throw new Refused(`命令写得不对。\n${usage}`);
  }
}

async function main() {
  const { values, positionals } = given();
  const [command, archive = ''] = positionals;
  const root = resolve(values.root);
  const { pointer, take, isWhole } = releases(root);
  if (values.help || command === undefined) return console.log(usage);
  if (command === 'install') {
    if (!archive) throw new Refused(`没有写内容包文件\n${usage}`);
    if (!existsSync(archive)) throw new Refused(`没有文件 ${archive}`);
    await mkdir(join(root, 'releases'), { recursive: true });
    const beside = join(dirname(resolve(archive)), 'key.pem');
    const key = values.key ?? (existsSync(join(root, 'key.pem')) ? undefined : existsSync(beside) ? beside : undefined);
    if (key) await copyFile(key, join(root, 'key.pem'));
    const release = await stage(root, await readFile(archive));
    const atOnce = values.now || !(await pointer('current'));
    if (atOnce) await take(release);
    return console.log(atOnce ? `已装好并换上 ${release}` : `已装好 ${release}，没有人使用时换上`);
  }
  if (command === 'serve') {
    await mkdir(join(root, 'releases'), { recursive: true });
    return serve(root, { port: Number(values.port), from: values.from, every: Number(values.every) });
  }
  if (command === 'rollback') {
    const previous = await pointer('previous');
    if (!previous || !(await isWhole(previous))) throw new Refused('没有可以换回的上一版');
    await take(previous);
    return console.log(`已换回 ${previous}；请重新启动查询页面`);
  }
  if (command === 'status')
    return console.log(
      `现在：${(await pointer('current')) ?? '无'}\n等着换上：${(await pointer('staged')) ?? '无'}\n上一版：${(await pointer('previous')) ?? '无'}`,
    );
  throw new Refused(`不认识“${positionals.join(' ')}”\n${usage}`);
}

main().catch((error) => {
  console.error(error instanceof Refused || error?.code === 'ENOENT' ? error.message : error);
  process.exitCode = 1;
});
