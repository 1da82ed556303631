// Pagefind's browser API (1.6) as an engine for the planner. It must run where there is no document: there it does not know a
// language, and does not cut again what it is given. Works in a worker and, for tests, in Node.
import type { Engine, Found, IndexedPage } from '../engine.ts';
import { indexedPage } from '../indexed-page.ts';
import type { Filters } from '../protocol.ts';

interface PagefindResult {
  id: string;
  score: number;
  words: number[];
  data(): Promise<{ url: string; raw_url?: string; content: string; meta: Record<string, string> }>;
}

/** The part of Pagefind's module that is relied upon; it ships no types for it. */
interface Pagefind {
  options(options: { basePath?: string; baseUrl: string; ranking: Record<string, unknown> }): Promise<void>;
  preload(query: string): Promise<void>;
  search(query: string | null, options: { filters: Record<string, string[]> }): Promise<{ results: PagefindResult[] }>;
  destroy(): Promise<void>;
}

/** Served well over 3,000 and 30,000 records: short pages do not win by their shortness, titles and aliases weigh much. */
const ranking = { pageLength: 0.3, termSimilarity: 2, metaWeights: { title: 6, alias: 12 } };

/** Pages kept in memory; a page of results is ten. */
const remembered = 400;

const asPagefindFilters = (filters: Filters) =>
  Object.fromEntries(Object.entries(filters).flatMap(([name, word]) => (word ? [[name, [word]]] : [])));

/**
 * `starts` gives the first word of every index file, in order (search/file-list.ts); `lost` how many files did not come so far. Throws
 * when the index cannot be loaded, and so does a search that lacked a part of it: Pagefind would find less and not say so.
 */
export async function pagefindEngine(
  indexUrl: string,
  load: (url: string) => Promise<unknown>,
  starts: () => Promise<readonly string[]>,
  lost: () => number,
): Promise<Engine> {
  const pagefind = (await load(`${indexUrl}pagefind.js`)) as Pagefind;
  try {
    await pagefind.options({ basePath: indexUrl, baseUrl: '/', ranking });
    // `init` does not wait for what it loads; a search does, and tells when that failed.
    await pagefind.search('', { filters: {} });
  } catch (error) {
    // Otherwise it would never try again.
    await pagefind.destroy();
    throw error;
  }
  const results = new Map<string, PagefindResult>();
  const pages = new Map<string, Promise<IndexedPage>>();

  /** Pagefind opens one index file for a token, but words that begin with it may fill several. */
  async function openAllBeginningWith(token: string): Promise<void> {
    const further = (await starts()).filter((start) => start !== token && start.startsWith(token));
    if (further.length > 0) await pagefind.preload(further.join(' '));
  }

  return {
    async find(tokens, filters) {
      const lostBefore = lost();
      for (const token of new Set(tokens)) if ([...token].length === 1 || /^[\da-z]/.test(token)) await openAllBeginningWith(token);
      const answer = await pagefind.search(tokens.length > 0 ? tokens.join(' ') : null, { filters: asPagefindFilters(filters) });
      if (lost() > lostBefore) throw new Error('a part of the index did not come');
      return answer.results.map((result): Found => {
        results.set(result.id, result);
        return { id: result.id, score: result.score, positions: result.words };
      });
    },
    read(id) {
      const result = results.get(id);
      if (!result) throw new Error(`no result ${id}`);
      const page =
        pages.get(id) ?? result.data().then(({ url, raw_url, content, meta }) => indexedPage({ url: raw_url ?? url, content, meta }));
      pages.delete(id);
      pages.set(id, page);
      page.catch(() => pages.delete(id));
      for (const oldest of pages.keys()) {
        if (pages.size <= remembered) break;
        pages.delete(oldest);
      }
      return page;
    },
  };
}
