// The files of an index under short names: a visitor's cache may hold files of an older site beside the list of a newer one.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shortenNames } from '../../../src/search/file-list.ts';
import { searchDocuments } from '../../../src/views/search-document.ts';
import { publicSmallCounty } from '../../county.ts';
import { openIndex } from '../../search-index.ts';

const documents = searchDocuments(await publicSmallCounty());

/** What an index is called and answers, when one page says something more. */
async function builtWith(more: string) {
  const index = await openIndex(
    documents.map((document, at) => (at === 0 ? { ...document, text: [...document.text, more] } : document)),
    {},
  );
  const named = await Promise.all(['fragment', 'index'].map((folder) => readdir(join(index.folder, folder))));
  const { all } = await index.search(more);
  await index.close();
  return { names: named.flat().sort(), all };
}

test('two sites that differ in one sentence have no file name of pages or words in common', async () => {
  const [older, newer] = [await builtWith('羊群过桥'), await builtWith('牛群下山')];
  expect(older.all).toEqual([documents[0]?.href]);
  expect(newer.all).toEqual([documents[0]?.href]);
  expect(newer.names.filter((name) => older.names.includes(name))).toEqual([]);
});

test('the same site built again has the same file names', async () => {
  expect((await builtWith('羊群过桥')).names).toEqual((await builtWith('羊群过桥')).names);
});

test('a folder without an index is refused', async () => {
  await expect(shortenNames(import.meta.dirname)).rejects.toThrow('no index');
});
