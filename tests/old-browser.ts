// The oldest browser that the kiosk is promised to run in, as a real program: Chromium 87 from the package registry (chrome-aws-lambda
// 5.4.0, Linux x64). Playwright attaches to it; of its own actions only those work that need no newer function in the page.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { browserArguments } from '../src/rendering/browser.ts';

const packed = join(import.meta.dirname, '../node_modules/chrome-aws-lambda/bin');
const unpacked = join(import.meta.dirname, '../.build/old-browser');

export const canRunOldBrowser = process.platform === 'linux' && process.arch === 'x64';

/** Path of the program, unpacked once, with the libraries that a bare system lacks beside it. */
async function program(): Promise<string> {
  const path = join(unpacked, 'chromium');
  if (existsSync(path)) return path;
  await mkdir(unpacked, { recursive: true });
  for (const name of ['aws', 'swiftshader']) {
    const archive = join(unpacked, `${name}.tar`);
    await writeFile(archive, brotliDecompressSync(await readFile(join(packed, `${name}.tar.br`))));
    execFileSync('tar', ['-xf', archive, '-C', unpacked]);
  }
  await writeFile(`${path}.new`, brotliDecompressSync(await readFile(join(packed, 'chromium.br'))));
  await chmod(`${path}.new`, 0o755);
  await rename(`${path}.new`, path);
  return path;
}

/** Starts it; `close` ends the program too. */
export async function oldBrowser(): Promise<{ browser: Browser; version: string; close(): Promise<void> }> {
  const args = [
    ...browserArguments,
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${join(unpacked, 'profile')}`,
    'about:blank',
  ];
  const child = spawn(await program(), args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LD_LIBRARY_PATH: join(unpacked, 'lib') },
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
      const found = /DevTools listening on ws:\/\/(\S+?)\//.exec(said)?.[1];
      if (found) resolve(`http://${found}`);
    });
    child.once('exit', () => reject(new Error(said)));
  });
  const browser = await chromium.connectOverCDP(address);
  return {
    browser,
    version: browser.version(),
    async close() {
      await browser.close();
      child.kill('SIGKILL');
    },
  };
}
