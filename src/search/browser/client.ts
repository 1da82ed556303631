// The page's side of search: asks the worker, and when that fails looks through the titles itself.
// In: questions. Out: answers through callbacks; an answer that is no longer wanted is not delivered.
import type { FilterCounts, FilterName, Filters, FromWorker, SearchAnswer, ToWorker } from '../protocol.ts';
import { type TitleEntry, titleSearch } from '../title-search.ts';

export interface SearchRequest {
  query: string;
  filters: Filters;
  limit: number;
}

export interface SearchClient {
  /** `deliver` is called as results come in; the last answer is `complete`. A newer search ends this one. */
  search(request: SearchRequest, deliver: (answer: SearchAnswer) => void, fail: () => void): void;
  counts(query: string, filters: Filters, words: Partial<Record<FilterName, string[]>>, deliver: (counts: FilterCounts) => void): void;
  suggest(typed: string, limit: number, deliver: (suggestions: string[]) => void): void;
}

type Ask = ToWorker['ask'];
type Content = ToWorker extends infer Message ? (Message extends ToWorker ? Omit<Message, 'id' | 'indexUrl'> : never) : never;

/** `root` is the address of the site's home page. */
export function searchClient(root: URL): SearchClient {
  const indexUrl = new URL('pagefind/', root).href;
  const newest: Partial<Record<Ask, number>> = {};
  const waiting = new Map<number, (answer: FromWorker) => void>();
  let id = 0;
  let worker: Worker | undefined;
  let broken = false;

  function breakDown(): void {
    broken = true;
    worker?.terminate();
    const left = [...waiting];
    waiting.clear();
    for (const [key, receive] of left) receive({ id: key, failed: 'worker' });
  }

  function running(): Worker {
    if (worker) return worker;
    worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => waiting.get(data.id)?.(data));
    worker.addEventListener('error', breakDown);
    return worker;
  }

  function send(content: Content, receive: (answer: FromWorker) => void): void {
    id += 1;
    const own = id;
    const previous = newest[content.ask];
    if (previous !== undefined) waiting.delete(previous);
    newest[content.ask] = own;
    waiting.set(own, receive);
    try {
      if (broken) throw new Error('worker');
      running().postMessage({ ...content, id: own, indexUrl });
    } catch {
      broken = true;
      waiting.delete(own);
      receive({ id: own, failed: 'worker' });
    }
  }

  let titles: Promise<TitleEntry[]> | undefined;
  const allTitles = () => {
    titles ??= fetch(`${indexUrl}titles.json`).then((response) => response.json() as Promise<TitleEntry[]>);
    return titles;
  };

  return {
    search(request, deliver, fail) {
      send({ ask: 'search', ...request }, async (message) => {
        if ('answer' in message) {
          deliver(message.answer);
          return;
        }
        const own = newest.search;
        try {
          const entries = await allTitles();
          if (own === newest.search) deliver(titleSearch(entries, request.query, request.filters, request.limit));
        } catch {
          titles = undefined;
          if (own === newest.search) fail();
        }
      });
    },
    counts(query, filters, words, deliver) {
      send({ ask: 'counts', query, filters, words }, (message) => {
        if ('counts' in message) deliver(message.counts);
      });
    },
    suggest(typed, limit, deliver) {
      send({ ask: 'suggest', typed, limit }, (message) => {
        deliver('suggestions' in message ? message.suggestions : []);
      });
    },
  };
}
