// A real index of real pages with the real engine, without a browser: what the tests of search start from.
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { answered } from '../src/search/answer.ts';
import { pagefindEngine } from '../src/search/browser/pagefind.ts';
import { buildIndex, type Synonyms } from '../src/search/build-index.ts';
import type { Engine } from '../src/search/engine.ts';
import type { Filters, SearchAnswer } from '../src/search/protocol.ts';
import { type TermList, termList } from '../src/search/term-list.ts';
import type { SearchDocument } from '../src/views/search-document.ts';

export interface OpenIndex {
  folder: string;
  engine: Engine;
  terms: TermList;
  /** `all`: addresses of all pages found, in order, as far as they were not checked on their text. */
  search(query: string, filters?: Filters, limit?: number): Promise<SearchAnswer & { all: string[] }>;
  close(): Promise<void>;
}

/** Which page each result is, read from the index itself: asking Pagefind for thousands of pages would take minutes. */
export async function storedAddresses(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const file of glob('*.pf_fragment', { cwd: join(folder, 'fragment') })) {
    const text = gunzipSync(await readFile(join(folder, 'fragment', file))).toString();
    const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
    found.set(file.replace('.pf_fragment', ''), url.split('|')[0] ?? '');
  }
  return found;
}

/** Builds an index in a temporary folder and opens it. */
export async function openIndex(documents: readonly SearchDocument[], synonyms: Synonyms): Promise<OpenIndex> {
  const folder = await mkdtemp(join(tmpdir(), 'search-'));
  await buildIndex(documents, synonyms, folder);
  const index = await openBuilt(folder);
  return {
    ...index,
    async close() {
      await index.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the index in a folder. Pagefind reads its files over HTTP, so they are served. */
export async function openBuilt(folder: string): Promise<OpenIndex> {
  const server = createServer(async ({ url = '/' }, response) => {
    const body = await readFile(join(folder, new URL(url, 'http://localhost').pathname)).catch(() => undefined);
    response.writeHead(body ? 200 : 404).end(body);
  }).listen(0, '127.0.0.1');
  // A test that thinks for longer than a connection is kept would find it closed.
  server.keepAliveTimeout = 0;
  await new Promise((resolve) => server.once('listening', resolve));
  const served = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const read = async (file: string) => JSON.parse(await readFile(join(folder, file), 'utf8'));
  const [written, address] = [(await read('synonyms.json')) as Synonyms, await storedAddresses(folder)];
  const terms = termList(await read('terms.json'));
  const engine = await pagefindEngine(
    served,
    // The program from the disk, since Node imports nothing over HTTP; the index through the server.
    () => import(pathToFileURL(join(folder, 'pagefind.js')).href),
    () => read('starts.json'),
    () => 0,
  );
  return {
    folder,
    engine,
    terms,
    async search(query, filters = {}, limit = 10) {
      const words = { synonyms: written, terms: async () => terms };
      const { answer, ids } = await answered(engine, words, { query, filters, limit }, new AbortController().signal);
      return { ...answer, all: ids.map((id) => address.get(id) ?? '') };
    },
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
