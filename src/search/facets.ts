// How many results each word of each filter would leave, for the answer that is shown. In: an engine, the filters' words, the pages
// of an answer. Out: counts. A filter's own choice does not limit its own counts: they say what another choice would bring.
import type { Engine } from './engine.ts';
import { type FilterCounts, type FilterName, type Filters, filterNames } from './protocol.ts';

export type FilterWords = Partial<Record<FilterName, readonly string[]>>;

/** Pages of every word of every filter. */
export type Membership = Map<FilterName, Map<string, Set<string>>>;

/** Asks the engine once for each word; worth keeping, since it is the same for all queries. */
export async function membershipOf(engine: Engine, words: FilterWords): Promise<Membership> {
  const membership: Membership = new Map();
  for (const name of filterNames) {
    const pages = new Map<string, Set<string>>();
    for (const word of words[name] ?? []) pages.set(word, new Set((await engine.find([], { [name]: word })).map(({ id }) => id)));
    membership.set(name, pages);
  }
  return membership;
}

/** `ids`: all pages that answer the query with no filter chosen. */
export function countsOf(membership: Membership, ids: readonly string[], chosen: Filters): FilterCounts {
  const passes = (id: string, except: FilterName) =>
    filterNames.every((name) => {
      const word = name === except ? undefined : chosen[name];
      return !word || membership.get(name)?.get(word)?.has(id) === true;
    });
  return Object.fromEntries(
    filterNames.map((name) => {
      const left = ids.filter((id) => passes(id, name));
      const counts = [...(membership.get(name) ?? [])].map(([word, pages]) => [word, left.filter((id) => pages.has(id)).length]);
      return [name, Object.fromEntries(counts)];
    }),
  ) as FilterCounts;
}
