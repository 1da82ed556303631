// Finds the Chromium that prints, photographs and tests built pages: named by BROWSER_PATH, installed on the system, or the one that
// came by npm.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** No service of a browser maker is asked for anything; the sandbox needs rights that a container often lacks. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Without a Chinese font every character is invisible and no overflow can be seen; neither the npm browser nor a bare system brings one. */
function useChineseFont(): void {
  const folder = join(import.meta.dirname, '../../.build/fonts');
  mkdirSync(folder, { recursive: true });
  const fonts = join(import.meta.dirname, '../../node_modules/@embedpdf/fonts-sc/fonts');
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir><dir>${fonts}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  );
  process.env['FONTCONFIG_PATH'] = folder;
}

/** A browser of the system, which finds the fonts of the system, if there is a Chinese one among them. */
function withChineseFont(path: string): string {
  if (process.platform === 'linux' && !spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim()) useChineseFont();
  return path;
}

/** The headless browser that comes by npm, unpacked. Makes the package unpack the libraries that a bare system lacks as well. */
async function packagedBrowser(): Promise<string> {
  useChineseFont();
  // Must be set before the package is loaded.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  packaged.setGraphicsMode = false;
  return packaged.executablePath();
}

const hasPackaged = process.platform === 'linux' && process.arch === 'x64';

/** The browser for paper: PRINT_BROWSER, else the packaged one (its version is locked, so bytes are the same everywhere), else any. */
export async function findPrintBrowser(): Promise<string> {
  const named = process.env['PRINT_BROWSER'];
  if (named && !isExecutable(named)) throw new Error(`环境变量 PRINT_BROWSER 指向的浏览器 ${named} 不能运行`);
  return named ?? (hasPackaged ? packagedBrowser() : findBrowser());
}

/** Path of the browser's program. Throws with what to do when there is none. */
export async function findBrowser(): Promise<string> {
  const named = process.env['BROWSER_PATH'];
  if (named) {
    if (isExecutable(named)) return withChineseFont(named);
    throw new Error(`环境变量 BROWSER_PATH 指向的浏览器 ${named} 不能运行`);
  }
  const installed = systemBrowsers.find((path) => existsSync(path) && isExecutable(path));
  if (installed) return withChineseFont(installed);
  if (hasPackaged) return packagedBrowser();
  throw new Error('找不到浏览器：请安装 Chromium 或 Chrome，或者用环境变量 BROWSER_PATH 指明它的位置');
}
