// Whatever is typed, search answers: no string of any kind throws, and none is taken for anything but text.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { titleSearch } from '../../../src/search/title-search.ts';
import { searchDocuments, searchSynonyms } from '../../../src/views/search-document.ts';
import { publicSmallCounty } from '../../county.ts';
import { type OpenIndex, openIndex } from '../../search-index.ts';

let index: OpenIndex;
beforeAll(async () => {
  const county = await publicSmallCounty();
  index = await openIndex(searchDocuments(county), searchSynonyms(county));
});
afterAll(() => index.close());

/** What breaks programs: control characters, signs of patterns, lone surrogates, right-to-left marks, very long input. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...'\\^$.*+?()[]{}|/"\'<>&%;:=~`#@!,-_ \t\n'), maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      '\u0000',
      '\u0007',
      '\u001b',
      '\u007f',
      '\u200b',
      '\u202e',
      '\u2066',
      '\ufeff',
      '\ud800',
      '\udfff',
      '😀',
      '👨‍👩‍👧',
      '保',
      'a',
    ),
    maxLength: 40,
  }),
  fc.string({ unit: fc.constantFrom(...'低保最生活障审核谁负责怎么办理第12条法〔2024〕号 diaobz'), maxLength: 30 }),
  fc.constantFrom('x', '低', '低保 ', '😀', '\ud800', '(').map((unit) => unit.repeat(5_000)),
);

test('10,000 random strings are answered, each hit being a page of the county', { timeout: 600_000 }, async () => {
  const addresses = new Set((await index.search('县')).all.concat(searchDocuments(await publicSmallCounty()).map(({ href }) => href)));
  const titles = searchDocuments(await publicSmallCounty());
  await fc.assert(
    fc.asyncProperty(nasty, async (query) => {
      const { hits, total } = await index.search(query);
      expect(total).toBeGreaterThanOrEqual(hits.length);
      for (const { href } of hits) expect(addresses).toContain(href);
      index.terms.suggest(query, 8);
      titleSearch(titles, query, {}, 10);
    }),
    { numRuns: 10_000, seed: 5 },
  );
});
