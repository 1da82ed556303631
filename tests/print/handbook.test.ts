// Handbooks as an office prints them: the real command, the real browser, and PDFs read by another program.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordsOfUnit } from '../../src/model/counts.ts';
import type { County } from '../../src/model/county.ts';
import { disclosed } from '../../src/model/disclosed.ts';
import { resolve } from '../../src/model/resolve.ts';
import { readCountyFolder } from '../../src/reading/county-folder.ts';
import { project, runCommand } from '../command.ts';
import { canary, type Damage, withDamage } from '../county.ts';
import { bookFaults, contentsOf } from './checks.ts';
import { codeOn, type Pdf, readPdf, tight } from './pdf.ts';

const handbook = (content: string, out: string, ...args: string[]) => runCommand('handbook', [...args, '--out', out], content);

/**
 * A risk whose row is taller than a page; the county's book on A5, and again on A4, the paper of the units' books. A flow of one unit that
 * a power of the other runs by is printed in both units' books and once in the county's, where what follows it lies on earlier pages.
 */
const longText = `经办人不到现场，${'凭印象填写调查表、漏记收入和财产、'.repeat(140)}最后一句话也要印出来。`;
const printed: Damage[] = [
  { file: 'handbooks/quanxian.yml', write: 'title: 小样县权力公开手册\nunits: [minzheng, caizheng]\npaper: A5\nfrontMatter: [about]\n' },
  { file: 'handbooks/heding.yml', write: 'title: 小样县权力公开手册\nunits: [caizheng, minzheng]\n' },
  { file: 'units/minzheng/risks.yml', replace: '不到现场就填写调查表，收入靠估。', by: longText },
  { file: 'units/caizheng/powers.yml', replace: '  rules: [xuke-guicheng]\n', by: '  rules: [xuke-guicheng]\n  flow: dibao-liucheng\n' },
];
/** The same county after one power was changed. */
const changed: Damage[] = [
  ...printed,
  { file: 'units/caizheng/powers.yml', replace: '代理记账机构执业许可', by: '代理记账机构执业许可（变更）' },
];

const promised = ({ units }: County, only?: string) => {
  const chosen = units.filter(({ id }) => only === undefined || id === only);
  return {
    ids: chosen.flatMap((unit) => recordsOfUnit(unit).map(({ id }) => id)),
    risks: chosen.flatMap(({ risks }) => risks.map(({ id }) => id)),
  };
};

let root = '';
let out = '';
let small: County;
let said = '';
const books = new Map<string, { bytes: Buffer; pdf: Pdf }>();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'handbooks-'));
  out = join(root, 'out');
  await withDamage(printed, async (folder) => {
    small = resolve(disclosed((await readCountyFolder(folder)).entries));
    const result = await handbook(folder, out, '--all');
    if (result.code !== 0) throw new Error(result.said);
    said = result.said;
  });
  for (const name of ['quanxian', 'heding', 'units/minzheng', 'units/caizheng']) {
    const bytes = await readFile(join(out, `${name}.pdf`));
    books.set(name, { bytes, pdf: await readPdf(bytes) });
  }
});

afterAll(() => rm(root, { recursive: true, force: true }));

const book = (name: string) => books.get(name) as { bytes: Buffer; pdf: Pdf };

test('every book keeps what a book promises: numbers, bookmarks, ids, fonts, tags, line starts, nothing off the paper', async () => {
  const faults = (bytes: Buffer, only?: string) => bookFaults(bytes, promised(small, only));
  // One row is taller than a page and has to be split; no other is.
  for (const name of ['quanxian', 'heding']) expect(await faults(book(name).bytes), name).toEqual(['1 rows are split over pages']);
  expect(await faults(book('units/caizheng').bytes, 'caizheng')).toEqual([]);
  expect(said).toContain('印了 4 本手册');
});

