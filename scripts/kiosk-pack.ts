// `npm run kiosk:pack`: builds the kiosk's site and makes one signed archive of it, in a folder that can go on a web server or a USB
// stick as it is: archive, latest.json for machines that ask, the machine's program, the public key and the operators' guide.
import { spawnSync } from 'node:child_process';
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildFile } from '../src/integrations/build-id.ts';
import { type Manifest, manifestFile } from '../src/integrations/kiosk.ts';
import { sizeText } from '../src/views/wording.ts';
import { commandLine } from './command-line.ts';

const usage = `用法：npm run kiosk:pack [-- --out <文件夹>] [--key <私钥文件>] [--site <已生成的查询机网页>]
生成查询机网页，打成一个签过名的内容包，默认放在 artefacts/kiosk。整个文件夹可以放到网站上供查询机自动更新，也可以拷到 U 盘上安装。`;

interface Order {
  out: string;
  key: string;
  site?: string | undefined;
}

const machine = 'src/channels/kiosk/machine';
/** Runs inside the site, not on the machine. */
const inSite = ['service-worker.js'];

/** The county's key; made once, and from then on the one thing that must not get lost or out. */
async function privateKey(file: string): Promise<string> {
  if (!existsSync(file)) {
    const { privateKey: made } = generateKeyPairSync('ed25519');
    await writeFile(file, made.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    console.log(`新做了签名私钥 ${file}：请妥善备份，不要外传，以后每次打包都用它。`);
  }
  await chmod(file, 0o600);
  return readFile(file, 'utf8');
}

/** One file that proves itself: a first line, the signature of the rest, and the rest: names, sizes, hashes, then the files. */
async function archiveOf(site: string, key: string): Promise<{ release: string; archive: Buffer }> {
  const manifestText = await readFile(join(site, manifestFile), 'utf8');
  const { release, files } = JSON.parse(manifestText) as Manifest;
  const paths = [...Object.keys(files), buildFile, manifestFile];
  const contents = await Promise.all(paths.map((path) => readFile(join(site, path))));
  const rows = paths.map((path, index) => {
    const content = contents[index] as Buffer;
    return [path, content.length, createHash('sha256').update(content).digest('hex')];
  });
  const body = brotliCompressSync(Buffer.concat([Buffer.from(`${JSON.stringify({ release, files: rows })}\n`), ...contents]), {
    // A window as large as the format has: pages of one county are much alike, however far apart they lie.
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
  });
  const signature = sign(null, body, createPrivateKey(key)).toString('base64');
  return { release, archive: Buffer.concat([Buffer.from(`five-disclosures-kiosk 1\n${signature}\n`), body]) };
}

async function put(file: string, content: string | Buffer): Promise<void> {
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
}

async function main(values: Order): Promise<void> {
  const site = resolve(values.site ?? '.build/kiosk');
  if (values.site === undefined) {
    const { status } = spawnSync(process.execPath, ['scripts/build.ts', '--channel', 'kiosk', '--out', site], { stdio: 'inherit' });
    if (status !== 0) throw new Error('没有生成内容包，原有的内容包没有改动。');
  }
  const out = resolve(values.out);
  await mkdir(out, { recursive: true });
  const key = await privateKey(resolve(values.key));
  const { release, archive } = await archiveOf(site, key);
  const file = `${release}.kiosk`;
  await put(join(out, file), archive);
  await put(join(out, 'key.pem'), createPublicKey(key).export({ type: 'spki', format: 'pem' }) as string);
  for (const name of await readdir(machine)) if (!inSite.includes(name)) await copyFile(join(machine, name), join(out, name));
  await copyFile('docs/kiosk.md', join(out, '安装说明.md'));
  // Last: whoever reads it finds everything else in place.
  await put(join(out, 'latest.json'), `${JSON.stringify({ release, file })}\n`);
  for (const name of await readdir(out)) if (name.endsWith('.kiosk') && name !== file) await rm(join(out, name));
  console.log(`内容包 ${file}，${sizeText(archive.length)}，在 ${out}`);
}

const given = commandLine(usage, {
  out: { type: 'string', default: 'artefacts/kiosk' },
  key: { type: 'string', default: 'kiosk-private-key.pem' },
  site: { type: 'string' },
});
if (given)
  await main(given.values).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
