// The promise of search, in words, over the demonstration county with the real engine: whatever a plain text search over the
// published text finds, this finds, first the exact, then the near; questions, pinyin, slips and everyday names lead there too.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishedCounty } from '../../../src/reading/published.ts';
import { comparable } from '../../../src/search/tokens.ts';
import { type SearchDocument, searchDocuments, searchSynonyms } from '../../../src/views/search-document.ts';
import { type OpenIndex, openIndex } from '../../search-index.ts';

let index: OpenIndex;
let documents: SearchDocument[];
/** What each page says, by its address, as it is compared. */
let says: Map<string, string>;

beforeAll(async () => {
  const county = await publishedCounty();
  documents = searchDocuments(county);
  says = new Map(documents.map(({ href, title, text, aliases }) => [href, comparable([title, ...text, ...aliases].join('\n'))]));
  index = await openIndex(documents, searchSynonyms(county));
});
afterAll(() => index.close());

/** Pages whose text holds all words, by plain comparison. */
const oracle = (...words: string[]) => {
  const wanted = words.map(comparable);
  return [...says].filter(([, text]) => wanted.every((word) => text.includes(word))).map(([href]) => href);
};

test.each([['宅基地'], ['补贴'], ['共同生活的家庭成员人均收入'], ['国库集中支付'], ['入户调查']])(
  'all pages that say %s are found, and no others',
  async (query) => {
    const found = await index.search(query, {}, 1_000);
    expect(found.answeredBy).toBe('exact');
    expect(found.hits.map(({ href }) => href).sort()).toEqual(oracle(query).sort());
  },
);

test.each(['保', '岗', '鳏'])('all pages with the character %s are found', async (character) => {
  const { all } = await index.search(character);
  expect(all.sort()).toEqual(oracle(character).sort());
});

test('several words are found on one page, apart', async () => {
  const { all } = await index.search('低保 公示 异议');
  const wanted = oracle('低保', '公示', '异议');
  expect(wanted.length).toBeGreaterThan(3);
  expect(all).toEqual(expect.arrayContaining(wanted));
});

test('a title leads to its page first', async () => {
  for (const { title, href } of documents.filter(({ kind }) => kind === '权力').slice(0, 60)) {
    const { hits } = await index.search(title);
    const same = documents.filter((other) => other.title === title).map((other) => other.href);
    expect(same, title).toContain(hits[0]?.href);
    expect(same, title).toContain(href);
  }
});

test('what people call a page leads to a page that is called so first', async () => {
  for (const alias of new Set(documents.filter(({ unit }) => unit === '县民政局' || unit === '柳塘镇').flatMap(({ aliases }) => aliases))) {
    const { hits } = await index.search(alias);
    const called = documents.filter(({ title, aliases }) => title === alias || aliases.includes(alias)).map(({ href }) => href);
    expect(called, alias).toContain(hits[0]?.href);
  }
});

test('a page with just this title comes before one that is only called so', async () => {
  const { hits } = await index.search('临时救助');
  expect(hits[0]?.href).toBe('/powers/mz-linshi/');
});

test.each([
  ['行政许可法第32条', '行政许可法》第三十二条'],
  ['行政许可法32条', '行政许可法》第三十二条'],
  ['《行政许可法》第 32 条', '行政许可法》第三十二条'],
  ['社会救助法44条1款', '社会救助法》第四十四条第一款'],
  ['社会救助法四十四条', '社会救助法》第四十四条'],
])('a citation is found however it is written: %s', async (query, written) => {
  const found = await index.search(query);
  expect(oracle(written)).toContain(found.hits[0]?.href);
});

test('a document number is found with its brackets, with others, and without any', async () => {
  const [number = ''] = documents.flatMap(({ aliases }) => aliases.find((alias) => /〔\d{4}〕\d+号$/.test(alias)) ?? []);
  for (const query of [
    number,
    number.replace('〔', '[').replace('〕', ']'),
    number.replace('〔', '（').replace('〕', '）'),
    number.replace(/[〔〕]/g, ''),
  ]) {
    const found = await index.search(query);
    expect(oracle(number), query).toContain(found.hits[0]?.href);
  }
});

