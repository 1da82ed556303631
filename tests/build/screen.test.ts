// Screens of the small county, from the real build and the real command: pages that stand by themselves, pictures at the panel's own
// pixels, texts that other machines read, and nothing half-written.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserArguments, findBrowser } from '../../src/rendering/browser.ts';
import { builtSite, openBuiltSite } from '../../src/rendering/built-site.ts';
import { canary, type Damage, playlist, withDamage } from '../county.ts';
import { readSite } from '../links.ts';
import { wholeRound } from '../screen.ts';

const run = promisify(execFile);
const project = join(import.meta.dirname, '../..');

/** A command of this project on the small county with a playlist. */
const command = (script: string, args: string[], ...damage: Damage[]) =>
  withDamage([playlist, ...damage], async (content) => {
    const env = { ...process.env, CONTENT_DIR: content };
    try {
      const { stdout, stderr } = await run(process.execPath, [`scripts/${script}.ts`, ...args], { cwd: project, env });
      return { code: 0, said: stdout + stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, said: stdout + stderr };
    }
  });

let root = '';
let out = '';
let site = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'screen-'));
  out = join(root, 'stills');
  site = join(root, 'site');
  for (const [script, folder] of [
    ['stills', out],
    ['build', site],
  ] as const) {
    const { code, said } = await command(script, ['--out', folder]);
    if (code !== 0) throw new Error(said);
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

const text = async (file: string, encoding = 'utf-8') =>
  new TextDecoder(encoding, { fatal: true }).decode(await readFile(join(out, 'ping', file)));
const linesOf = (written: string) => written.split('\r\n').filter(Boolean);

test('screen pages are for screens: not indexed, not linked to, of one build, without a secret, marked as a demonstration', async () => {
  const { pages, files } = await readSite(site);
  const screens = [...pages].filter(([page]) => page.startsWith('screen/'));
  expect(screens.length).toBeGreaterThan(12);
  const id = (await readFile(join(site, 'build.txt'), 'utf8')).trim();
  for (const [page, html] of screens) {
    expect(html, page).toContain('<meta name="robots" content="noindex">');
    expect(html, page).toContain(`data-build="${id}"`);
    expect(html, page).toContain('测试数据，均为虚构。');
    expect(html, page).not.toContain(canary);
    expect(html, page).not.toMatch(/(?:href|src)="\//);
  }
  for (const [page, html] of pages) if (!page.startsWith('screen/')) expect(html, page).not.toContain('screen/');
  // Browsers before Chromium 99 drop a layer whole, those before 104 a media query written as a range.
  for (const file of files) {
    if (!file.endsWith('.css')) continue;
    const sheet = await readFile(join(site, file), 'utf8');
    if (sheet.includes('data-still')) expect(sheet).not.toMatch(/@layer|@media[^{]*[<>]/);
  }
});

/** How many pages a screen of that size shows until it begins again. */
async function pagesShown(width: number, height: number): Promise<number> {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
  try {
    const context = await browser.newContext({ viewport: { width, height } });
    await openBuiltSite(context, site);
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${builtSite}/screen/ping/`);
    return (await wholeRound(page, async () => {})).length;
  } finally {
    await browser.close();
  }
}

test('every page of every slide is a picture of exactly the panel’s pixels, no two alike', async () => {
  const pictures = await readdir(join(out, 'ping/512x256'));
  expect(pictures.length).toBe(await pagesShown(512, 256));
  expect(pictures.every((name) => /^\d{3}\.png$/.test(name))).toBe(true);
  const seen = new Set<string>();
  for (const name of pictures) {
    const bytes = await readFile(join(out, 'ping/512x256', name));
    const { width, height, format } = await sharp(bytes).metadata();
    expect([width, height, format]).toEqual([512, 256, 'png']);
    seen.add(bytes.toString('base64'));
  }
  expect(seen.size).toBe(pictures.length);
});

test('crawl lines hold 40 characters, and LED text reads the same in UTF-8 and GB18030', async () => {
  const crawl = linesOf(await text('crawl.txt'));
  expect(crawl.length).toBeGreaterThan(20);
  expect(crawl.filter((line) => line.length > 40)).toEqual([]);
  const led = await text('led-utf8.txt');
  expect(linesOf(led)).toHaveLength(12);
  expect(await text('led-gb18030.txt', 'gb18030')).toBe(led);
  // The first line of each says that it is a demonstration; every other line of the LED text is a slide.
  expect([crawl[0], linesOf(led)[0]]).toEqual(['测试数据，均为虚构', '测试数据，均为虚构。']);
  expect(crawl.slice(1).join('　')).toBe(linesOf(led).slice(1).join('　'));
  const script = await text('read-out.txt');
  expect(script).toContain('【2】小样县民政局。');
  expect([...script.matchAll(/【(\d+)】/g)].map(([, number]) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('title-safe pictures keep the outer twentieth free on every side', async () => {
  const tv = join(root, 'tv');
  expect((await command('stills', ['ping', '--sizes', '640x360', '--title-safe', '--out', tv])).code).toBe(0);
  const { data, info } = await sharp(join(tv, 'ping/640x360/001.png')).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const ground = data.subarray(0, 3);
  const isGround = (x: number, y: number) => data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3).equals(ground);
  for (let y = 0; y < 360; y += 1)
    for (let x = 0; x < 640; x += 1) if (x < 31 || x >= 609 || y < 17 || y >= 343) expect(isGround(x, y), `${x},${y}`).toBe(true);
  // And what is kept inside is there: something reaches close to each of the four sides.
  const anyInk = (left: number, top: number, right: number, bottom: number) => {
    for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) if (!isGround(x, y)) return true;
    return false;
  };
  expect([anyInk(31, 17, 80, 343), anyInk(560, 17, 609, 343), anyInk(31, 17, 609, 60), anyInk(31, 300, 609, 343)]).toEqual(
    Array(4).fill(true),
  );
  expect((await sharp(data, { raw: { width: 640, height: 360, channels: 3 } }).stats()).isOpaque).toBe(true);
});

test('a slide that does not fit is named, nothing is written, and the last pictures stay', async () => {
  const before = await readdir(out, { recursive: true });
  const { code, said } = await command('stills', ['--sizes', '512x256,160x24', '--out', out]);
  expect(code).toBe(1);
  expect(said).toContain('播放单 ping 的第 3 个画面“最低生活保障审核确认”在 160x24 的屏上放不下');
  expect(said).toContain('没有生成图片，原有的图片没有改动。');
  expect(await readdir(out, { recursive: true })).toEqual(before);
  expect(await readdir(root)).not.toContain('stills.new');
});

test('slips are told in Chinese, all at once', async () => {
  const { code, said } = await command('stills', ['png', '--sizes', '1920*1080']);
  expect(code).toBe(1);
  expect(said).toContain('没有播放单“png”。现有的播放单：ping');
  expect(said).toContain('尺寸“1920*1080”写得不对，例如 1920x1080');
});

test('a folder with something else in it is not replaced', async () => {
  const foreign = join(root, 'foreign');
  await mkdir(join(foreign, 'ping'), { recursive: true });
  await writeFile(join(foreign, 'ping', '会议纪要.docx'), '不是图片');
  const { code, said } = await command('stills', ['--out', foreign]);
  expect([code, said]).toEqual([1, expect.stringContaining('不能换掉')]);
  expect(await readdir(join(foreign, 'ping'))).toEqual(['会议纪要.docx']);
});

test('content with errors makes no pictures, and the last ones stay', async () => {
  const before = await readdir(out, { recursive: true });
  const { code, said } = await command('stills', ['--out', out], {
    file: 'units/minzheng/powers.yml',
    replace: 'type: 行政给付',
    by: 'typ: 行政给付',
  });
  expect(code).toBe(1);
  expect(said).toContain('不认识字段“typ”');
  expect(said).toContain('没有生成图片');
  expect(await readdir(out, { recursive: true })).toEqual(before);
});
