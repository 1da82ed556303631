// A search request → its answer, as it grows: the ways of the planner are tried in turn, the pages of the first that holds are
// read, checked against what was looked for, and reported ten at a time. In: an engine, the county's words, a request. Out: an answer.
import type { Engine, IndexedPage, Words } from './engine.ts';
import { excerptOf } from './excerpt.ts';
import type { Filters, Hit, SearchAnswer } from './protocol.ts';
import { normalised, piecesOf } from './query.ts';
import { type Way, waysTo } from './ways.ts';

export interface Request {
  query: string;
  filters: Filters;
  /** How many results are wanted. */
  limit: number;
}

/** Pages are read and reported so many at a time. */
const pageful = 10;

/** A way none of whose first pages holds what was looked for does not hold; unit: pages read before it is given up. */
const patience = 20;

const nothing: SearchAnswer = { answeredBy: 'exact', instead: undefined, suggestions: [], total: 0, hits: [], complete: true };

/** The engine for one request: stops at the next step once a newer query has come, and does not look for the same thing twice. */
function forOneRequest(engine: Engine, signal: AbortSignal): Engine {
  const found = new Map<string, ReturnType<Engine['find']>>();
  return {
    find(tokens, filters) {
      signal.throwIfAborted();
      const key = tokens.join(' ');
      const finding = found.get(key) ?? engine.find(tokens, filters);
      found.set(key, finding);
      return finding;
    },
    read(id) {
      signal.throwIfAborted();
      return engine.read(id);
    },
  };
}

/** Reads the pages of a way in order, as many at a time as are still wanted, and leaves out those that do not hold what they must.
 *  Of those read together, pages with just this title come first, then those with just this alias. */
async function filled(engine: Engine, way: Way, limit: number, report: (answer: SearchAnswer) => void): Promise<SearchAnswer> {
  const { answeredBy, candidates, needles, instead, suggestions = [] } = way;
  const hits: Hit[] = [];
  let dropped = 0;
  const answer = (complete: boolean): SearchAnswer => ({
    answeredBy,
    instead,
    suggestions,
    total: candidates.length - dropped,
    hits: [...hits],
    complete,
  });
  /** 0: the title is what was looked for; 1: an alias is; 2: neither. */
  const rank = ({ names: [title = '', ...aliases] }: IndexedPage) =>
    needles.includes(title) ? 0 : aliases.some((alias) => needles.includes(alias)) ? 1 : 2;
  for (let at = 0; at < candidates.length && hits.length < limit; ) {
    const batch = candidates.slice(at, at + Math.min(limit - hits.length, pageful));
    at += batch.length;
    const pages = await Promise.all(batch.map(({ found }) => engine.read(found.id)));
    const holding = pages.filter(({ compared }, index) => batch[index]?.must.every((text) => compared.includes(text)));
    dropped += pages.length - holding.length;
    for (const page of holding.sort((one, other) => rank(one) - rank(other))) {
      const { href, title, kind, unit, level } = page;
      hits.push({ href, title, kind, unit, level, excerpt: excerptOf(page, needles) });
    }
    if (hits.length === 0 && at >= patience) return nothing;
    if (hits.length > 0) report(answer(false));
  }
  return answer(true);
}

/** The answer and all pages it is taken from; `report` is told of it while it grows. Rejects with an AbortError once a newer query
 *  has come. */
export async function answered(
  engine: Engine,
  words: Words,
  { query, filters, limit }: Request,
  signal: AbortSignal,
  report: (answer: SearchAnswer) => void = () => {},
): Promise<{ answer: SearchAnswer; ids: string[] }> {
  const asked = normalised(query);
  if (piecesOf(asked).length === 0) return { answer: nothing, ids: [] };
  const guarded = forOneRequest(engine, signal);
  for await (const way of waysTo({ engine: guarded, words, filters }, asked)) {
    const answer = await filled(guarded, way, limit, report);
    if (answer.hits.length > 0) return { answer, ids: way.candidates.map(({ found }) => found.id) };
  }
  return { answer: nothing, ids: [] };
}
