import { expect, test } from 'vitest';
import type { County } from '../../../src/model/county.ts';
import { downloadsView, unitDownload } from '../../../src/views/downloads.ts';
import { publicSmallCounty } from '../../county.ts';

/** The small county with a book of all units and a selection, of which these were printed: id, pages, bytes. */
async function withBooks(...books: [id: string, pageCount: number, size: number][]): Promise<County> {
  const county = await publicSmallCounty();
  const book = { paper: 'A4' as const, frontMatter: [] };
  county.handbooks = [
    { ...book, id: 'quanxian', title: '小样县权力公开手册', units: county.units },
    { ...book, id: 'xuanbian', title: '小样县救助手册', units: county.units.slice(1) },
  ];
  county.books = books.map(([id, pageCount, size]) => ({ id, pageCount, size }));
  return county;
}

test('books of the county come first as the office lists them, then those of units in their order, whatever was printed first', async () => {
  const view = downloadsView(
    await withBooks(['units/minzheng', 9, 1e5], ['units/caizheng', 7, 1e5], ['xuanbian', 20, 1e5], ['quanxian', 30, 1e5]),
  );
  expect(view.county.map(({ text, href }) => [text, href])).toEqual([
    ['小样县权力公开手册（全县汇编）', '/downloads/quanxian.pdf'],
    ['小样县救助手册（小样县民政局）', '/downloads/xuanbian.pdf'],
  ]);
  expect(view.units.map(({ text, href }) => [text, href])).toEqual([
    ['小样县权力公开手册（小样县财政局分册）', '/downloads/units/caizheng.pdf'],
    ['小样县权力公开手册（小样县民政局分册）', '/downloads/units/minzheng.pdf'],
  ]);
});

test('of each book it is said what it is, how many pages, how large, and as of when: the county’s day, or the unit’s own', async () => {
  const { county, units } = downloadsView(await withBooks(['quanxian', 30, 12_345_678], ['units/minzheng', 9, 240_000]));
  expect(county.map(({ note }) => note)).toEqual(['PDF，30 页，11.8 MB，内容截至2026年11月1日']);
  expect(units.map(({ note }) => note)).toEqual(['PDF，9 页，234 KB，内容截至2026年10月8日']);
});

test('what is smaller than a MB is said in whole KB, and nothing is no KB', async () => {
  const size = async (bytes: number) =>
    /页，(.*?)，/.exec(downloadsView(await withBooks(['quanxian', 1, bytes])).county[0]?.note ?? '')?.[1];
  expect(await Promise.all([1, 1024, 1536, 1_000_000, 1_048_576].map(size))).toEqual(['1 KB', '1 KB', '2 KB', '977 KB', '1.0 MB']);
});

test('a book that was not printed is not offered, neither in the list nor on the page of its unit', async () => {
  const county = await withBooks(['units/minzheng', 9, 1e5]);
  expect(downloadsView(county)).toMatchObject({ county: [], units: [{ href: '/downloads/units/minzheng.pdf' }] });
  const [caizheng, minzheng] = county.units;
  if (!caizheng || !minzheng) throw new Error('small county');
  expect(unitDownload(county, caizheng)).toBeUndefined();
  expect(unitDownload(county, minzheng)).toEqual(downloadsView(county).units[0]);
});
