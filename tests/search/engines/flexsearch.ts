// FlexSearch over pairs of characters, the whole index loaded at once.
import { Index } from 'flexsearch';
import { bigrams } from './bigrams.ts';

export const flexSearchIndex = () => new Index({ tokenize: 'strict', encode: bigrams });

export async function start(): Promise<void> {
  const index = flexSearchIndex();
  let addresses: string[] = [];
  window.engine = {
    async ready() {
      const stored = (await (await fetch('/flexsearch.json')).json()) as { addresses: string[]; parts: [string, string][] };
      addresses = stored.addresses;
      for (const [key, data] of stored.parts) index.import(key, data);
    },
    async search(query) {
      // Each blank-free part by itself, since no pair of characters runs over a blank.
      const lists = query
        .split(/\s+/u)
        .filter(Boolean)
        .map((part) => index.search(part, { limit: 100_000 }) as number[]);
      const [head = [], ...rest] = lists.map((list) => new Set(list));
      const found = [...head].filter((id) => rest.every((list) => list.has(id)));
      const all = found.map((id) => addresses[id] ?? '');
      return { all, first: all.slice(0, 10) };
    },
  };
}

if (typeof window === 'object') start();