test('a row taller than a page goes on on the next, and loses nothing', () => {
  for (const name of ['quanxian', 'units/minzheng']) {
    const { text } = book(name).pdf;
    expect(text.split('漏').length - 1, name).toBe(140);
    expect(text, name).toContain('最后一句话也要印出来。');
  }
});

test('the parts of a book come in order, and each power has its basis, duties, steps, risks', () => {
  const { bookmarks, text } = book('quanxian').pdf;
  const titles = bookmarks.map(({ path }) => path.at(-1) ?? '');
  const parts = [
    '编制说明',
    '关于',
    '目录',
    '第一章　小样县民政局',
    '1．最低生活保障审核确认',
    '低保审核确认实施细则',
    '第二章　小样县财政局',
    '索引',
    '变更记录',
  ];
  const places = parts.map((part) => titles.findIndex((title) => title.replace(/\s/g, '').startsWith(part.replace(/\s/g, ''))));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  for (const words of [
    '社会救助暂行办法》第十一条第一款',
    '一次性告知需要补正的材料。',
    '承诺时限20个工作日',
    '双人入户当场签字',
    '为规范低保审核确认，制定本细则。',
  ])
    expect(text, words).toContain(tight(words));
});

test('the index leads by title and by what people call it, in the order of pinyin', () => {
  const { pages } = book('quanxian').pdf;
  const index =
    pages.find(({ text }) => text.includes('按读音排列') && text.includes('第'))?.text ??
    pages.find(({ text }) => /索引.*按读音排列/.test(text))?.text ??
    '';
  const order = [
    '代理记账机构执业许可',
    '低保见最低生活保障审核确认',
    '低保审核确认实施细则',
    '特困人员认定',
    '最低生活保障审核确认县民政局',
  ];
  const places = order.map((title) => index.indexOf(title));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('nothing that is withheld or withdrawn is in a book', () => {
  for (const [name, { pdf, bytes }] of books) {
    expect(pdf.text, name).not.toContain(canary);
    expect(bytes.toString('latin1'), name).not.toMatch(/neibu|bumi/);
  }
});

test('a demonstration says so on the cover and over every page, and the code on the cover leads to the site', async () => {
  const { pdf, bytes } = book('units/minzheng');
  expect(pdf.pages[0]?.text).toContain('演示样本测试数据,均为虚构。'.normalize('NFKC'));
  for (const page of pdf.pages.filter(({ number }) => number !== undefined && /^\d/.test(number))) {
    expect(page.text, page.number).toContain('演示样本数据均为虚构');
    expect(page.text, page.number).toMatch(/县民政局|小样县权力公开手册/);
  }
  expect(await codeOn(bytes, 1)).toBe('https://small.example/zwgk/wgk/units/minzheng/');
});

test('charts are drawn, not pictures: nothing in a book is a bitmap', () => {
  for (const [name, { bytes }] of books) expect(bytes.toString('latin1'), name).not.toMatch(/\/Subtype\s*\/Image/);
});

test('A5 is A5, and A4 is A4 with the text area of GB/T 9704', () => {
  const size = (name: string) =>
    [book(name).pdf.pages[0]?.width, book(name).pdf.pages[0]?.height].map((pt) => Math.round(((pt ?? 0) / 72) * 25.4));
  expect(size('quanxian')).toEqual([148, 210]);
  expect(size('units/caizheng')).toEqual([210, 297]);
  const [page] = book('units/caizheng').pdf.pages.filter(({ number }) => number === '1');
  const body = page?.glyphs.filter(({ baseline }) => baseline > page.height * 0.13 && baseline < page.height - (36 / 25.4) * 72) ?? [];
  const millimetre = (pt: number) => (pt / 72) * 25.4;
  expect(millimetre(Math.min(...body.map(({ left }) => left)))).toBeGreaterThanOrEqual(27.5);
  expect(millimetre(Math.max(...body.map(({ right }) => right)))).toBeLessThanOrEqual(28 + 156.5);
});

test('the same content gives the same bytes, and what has not changed is not printed again', async () => {
  const again = join(root, 'again');
  await withDamage(printed, (folder) => handbook(folder, again, '--all'));
  for (const [name, { bytes }] of books) expect((await readFile(join(again, `${name}.pdf`))).equals(bytes), name).toBe(true);
  // Printed alone, a book is the same as printed among others, whose page numbers help to find its own.
  const alone = join(root, 'alone');
  await withDamage(printed, (folder) => handbook(folder, alone, '--unit', 'caizheng'));
  await withDamage(printed, (folder) => handbook(folder, alone, 'heding'));
  for (const name of ['units/caizheng', 'heding'])
    expect((await readFile(join(alone, `${name}.pdf`))).equals(book(name).bytes), name).toBe(true);
  const { said: then } = await withDamage(changed, (folder) => handbook(folder, again, '--all'));
  expect(then).toMatch(/units\/minzheng　没有变化，沿用/);
  expect(then).toContain('印了 3 本手册，1 本手册没有变化、沿用原来的');
  for (const name of ['quanxian', 'heding', 'units/caizheng'])
    expect((await readPdf(await readFile(join(again, `${name}.pdf`)))).text).toContain('(变更)');
});

test('with content errors nothing is printed and the old books stay', async () => {
  const before = await readdir(out, { recursive: true });
  const typo: Damage = { file: 'units/minzheng/powers.yml', replace: 'type: 行政给付', by: 'typ: 行政给付' };
  const { code, said: then } = await withDamage([...printed, typo], (folder) => handbook(folder, out, '--all'));
  expect(code).toBe(1);
  expect(then).toContain('units/minzheng/powers.yml:5:3  错误  不认识字段“typ”');
  expect(then).toContain('没有印，原有的文件没有改动');
  expect(await readdir(out, { recursive: true })).toEqual(before);
  for (const [name, { bytes }] of books) expect((await readFile(join(out, `${name}.pdf`))).equals(bytes), name).toBe(true);
});

test('a character the fonts lack, and personal data that only shows in print, stop their book and no other', async () => {
  const kept = join(root, 'kept');
  const faulty: Damage[] = [
    ...printed,
    { file: 'units/caizheng/unit.yml', replace: '负责财政收支。', by: '负责财政收支🧾。' },
    { file: 'units/minzheng/rules/dibao-banfa.mdx', replace: '制定本细则。', by: '制定本细则，[联系](tel:13800001234)。' },
  ];
  const { code, said: then } = await withDamage(faulty, (folder) => handbook(folder, kept, '--all'));
  expect(code).toBe(1);
  expect(then).toContain('units/caizheng：印刷字体里没有这些字符：“🧾”（U+1F9FE）');
  expect(then).toMatch(/units\/minzheng：要印的内容里有.*手机号码/);
  expect(await readdir(kept, { recursive: true }).catch(() => [])).toEqual([]);
});

test('a slip in the command is answered with what was meant, and nothing is printed', async () => {
  const nowhere = join(root, 'nowhere');
  const { code, said: then } = await withDamage(printed, (folder) => handbook(folder, nowhere, '--unit', 'minzhen'));
  expect(code).toBe(1);
  expect(then).toContain('没有编号为“minzhen”的单位，是否应为 minzheng？');
  expect(await readdir(nowhere).catch(() => [])).toEqual([]);
});

test('a unit of the shipped county prints without a fault', async () => {
  const { code, said: then } = await handbook('content', out, '--unit', 'jiaotong');
  expect(then).toContain('印了 1 本手册');
  expect(code).toBe(0);
  const bytes = await readFile(join(out, 'units/jiaotong.pdf'));
  const county = resolve(disclosed((await readCountyFolder(join(project, 'content'))).entries));
  expect(await bookFaults(bytes, promised(county, 'jiaotong'))).toEqual([]);
  expect(contentsOf(await readPdf(bytes)).length).toBeGreaterThan(10);
});
