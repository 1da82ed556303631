// New content at a lobby machine: taken while nobody is there, whole or not at all, and read without a network.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { machineWith, release, run } from '../kiosk-archives.ts';

const [oldTitle, newTitle] = ['小样县权力公开平台', '小样县权力公开平台（新）'];

test('a machine shows new content by itself on the attract screen, and never to somebody in the middle of reading', async ({ page }) => {
  const [old, fresh] = [await release('old'), await release('new')];
  const machine = await machineWith(old);
  const server: ChildProcess = spawn(process.execPath, ['kiosk.mjs', 'serve', '--port', '4411'], {
    cwd: machine,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(server.stdout as NodeJS.ReadableStream, 'data');
  try {
    await page.clock.install();
    await page.goto('http://127.0.0.1:4411/attract/');
    await page.locator('#start').click();
    await page.locator('.tiles a[href$="powers/"]').click();
    await page.waitForURL(/\/powers\/$/);
    await run(join(machine, 'kiosk.mjs'), ['install', fresh.archive]);
    await page.clock.runFor(50_000);
    await page.locator('.records a').first().click();
    // The next page is there with its script: from now on it counts.
    await page.waitForURL(/\/powers\/[^/]+\/$/);
    await expect(page.locator('.kiosk-name b')).toHaveText(oldTitle);
    // Nobody touches it any more; asked for, the attract screen takes what lies ready.
    await page.clock.runFor(81_000);
    await expect(page).toHaveURL(/\/attract\/$/);
    await expect(page.locator('.attract-name b')).toHaveText(newTitle);
    await page.locator('#start').click();
    await expect(page.locator('.kiosk-name b')).toHaveText(newTitle);
  } finally {
    server.kill('SIGKILL');
    await rm(machine, { recursive: true });
  }
});

const types: Record<string, string> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json' };

/** The address where the site lies, under a path, for boxes that can only open one. */
class Host {
  site = '';
  /** Answers after which the line goes dead. */
  left = Number.POSITIVE_INFINITY;
  readonly server: Server = createServer(async ({ url = '/', socket }, response) => {
    this.left -= 1;
    if (this.left < 0) return void socket.destroy();
    const path = new URL(url, 'http://localhost').pathname.replace(/^\/zw\/kiosk\//, '');
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const body = await readFile(join(this.site, file)).catch(() => undefined);
    if (!body) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(body);
  });
  async open(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/zw/kiosk/`;
  }
}

/** Which release the browser's own store shows, and whether every file of it is there. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const notes = await caches.open('notes');
    const shown = await (await notes.match('/shown'))?.text();
    if (!shown) return undefined;
    const manifest = await (await notes.match(`/manifest-${shown}`))?.json();
    const store = await caches.open(`site-${shown}`);
    const root = new URL(document.body.dataset['root'] ?? './', location.href);
    for (const file of Object.keys(manifest.files)) if (!(await store.match(new URL(file, root)))) return 'half';
    return shown;
  });

test('where only an address can be opened, the browser keeps the whole site, takes a new one whole, and reads it with the network cut', async ({
  page,
}) => {
  const [old, fresh] = [await release('old'), await release('new')];
  const host = new Host();
  host.site = old.site;
  const address = await host.open();
  await page.goto(`${address}attract/`);
  await expect.poll(() => stored(page).catch(() => undefined), { timeout: 30_000 }).toBe(old.id);

  host.site = fresh.site;
  for (const cut of [3, 12, 20, 8, 10]) {
    host.left = cut;
    await page.goto(`${address}attract/`);
    await expect.poll(() => host.left, { timeout: 30_000 }).toBeLessThan(0);
    await expect(page.locator('.attract-name b')).toHaveText(oldTitle);
    expect(await stored(page)).toBe(old.id);
  }
  host.left = Number.POSITIVE_INFINITY;
  await page.goto(`${address}attract/`);
  await expect.poll(() => stored(page).catch(() => undefined), { timeout: 30_000 }).toBe(fresh.id);
  await expect(page.locator('.attract-name b')).toHaveText(newTitle);

  host.server.closeAllConnections();
  await new Promise((closed) => host.server.close(closed));
  await page.goto(`${address}attract/`);
  await page.locator('#start').click();
  await page.getByRole('link', { name: '按拼音首字母查' }).click();
  for (const letter of 'DB') await page.getByRole('button', { name: letter, exact: true }).click();
  await page.locator('#hits a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('最低生活保障');
  await expect(page.locator('.kiosk-name b')).toHaveText(newTitle);
});
