// Search in a module worker: there is no document here, so Pagefind does not cut again what it is given, and typing never blocks.
// In: questions of a page (protocol.ts). Out: answers; a search ends when a newer one comes.

import { answered } from '../answer.ts';
import type { Engine, Words } from '../engine.ts';
import { countsOf, type Membership, membershipOf } from '../facets.ts';
import type { FromWorker, ToWorker } from '../protocol.ts';
import { normalised } from '../query.ts';
import { type TermFile, type TermList, termList } from '../term-list.ts';
import { pagefindEngine } from './pagefind.ts';
import { watchedFetch } from './whole-files.ts';

const lost = watchedFetch(self);

const loading = new Map<string, Promise<unknown>>();

/** Loads once; what failed is tried again the next time. */
function once<T>(name: string, load: () => Promise<T>): Promise<T> {
  const started = (loading.get(name) as Promise<T> | undefined) ?? load();
  loading.set(name, started);
  started.catch(() => loading.delete(name));
  return started;
}

const file = <T>(indexUrl: string, name: string) => once(name, async () => (await (await fetch(`${indexUrl}${name}.json`)).json()) as T);

const terms = (indexUrl: string): Promise<TermList> => once('list', async () => termList(await file<TermFile>(indexUrl, 'terms')));

const engine = (indexUrl: string): Promise<Engine> =>
  once('engine', () =>
    pagefindEngine(
      indexUrl,
      (url) => import(/* @vite-ignore */ url),
      () => file<string[]>(indexUrl, 'starts'),
      lost,
    ),
  );

const membership = (indexUrl: string, words: Parameters<typeof membershipOf>[1]): Promise<Membership> =>
  once('membership', async () => membershipOf(await engine(indexUrl), words));

async function start(indexUrl: string): Promise<{ ready: Engine; words: Words }> {
  const [ready, synonyms] = await Promise.all([engine(indexUrl), file<Words['synonyms']>(indexUrl, 'synonyms')]);
  return { ready, words: { synonyms, terms: () => terms(indexUrl) } };
}

let newest = new AbortController();

async function work(message: ToWorker, reply: (answer: FromWorker) => void): Promise<void> {
  const { id, indexUrl } = message;
  if (message.ask === 'suggest') {
    const list = await terms(indexUrl);
    reply({ id, suggestions: list.suggest(normalised(message.typed), message.limit) });
    return;
  }
  if (message.ask === 'search') {
    newest.abort();
    newest = new AbortController();
  }
  const { signal } = newest;
  const { ready, words } = await start(indexUrl);
  signal.throwIfAborted();
  if (message.ask === 'search') {
    const { answer } = await answered(ready, words, message, signal, (growing) => reply({ id, answer: growing }));
    reply({ id, answer });
  } else {
    const { ids } = await answered(ready, words, { query: message.query, filters: {}, limit: 1 }, signal);
    reply({ id, counts: countsOf(await membership(indexUrl, message.words), ids, message.filters) });
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  const reply = (answer: FromWorker) => self.postMessage(answer);
  try {
    await work(data, reply);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    reply({ id: data.id, failed: error instanceof Error ? error.message : String(error) });
  }
});
