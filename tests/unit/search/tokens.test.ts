import { expect, test } from 'vitest';
import { holdsRuns, normalised, type Piece, piecesOf, soughtTokens } from '../../../src/search/query.ts';
import { decode, encode, queryTokens } from '../../../src/search/tokens.ts';

test('text comes back as it was, one piece for each token', () => {
  for (const text of [
    '最低生活保障审核确认',
    '低保，五保。',
    '《行政许可法》第十二条第（一）项',
    '收件；当场（5日内）告知',
    '临民发〔2024〕12号',
    '金额5万元以上、50万元以下：',
    '“一卡通”',
    '第一段\n第二段',
    'GB/T 37668—2019',
    '2026。3.5倍，1,000元',
  ]) {
    expect(decode(encode(text)).join(''), text).toBe(text);
    expect(decode(encode(text))).toHaveLength(encode(text).split(' ').length);
  }
});

test('full-width letters and digits are found as plain ones', () => {
  expect(encode('ＡＢ１２')).toBe('AB12');
});

test('whatever stands in a text is a run of tokens in the index', () => {
  const text = '受理低保申请后，10个工作日内完成入户调查。经办人当场签字';
  const index = encode(text)
    .toLowerCase()
    .split(' ')
    .map((token) => token.replace(/[^\p{L}\p{N}]/gu, ''));
  const units = [...text.matchAll(/\d+|\p{Script=Han}/gu)].map(([unit]) => unit);
  for (let start = 0; start < units.length; start++) {
    for (let end = start + 2; end <= Math.min(units.length, start + 8); end++) {
      const phrase = units.slice(start, end).join('');
      if (!text.replaceAll(/[，。]/g, '').includes(phrase) || !text.includes(phrase)) continue;
      const piece = { tokens: queryTokens(phrase) };
      const sought = soughtTokens(piece);
      const positions = index.flatMap((token, position) => (sought.some((want) => token.startsWith(want)) ? [position] : []));
      expect(holdsRuns(positions, [piece]), phrase).toBe(true);
    }
  }
});

test('a sentence end is no part of a phrase', () => {
  expect(encode('调查。经办')).toBe('调查 查z^. 经办 办z');
});

const tokensOf = (query: string) => piecesOf(normalised(query)).map(({ tokens }) => tokens);

test('a query is cut at blanks; numerals of articles are read as statutes write them', () => {
  expect(tokensOf('低保 县民政局')).toEqual([['低保'], ['县民', '民政', '政局']]);
  expect(tokensOf('第12条')).toEqual([['第十', '十二', '二条']]);
  expect(tokensOf('第108条')).toEqual([['第一', '一百', '百零', '零八', '八条']]);
  expect(tokensOf('保')).toEqual([['保']]);
  expect(tokensOf('  ？！ ')).toEqual([]);
});

test('a page matches when it holds each piece as a run of its own; pieces that overlap may share one', () => {
  const pieces = (...texts: string[]) => texts.map((text) => ({ tokens: [...text] }));
  expect(holdsRuns([4, 5, 6, 20], pieces('abc'))).toBe(true);
  expect(holdsRuns([4, 6, 8], pieces('abc'))).toBe(false);
  expect(holdsRuns([4, 5, 5, 6], pieces('abc'))).toBe(true);
  expect(holdsRuns([4, 5], pieces('ab', 'cd'))).toBe(false);
  expect(holdsRuns([4, 5, 9, 10], pieces('ab', 'cd'))).toBe(true);
  expect(holdsRuns([4, 5, 6], pieces('abc', 'bc'))).toBe(true);
  expect(holdsRuns([4], [{ tokens: ['保'] }, { tokens: ['保险'] }])).toBe(true);
});

test('of a phrase, only as many pairs are looked for as hold all its characters', () => {
  const sought = (query: string) => piecesOf(normalised(query)).map(soughtTokens);
  expect(sought('失业保险')).toEqual([['失业', '保险']]);
  expect(sought('失业保险金')).toEqual([['失业', '保险', '险金']]);
  expect(sought('省府办12号文件')).toEqual([['省府', '办z', '12', '号文', '文件']]);
});

test('pairs that were left out do not make a run of what stands apart', () => {
  const [four, five, other] = piecesOf('失业保险 失业保险金 医疗救助') as [Piece, Piece, Piece];
  expect(holdsRuns([4, 6], [four])).toBe(true);
  expect(holdsRuns([4, 7], [four])).toBe(false);
  expect(holdsRuns([4, 6, 8], [five])).toBe(false);
  expect(holdsRuns([4, 6, 30, 40], [four, other])).toBe(false);
  expect(holdsRuns([4, 6, 30, 32], [four, other])).toBe(true);
});
