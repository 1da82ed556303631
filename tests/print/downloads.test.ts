// Handbooks that the site offers for download: the real build with --handbooks, and what lies in the folder that goes on the web.
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../command.ts';
import { canary, type Damage, withDamage } from '../county.ts';
import { brokenLinks, readSite } from '../links.ts';
import { readPdf } from './pdf.ts';

const county: Damage = { file: 'handbooks/quanxian.yml', write: 'title: 小样县权力公开手册\nunits: [minzheng, caizheng]\n' };
const build = (damage: readonly Damage[], out: string, ...args: string[]) =>
  withDamage([county, ...damage], (folder) => runCommand('build', ['--out', out, ...args], folder));

const books = ['downloads/quanxian.pdf', 'downloads/units/caizheng.pdf', 'downloads/units/minzheng.pdf'];

let root = '';
let site = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'downloads-'));
  site = join(root, 'dist');
  const { code, said } = await build([], site, '--handbooks');
  if (code !== 0) throw new Error(said);
});

afterAll(() => rm(root, { recursive: true, force: true }));

const textOf = async (file: string) => (await readPdf(await readFile(join(site, file)))).text;

test('the portal offers every handbook, and says of each its pages, its size and the day of its content', async () => {
  const { files, pages } = await readSite(site);
  expect([...files].filter((file) => file.endsWith('.pdf')).sort()).toEqual(books);
  const page = pages.get('downloads/index.html') ?? '';
  for (const [file, title, day] of [
    ['quanxian.pdf', '小样县权力公开手册（全县汇编）', '2026年11月1日'],
    ['units/minzheng.pdf', '小样县权力公开手册（小样县民政局分册）', '2026年10月8日'],
  ]) {
    const path = join(site, 'downloads', file ?? '');
    const { pages: leaves } = await readPdf(await readFile(path));
    const size = Math.round((await stat(path)).size / 1024);
    expect(page).toMatch(
      new RegExp(`<a href="\\.\\./downloads/${file}">${title}</a>.{0,60}PDF，${leaves.length} 页，${size} KB，内容截至${day}<`),
    );
  }
  expect(pages.get('units/minzheng/index.html')).toMatch(/<a href="\.\.\/\.\.\/downloads\/units\/minzheng\.pdf">下载本单位手册<\/a>/);
  expect(pages.get('index.html')).toContain('href="./downloads/"');
  expect(brokenLinks({ files, pages })).toEqual([]);
});

test('nothing that is withheld or withdrawn is in a book that can be downloaded', async () => {
  for (const file of books) expect(await textOf(file), file).not.toContain(canary);
});

test('what is withdrawn is gone from the books of the next build, and a book without a change is not printed again', async () => {
  const power = '特困人员认定';
  for (const file of ['downloads/quanxian.pdf', 'downloads/units/minzheng.pdf']) expect(await textOf(file), file).toContain(power);
  const withdrawn: Damage = {
    file: 'units/minzheng/powers.yml',
    replace: '  published: 2026-03-01\n',
    by: '  published: 2026-03-01\n  withdrawn: { date: 2026-10-20, reason: 依据已经废止, authority: 小样县民政局 }\n',
  };
  const { code, said } = await build([withdrawn], site, '--handbooks');
  expect(code, said).toBe(0);
  expect(said).toMatch(/units\/caizheng　没有变化，沿用/);
  for (const file of books) expect(await textOf(file), file).not.toContain(power);
});

test('a book that cannot be printed stops the build, and the last good site stays as it was', async () => {
  const before = await readdir(site, { recursive: true });
  const bytes = await Promise.all(books.map((file) => readFile(join(site, file))));
  // The book of the other unit could be printed anew; it is not published either.
  const damage: Damage[] = [
    { file: 'units/caizheng/unit.yml', replace: '负责财政收支。', by: '负责财政收支🧾。' },
    { file: 'units/minzheng/unit.yml', replace: '负责社会救助。', by: '负责社会救助和慈善。' },
  ];
  const { code, said } = await build(damage, site, '--handbooks');
  expect(code).toBe(1);
  expect(said).toContain('units/caizheng：印刷字体里没有这些字符：“🧾”（U+1F9FE）');
  expect(said).toContain('手册没有印全，没有生成网页，原有的网页没有改动。');
  expect(await readdir(site, { recursive: true })).toEqual(before);
  for (const [index, file] of books.entries()) expect((await readFile(join(site, file))).equals(bytes[index] as Buffer), file).toBe(true);
});

test('a build that is not asked for handbooks offers none, and does not keep those of the build before', async () => {
  const { code } = await build([], site);
  expect(code).toBe(0);
  expect(existsSync(join(site, 'downloads'))).toBe(false);
  const { files, pages } = await readSite(site);
  for (const [file, html] of pages) expect(html, file).not.toContain('downloads');
  expect([...files].filter((file) => file.endsWith('.pdf'))).toEqual([]);
});

test('the kiosk offers no downloads, and the command says so', async () => {
  const out = join(root, 'kiosk');
  const { code, said } = await build([], out, '--channel', 'kiosk', '--handbooks');
  expect(code).toBe(1);
  expect(said).toContain('查询机上不能下载，--handbooks 只用于网站。');
  expect(existsSync(out)).toBe(false);
});
