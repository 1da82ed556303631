// This project's search, as the pages use it: the client and its worker. All results are counted in Node (bench-search.ts), so that
// the browser reads no more pages than it shows.
import { searchClient } from '../../../src/search/browser/client.ts';
import type { BenchAnswer } from './page.ts';

const client = searchClient(new URL('/', location.href));

const search = (query: string) =>
  new Promise<BenchAnswer>((resolve, reject) => {
    client.search(
      { query, filters: {}, limit: 10 },
      ({ complete, answeredBy, hits }) => {
        if (answeredBy === 'titles') reject(new Error('the worker does not run'));
        else if (complete) resolve({ all: [], first: hits.map(({ href }) => href) });
      },
      () => reject(new Error(`no answer to ${query}`)),
    );
  });

window.engine = { ready: () => search(''), search };
