import { expect, test } from 'vitest';
import { listUrl, slugOf, urlOf } from '../../../src/views/urls.ts';
import { basisLine, chineseDate, chineseNumber, joined, plain, quoted } from '../../../src/views/wording.ts';

test('articles are numbered as statutes are', () => {
  expect([1, 9, 10, 11, 20, 21, 99, 100, 101, 110, 111, 260, 1000, 1260].map(chineseNumber)).toEqual([
    '一',
    '九',
    '十',
    '十一',
    '二十',
    '二十一',
    '九十九',
    '一百',
    '一百零一',
    '一百一十',
    '一百一十一',
    '二百六十',
    '一千',
    '一千二百六十',
  ]);
});

test('quotation marks within quotation marks are single', () => {
  expect(['入户调查', '“两委”商议方案'].map(quoted)).toEqual(['“入户调查”', '“‘两委’商议方案”']);
});

test('dates are as precise as they were given', () => {
  expect(['2026-11-20', '2024-05', '2024'].map(chineseDate)).toEqual(['2026年11月20日', '2024年5月', '2024年']);
});

test('a ground reads as it is cited, and links to the law', () => {
  const law = { id: 'xuke-fa', title: '行政许可法', kind: '法律' as const, status: '现行' as const, supersededBy: undefined, citedBy: [] };
  expect(basisLine({ law, article: 32, clause: '第一款' })).toEqual([{ text: '《行政许可法》第三十二条第一款', href: '/laws/xuke-fa/' }]);
  expect(plain(basisLine({ law, article: 12, quote: '下列事项可以设定行政许可' }))).toBe(
    '《行政许可法》第十二条：“下列事项可以设定行政许可”',
  );
});

test('links are joined like words', () => {
  expect(joined(['甲', { text: '乙', href: '/b/' }, '丙'])).toEqual(['甲', '、', { text: '乙', href: '/b/' }, '、', '丙']);
});

test('addresses are by kind and id; a word has an address of letters and digits that does not change', () => {
  expect(urlOf({ kind: 'responsibility', id: 'a-b' })).toBe('/responsibilities/a-b/');
  expect(listUrl('risk', { name: 'level', slug: 'high' }, 2)).toBe('/risks/by-level/high/page/2/');
  expect(slugOf('行政许可')).toBe('1xlyna1');
});
