// Pagefind in a module worker: there is no document here, so it does not re-segment what it is given, and typing never blocks.
// In: a request. Out: an answer, for the newest request only.

import type { Filters, FromWorker, Hit, SearchAnswer, SearchRequest } from '../protocol.ts';
import { holdsRuns, piecesOf } from '../query.ts';
import { decode } from '../tokens.ts';
import type { Pagefind, PagefindResult } from './pagefind.ts';

/** Aliases stand behind this token; see search/build-index.ts. */
const aliasMark = '|!';
const excerptLength = 90;
/** How far before the find an excerpt begins. */
const excerptLead = 18;

let pagefind: Promise<Pagefind> | undefined;
let newest = 0;

async function load(indexUrl: string): Promise<Pagefind> {
  const loaded = (await import(/* @vite-ignore */ `${indexUrl}pagefind.js`)) as Pagefind;
  await loaded.options({ baseUrl: '/', ranking: { pageLength: 0.3, termSimilarity: 2, metaWeights: { title: 6, alias: 12 } } });
  await loaded.init();
  return loaded;
}

const asPagefindFilters = (filters: Filters) =>
  Object.fromEntries(
    Object.entries(filters)
      .filter(([, word]) => word)
      .map(([name, word]) => [name, [word]]),
  );

async function toHit(result: PagefindResult): Promise<Hit> {
  const data = await result.data();
  const tokens = data.content.split(' ').filter(Boolean);
  const end = tokens.indexOf(aliasMark);
  const title = decode(data.meta['title'] ?? '');
  const text = decode((end < 0 ? tokens : tokens.slice(0, end)).join(' '));
  const found = new Set(result.words);
  const inBody = result.words.find((position) => position >= title.length && position < text.length) ?? title.length;
  const start = Math.max(Math.min(inBody, text.length) - excerptLead, title.length);
  const excerpt: Hit['excerpt'] = [];
  for (let position = start; position < Math.min(text.length, start + excerptLength); position++) {
    const isFound = found.has(position) || found.has(position - 1);
    const last = excerpt.at(-1);
    const piece = (text[position] ?? '').replaceAll('\n', '　');
    if (last?.found === isFound) last.text += piece;
    else excerpt.push({ text: piece, found: isFound });
  }
  return {
    href: data.raw_url ?? data.url,
    title: title.join('').trim(),
    kind: data.meta['kind'] ?? '',
    unit: data.meta['unit'],
    level: data.meta['level'],
    excerpt,
  };
}

/** Pages by how much of the query they hold; those with less than half of the best are left out. */
async function nearest(engine: Pagefind, pieces: string[][], filters: Filters): Promise<PagefindResult[]> {
  const scores = new Map<string, { result: PagefindResult; held: number }>();
  for (const token of pieces.flat()) {
    const { results } = await engine.search(token, { filters: asPagefindFilters(filters) });
    for (const result of results) {
      const entry = scores.get(result.id) ?? { result, held: 0 };
      entry.held += 1;
      entry.result.words = [...new Set([...entry.result.words, ...result.words])].sort((a, b) => a - b);
      scores.set(result.id, entry);
    }
  }
  const all = [...scores.values()].sort((a, b) => b.held - a.held || b.result.score - a.result.score);
  const best = all[0]?.held ?? 0;
  return all.filter(({ held }) => held * 2 > best && held * 2 >= pieces.flat().length).map(({ result }) => result);
}

async function answer(engine: Pagefind, { id, query, filters, limit }: SearchRequest): Promise<SearchAnswer> {
  const pieces = piecesOf(query);
  if (pieces.length === 0) return { id, answeredBy: 'exact', total: 0, hits: [] };
  const found = await engine.search(pieces.flat().join(' '), { filters: asPagefindFilters(filters) });
  const exact = found.results.filter((result) => holdsRuns(result.words, pieces));
  const results = exact.length > 0 ? exact : await nearest(engine, pieces, filters);
  const hits = await Promise.all(results.slice(0, limit).map(toHit));
  return { id, answeredBy: exact.length > 0 ? 'exact' : 'near', total: results.length, hits };
}

self.addEventListener('message', async ({ data }: MessageEvent<SearchRequest & { indexUrl: string }>) => {
  newest = data.id;
  const reply = (message: FromWorker) => {
    if (data.id === newest) self.postMessage(message);
  };
  try {
    pagefind ??= load(data.indexUrl);
    reply(await answer(await pagefind, data));
  } catch (error) {
    pagefind = undefined;
    reply({ id: data.id, failed: error instanceof Error ? error.message : String(error) });
  }
});