test.each([
  ['低保怎么办理', '低保'],
  ['谁负责国库集中支付', '国库集中支付'],
  ['请问申请临时救助需要什么材料？', '临时救助'],
  ['宅基地审批归哪个部门管', '宅基地审批'],
])('a whole question is answered: %s', async (question, about) => {
  const found = await index.search(question);
  expect(['question', 'exact']).toContain(found.answeredBy);
  expect(oracle(about)).toContain(found.hits[0]?.href);
});

test('招投标有哪些风险: pages on 招标投标 that speak of risks', async () => {
  const { hits, total } = await index.search('招投标有哪些风险');
  expect(total).toBeGreaterThan(5);
  for (const { href } of hits.slice(0, 3)) expect([...oracle('招标投标'), ...oracle('招投标')]).toContain(href);
});

test.each([
  ['gkjzzf', '国库集中支付'],
  ['guokujizhongzhifu', '国库集中支付'],
  ['dibao', '低保'],
  ['zhaijidi', '宅基地'],
  ['linshijiuzhu', '临时救助'],
])('pinyin leads there: %s', async (letters, term) => {
  const { hits } = await index.search(letters);
  expect(oracle(term)).toEqual(expect.arrayContaining([hits[0]?.href]));
});

test.each([
  ['国库集中只付', '国库集中支付'],
  ['国集库中支付', '国库集中支付'],
  ['国库中支付', '国库集中支付'],
  ['临时救住', '临时救助'],
  ['最低生活保章', '最低生活保障'],
])('a slip leads there: %s', async (slip, term) => {
  const { hits } = await index.search(slip);
  expect(oracle(term)).toContain(hits[0]?.href);
});

test('Traditional characters find Simplified text', async () => {
  const [traditional, simplified] = await Promise.all([index.search('國庫集中支付'), index.search('国库集中支付')]);
  expect(traditional.hits.map(({ href }) => href)).toEqual(simplified.hits.map(({ href }) => href));
});

test('everyday names find what is written officially, after what is written as typed', async () => {
  const county = await publishedCounty();
  for (const [word, officials] of Object.entries(searchSynonyms(county))) {
    const { all } = await index.search(word);
    for (const official of officials) expect(all, word).toEqual(expect.arrayContaining(oracle(official)));
    const typed = new Set(oracle(word));
    expect(
      all.slice(0, typed.size).every((href) => typed.has(href)),
      word,
    ).toBe(true);
  }
});

test('a page of results is full whenever there are enough results', async () => {
  for (const query of ['审批', '2026', '低保 公示', '第十二条', '县 12']) {
    const { hits, total } = await index.search(query);
    expect(hits, query).toHaveLength(Math.min(10, total));
  }
});

test('an excerpt is the true text, with what was found marked and nothing else', async () => {
  const { hits } = await index.search('入户调查');
  for (const { href, excerpt } of hits) {
    expect(says.get(href)?.replaceAll('\n', '')).toContain(comparable(excerpt.map(({ text }) => text).join('')).replaceAll('\n', ''));
    for (const { text, found } of excerpt) if (found) expect(text.replaceAll(/[^\p{L}\p{N}]/gu, '')).toMatch(/^(?:入户调查)+$/);
  }
  expect(hits[0]?.excerpt.some(({ found }) => found)).toBe(true);
});

test('a filter leaves only what it says', async () => {
  const all = await index.search('低保', {}, 1_000);
  const risks = await index.search('低保', { kind: '风险' }, 1_000);
  expect(risks.hits.map(({ href }) => href).sort()).toEqual(
    all.hits
      .filter(({ kind }) => kind === '风险')
      .map(({ href }) => href)
      .sort(),
  );
});

test('what nobody wrote is not found', async () => {
  expect(await index.search('龘靐齉爩')).toMatchObject({ total: 0, hits: [] });
});
