// The kiosk's site and the machine's own program, as files and as processes: what is packed, what is refused, and that a machine cut off
// at any moment shows a whole site, old or new.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { canary } from '../county.ts';
import { machineWith, makeArchives, type Release, release, run } from '../kiosk-archives.ts';
import { brokenLinks, readSite } from '../links.ts';

const project = join(import.meta.dirname, '../..');
const site = join(project, '.build/kiosk');

let [old, fresh]: Release[] = [];

beforeAll(async () => {
  await run('scripts/build.ts', ['--channel', 'kiosk', '--out', site], { CONTENT_DIR: 'content' });
  await makeArchives();
  [old, fresh] = [await release('old'), await release('new')];
}, 600_000);

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('every link of the kiosk holds, and every page has the frame', async () => {
  const built = await readSite(site);
  expect(brokenLinks(built)).toEqual([]);
  for (const [page, html] of built.pages)
    if (page !== 'attract/index.html') expect(html, page).toMatch(/<html [^>]*data-channel="kiosk"[\s\S]*class="kiosk-bar"/);
});

test('nothing withheld or withdrawn is in any file of the kiosk, the names for the pad included', async () => {
  const { files } = await readSite((old as Release).site);
  expect(files.has('kiosk/titles.json')).toBe(true);
  for (const file of files) expect((await readFile(join((old as Release).site, file), 'utf8')).includes(canary), file).toBe(false);
});

test('one style sheet serves all pages, and holds nothing that Chromium 87 would drop', async () => {
  const [sheet, ...others] = (await readdir(join(site, '_astro'))).filter((file) => file.endsWith('.css'));
  expect(others).toEqual([]);
  expect((await readFile(join(site, '_astro', sheet ?? ''), 'utf8')).match(/@layer|:is\(|:where\(|@container style/g)).toBeNull();
});

describe('an archive is refused, and what is installed stays,', () => {
  const spoilt: [string, (bytes: Buffer) => Buffer][] = [
    ['when one byte was changed', (bytes) => Buffer.from(bytes.with(randomInt(200, bytes.length), 0x55))],
    ['when it was cut short', (bytes) => bytes.subarray(0, -1)],
    ['when it is something else', () => Buffer.from('PK\u0003\u0004 something else')],
    ['when it is empty', () => Buffer.alloc(0)],
  ];
  for (const [when, spoil] of spoilt) {
    test(when, async () => {
      const machine = await machineWith(old as Release);
      const archive = join(machine, 'spoilt.kiosk');
      await writeFile(archive, spoil(await readFile((fresh as Release).archive)));
      const refused = await run(join(machine, 'kiosk.mjs'), ['install', archive]).catch((error) => error);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toMatch(/内容包/);
      expect((await run(join(machine, 'kiosk.mjs'), ['status'])).stdout).toContain(`现在：${old?.id}\n等着换上：无`);
      expect(await readdir(join(machine, 'data/releases'))).toEqual([old?.id]);
      await rm(machine, { recursive: true });
    });
  }

  test('when it was signed by somebody else', async () => {
    const machine = await machineWith(old as Release);
    const elsewhere = await mkdtemp(join(tmpdir(), 'elsewhere-'));
    await run('scripts/kiosk-pack.ts', ['--site', fresh?.site ?? '', '--out', elsewhere, '--key', join(elsewhere, 'other.pem')]);
    const refused = await run(join(machine, 'kiosk.mjs'), ['install', join(elsewhere, `${fresh?.id}.kiosk`)]).catch((error) => error);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('签名不对')]);
    await Promise.all([machine, elsewhere].map((folder) => rm(folder, { recursive: true })));
  });
});

test('the machine’s program answers a slip with its usage, and makes no folder for it', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'slips-'));
  const program = join(project, 'src/channels/kiosk/machine/kiosk.mjs');
  const root = join(empty, 'data');
  for (const [given, answer] of [
    [['--nothing'], '命令写得不对'],
    [['instal'], '不认识“instal”'],
    [['install'], '没有写内容包文件'],
    [['install', 'nothing.kiosk'], '没有文件 nothing.kiosk'],
  ] as const) {
    const refused = await run(program, ['--root', root, ...given]).catch((error) => error);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining(answer)]);
    expect(refused.stderr).not.toMatch(/ {4}at /);
  }
  await run(program, ['--root', root, '--help']);
  expect(await readdir(empty)).toEqual([]);
  await rm(empty, { recursive: true });
});

