import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { publishedCounty } from '../../../src/reading/published.ts';
import { padFiles } from '../../../src/search/build-titles.ts';
import { type Pad, pad } from '../../../src/search/pad.ts';
import { type SearchDocument, searchDocuments } from '../../../src/views/search-document.ts';

let documents: SearchDocument[];
let county: Pad;
const documentOf = (title: string, aliases: string[] = []): SearchDocument => ({
  ...(documents[0] as SearchDocument),
  title,
  aliases,
  sought: false,
});
const padOf = (...all: SearchDocument[]) => pad(padFiles(all).file);
const titles = (from: Pad, letters: string) => from.search(letters).hits.map(({ title }) => title);

beforeAll(async () => {
  documents = searchDocuments(await publishedCounty());
  county = pad(padFiles(documents).file);
});

test('the names people use lead first to the matter itself: 低保, 五保, 宅基地', () => {
  expect(titles(county, 'db')[0]).toBe('最低生活保障审核确认');
  expect(titles(county, 'zjd')[0]).toBe('农村村民宅基地审批');
  expect(county.search('wb').hits[0]).toMatchObject({ name: '五保', from: 0, to: 2 });
});

test('every record of the county is found by the initials of its title', () => {
  const lost = documents.filter(({ title }) => {
    const han = title.match(/\p{Script=Han}+/u)?.[0] ?? '';
    const { letters } = padFiles([documentOf(han)]).file;
    const initials = [...han.slice(0, 6)]
      .map((char) => Object.keys(letters).find((letter) => letters[letter]?.includes(char)) ?? '')
      .join('');
    return !titles(county, initials).includes(title);
  });
  expect(lost.map(({ title }) => title)).toEqual([]);
});

test('a character with several readings answers to each of them', () => {
  const village = padOf(documentOf('重阳村'), documentOf('长乐乡'), documentOf('会龙村'));
  for (const [letters, title] of Object.entries({
    zyc: '重阳村',
    cyc: '重阳村',
    clx: '长乐乡',
    zlx: '长乐乡',
    hlc: '会龙村',
    klc: '会龙村',
  }))
    expect(titles(village, letters), letters).toEqual([title]);
});

test('what begins with the letters stands before what has them inside, and a word before the middle of one', () => {
  const some = padOf(documentOf('行政处罚决定办事指南'), documentOf('全县大病社会救助'), documentOf('大病社会救助'));
  expect(titles(some, 'dbs')).toEqual(['大病社会救助', '全县大病社会救助', '行政处罚决定办事指南']);
});

test('nothing is found across a punctuation mark or from one name to the next', () => {
  const some = padOf(documentOf('低（保）', ['甲乙']), documentOf('丙'));
  expect([titles(some, 'db'), titles(some, 'bj'), titles(some, 'yb')]).toEqual([[], [], []]);
});

test('from any row of letters the offered ones lead somewhere, and the others nowhere', () => {
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 4 }), letter, (typed, further) => {
      const before = county.search(typed.join(''));
      const after = county.search([...typed, further].join(''));
      return after.hits.length > 0 === before.next.has(further);
    }),
  );
});

test('names from hostile content are text like any other', () => {
  const some = padOf(documentOf('<b>低保</b>', ['低\t保\n低保']));
  expect(some.search('db').hits).toHaveLength(1);
});
