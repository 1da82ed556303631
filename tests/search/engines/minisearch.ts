// MiniSearch over pairs of characters, the whole index loaded at once.
import MiniSearch from 'minisearch';
import { bigrams, queryBigrams } from './bigrams.ts';

export const miniSearchOptions = {
  idField: 'href',
  fields: ['title', 'text', 'aliases'],
  storeFields: [],
  tokenize: bigrams,
  searchOptions: { tokenize: queryBigrams, combineWith: 'AND' as const, boost: { title: 6 }, prefix: (term: string) => term.length === 1 },
};

export async function start(): Promise<void> {
  let index: MiniSearch;
  window.engine = {
    async ready() {
      index = MiniSearch.loadJSON(await (await fetch('/minisearch.json')).text(), miniSearchOptions);
    },
    async search(query) {
      const all = index.search(query).map(({ id }) => String(id));
      return { all, first: all.slice(0, 10) };
    },
  };
}

if (typeof window === 'object') start();