/** The machine's server as a process; `address` once it answers. */
async function serving(machine: string, from?: string): Promise<{ process: ChildProcess; address: string }> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['kiosk.mjs', 'serve', '--port', String(port), ...(from ? ['--from', from, '--every', '0.005'] : [])],
    {
      cwd: machine,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return { process: child, address: `http://127.0.0.1:${port}` };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** What the screen would show now, every file of it: the release, if all of it is one. */
async function served(address: string): Promise<string | undefined> {
  const { release: id } = (await (await fetch(`${address}/machine/state`)).json()) as { release: string };
  const { files } = [old, fresh].find((known) => known?.id === id) as Release;
  for (const [file, hash] of Object.entries(files)) {
    const response = await fetch(`${address}/${file}`);
    if (!response.ok || sha256(new Uint8Array(await response.arrayBuffer())) !== hash) return undefined;
  }
  return id;
}

/** Where archives come from, in drops, so that a cut finds something to cut. `cutAfter`: bytes after which the line goes dead. */
async function source(pack: string, cutAfter = Number.POSITIVE_INFINITY) {
  const sockets = new Set<Socket>();
  let sent = 0;
  const server = createServer(async ({ url = '', socket }, response) => {
    const body = await readFile(join(pack, url.slice(1))).catch(() => undefined);
    if (!body) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-length': body.length });
    for (let at = 0; at < body.length; at += 2048) {
      if (sent >= cutAfter) return void socket.destroy();
      sent += 2048;
      response.write(body.subarray(at, at + 2048));
      await new Promise(setImmediate);
    }
    response.end();
  }).listen(0, '127.0.0.1');
  server.on('connection', (socket) => sockets.add(socket));
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** The attract screen asks again and again, as its page does, until the new release is shown or the machine is gone. */
async function attract(address: string, until: string, alive: () => boolean): Promise<void> {
  while (alive()) {
    const state = await fetch(`${address}/machine/state`)
      .then((response) => response.json() as Promise<{ release: string; staged: string | null }>)
      .catch(() => undefined);
    if (state?.release === until) return;
    if (state?.staged) await fetch(`${address}/machine/take`, { method: 'POST' }).catch(() => undefined);
    await new Promise(setImmediate);
  }
}

const updated = async (machine: string, from: string): Promise<number> => {
  const { process: child, address } = await serving(machine, from);
  const started = performance.now();
  await attract(address, fresh?.id ?? '', () => true);
  const took = performance.now() - started;
  expect(await served(address)).toBe(fresh?.id);
  await end(child);
  return took;
};

test('killed at 20 moments of an update, a machine comes back with a whole site, old or new, and then updates', async () => {
  const from = await source(fresh?.pack ?? '');
  const whole = await machineWith(old as Release);
  const took = await updated(whole, from.address);
  const shown: (string | undefined)[] = [];
  for (let moment = 0; moment < 20; moment++) {
    const machine = await machineWith(old as Release);
    const { process: child, address } = await serving(machine, from.address);
    // Spread over the update and as long again, as no two take the same time; a process has no clock to fake.
    const killing = new Promise<void>((resolve) => setTimeout(() => end(child).then(resolve), (took * (moment + Math.random())) / 10));
    await Promise.all([killing, attract(address, fresh?.id ?? '', () => child.signalCode === null && child.exitCode === null)]);
    const again = await serving(machine);
    shown.push(await served(again.address));
    await end(again.process);
    if (moment % 5 === 0) await updated(machine, from.address);
    await rm(machine, { recursive: true });
  }
  expect(shown.every((id) => id === old?.id || id === fresh?.id)).toBe(true);
  // Some were killed before it was over, some after.
  expect(new Set(shown).size).toBe(2);
  from.close();
  await rm(whole, { recursive: true });
}, 300_000);

test('with the line cut at 20 places of an archive, a machine keeps what it has and takes the new one when the line is back', async () => {
  const { length } = await readFile(fresh?.archive ?? '');
  const machine = await machineWith(old as Release);
  for (let moment = 0; moment < 20; moment++) {
    const from = await source(fresh?.pack ?? '', randomInt(1, length));
    const { process: child, address } = await serving(machine, from.address);
    const said: string[] = [];
    child.stdout?.on('data', (data) => said.push(String(data)));
    while (!said.join('').includes('没有取得更新')) await new Promise(setImmediate);
    expect(await served(address)).toBe(old?.id);
    await end(child);
    from.close();
  }
  const from = await source(fresh?.pack ?? '');
  await updated(machine, from.address);
  from.close();
  await rm(machine, { recursive: true });
}, 300_000);

test('a file of the site damaged on the disk brings the release before back', async () => {
  const machine = await machineWith(old as Release);
  await run(join(machine, 'kiosk.mjs'), ['install', fresh?.archive ?? '', '--now']);
  await writeFile(join(machine, 'data/releases', fresh?.id ?? '', 'index.html'), 'half');
  const { process: child, address } = await serving(machine);
  expect(await served(address)).toBe(old?.id);
  await end(child);
  await rm(machine, { recursive: true });
});

test('an operator can go back to the release before, and a stick is installed while the machine is in use', async () => {
  const machine = await machineWith(old as Release);
  const { process: child, address } = await serving(machine);
  const stick = await mkdtemp(join(tmpdir(), 'stick-'));
  await cp(fresh?.pack ?? '', stick, { recursive: true });
  const { stdout } = await run(join(machine, 'kiosk.mjs'), ['install', join(stick, `${fresh?.id}.kiosk`)]);
  expect(stdout).toContain('没有人使用时换上');
  expect(await served(address)).toBe(old?.id);
  expect((await fetch(`${address}/machine/take`, { method: 'POST' })).ok).toBe(true);
  expect(await served(address)).toBe(fresh?.id);
  await run(join(machine, 'kiosk.mjs'), ['rollback']);
  await end(child);
  const back = await serving(machine);
  expect(await served(back.address)).toBe(old?.id);
  await end(back.process);
  await Promise.all([machine, stick].map((folder) => rm(folder, { recursive: true })));
});

test('the server gives nothing but the site', async () => {
  const machine = await machineWith(old as Release);
  const { process: child, address } = await serving(machine);
  for (const path of ['/..%2f..%2fkey.pem', '/%2e%2e/%2e%2e/key.pem', '/releases/', '/..%5c..%5ckey.pem', '/%00', '/powers'])
    expect([302, 404]).toContain((await fetch(address + path, { redirect: 'manual' })).status);
  expect((await fetch(`${address}/`, { method: 'POST' })).status).toBe(405);
  await end(child);
  await rm(machine, { recursive: true });
});
