// Screens of the small county, from the real build and the real command: pages that stand by themselves, pictures at the panel's own
// pixels, texts that other machines read, and nothing half-written.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canary, type Damage, playlist, withDamage } from '../county.ts';
import { readSite } from '../links.ts';

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
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'screen-'));
  out = join(root, 'stills');
  const { code, said } = await command('stills', ['--out', out]);
  if (code !== 0) throw new Error(said);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const text = async (file: string, encoding = 'utf-8') =>
  new TextDecoder(encoding, { fatal: true }).decode(await readFile(join(out, 'ping', file)));
const linesOf = (written: string) => written.split('\r\n').filter(Boolean);

test('screen pages are for screens: not indexed, not linked to, of one build, without a secret, marked as a demonstration', async () => {
  const site = join(root, 'site');
  expect((await command('build', ['--out', site])).code).toBe(0);
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

test('every slide is a picture of exactly the panel’s pixels', async () => {
  const pictures = await readdir(join(out, 'ping/512x256'));
  expect(pictures.length).toBeGreaterThan(12);
  expect(pictures.every((name) => /^\d{3}\.png$/.test(name))).toBe(true);
  for (const name of pictures) {
    const { width, height, format } = await sharp(join(out, 'ping/512x256', name)).metadata();
    expect([width, height, format]).toEqual([512, 256, 'png']);
  }
});

test('crawl lines hold 40 characters, and LED text reads the same in UTF-8 and GB18030', async () => {
  const crawl = linesOf(await text('crawl.txt'));
  expect(crawl.length).toBeGreaterThan(20);
  expect(crawl.filter((line) => line.length > 40)).toEqual([]);
  const led = await text('led-utf8.txt');
  expect(linesOf(led)).toHaveLength(12);
  expect(await text('led-gb18030.txt', 'gb18030')).toBe(led);
  expect(await text('read-out.txt')).toContain('【2】小样县民政局。');
});

test('title-safe pictures keep the outer twentieth free on every side', async () => {
  const tv = join(root, 'tv');
  expect((await command('stills', ['ping', '--sizes', '640x360', '--title-safe', '--out', tv])).code).toBe(0);
  const { data, info } = await sharp(join(tv, 'ping/640x360/001.png')).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const ground = data.subarray(0, 3);
  const isGround = (x: number, y: number) => data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3).equals(ground);
  for (let y = 0; y < 360; y += 1)
    for (let x = 0; x < 640; x += 1) if (x < 31 || x >= 609 || y < 17 || y >= 343) expect(isGround(x, y), `${x},${y}`).toBe(true);
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

test('content with errors makes no pictures', async () => {
  const { code, said } = await command('stills', ['--out', out], {
    file: 'units/minzheng/powers.yml',
    replace: 'type: 行政给付',
    by: 'typ: 行政给付',
  });
  expect(code).toBe(1);
  expect(said).toContain('不认识字段“typ”');
  expect(said).toContain('没有生成图片');
});
