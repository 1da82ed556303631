// The engines of the bench: their indexes and their pages, written to a folder that is then served.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { build } from 'vite';
import { buildIndex, type Synonyms } from '../../src/search/build-index.ts';
import type { SearchDocument } from '../../src/views/search-document.ts';
import { storedAddresses } from '../search-index.ts';
import { flexSearchIndex } from './engines/flexsearch.ts';
import { miniSearchOptions } from './engines/minisearch.ts';

/** Whole indexes of the largest county do not fit into memory beside the browser. */
export const enginesFor = (documents: number) =>
  documents > 10_000 ? ['ours', 'documented'] : ['ours', 'documented', 'minisearch', 'flexsearch'];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Pagefind over HTML pages, no option set. */
async function buildDocumented(folder: string, documents: readonly SearchDocument[]): Promise<void> {
  delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  const { index } = await createIndex({});
  if (!index) throw new Error('Pagefind does not start');
  for (const { href, title, text, aliases } of documents) {
    const content = `<!doctype html><html lang="zh-CN"><body><h1>${escaped(title)}</h1>${[...text, ...aliases].map((line) => `<p>${escaped(line)}</p>`).join('')}</body></html>`;
    await index.addHTMLFile({ url: href, content });
  }
  await index.writeFiles({ outputPath: join(folder, 'documented') });
  await close();
}

async function buildMiniSearch(folder: string, documents: readonly SearchDocument[]): Promise<void> {
  const index = new MiniSearch(miniSearchOptions);
  index.addAll(documents.map(({ href, title, text, aliases }) => ({ href, title, text: text.join('\n'), aliases: aliases.join('\n') })));
  await writeFile(join(folder, 'minisearch.json'), JSON.stringify(index));
}

async function buildFlexSearch(folder: string, documents: readonly SearchDocument[]): Promise<void> {
  const index = flexSearchIndex();
  for (const [id, { title, text, aliases }] of documents.entries()) index.add(id, [title, ...text, ...aliases].join('\n'));
  const parts: [string, string][] = [];
  index.export((key, data) => {
    if (data) parts.push([key, data]);
  });
  await writeFile(join(folder, 'flexsearch.json'), JSON.stringify({ addresses: documents.map(({ href }) => href), parts }));
}

async function buildPages(folder: string, names: readonly string[]): Promise<void> {
  const pages = join(folder, '.pages');
  await mkdir(pages);
  for (const name of names) {
    const module = join(import.meta.dirname, 'engines', `${name}.ts`);
    await writeFile(
      join(pages, `${name}.html`),
      `<!doctype html><html lang="zh-CN"><script type="module" src="${module}"></script></html>`,
    );
  }
  await build({
    configFile: false,
    logLevel: 'error',
    root: pages,
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: false, rollupOptions: { input: names.map((name) => join(pages, `${name}.html`)) } },
  });
}

/** Seconds each index took. */
export async function buildEngines(
  folder: string,
  names: readonly string[],
  documents: readonly SearchDocument[],
  synonyms: Synonyms,
): Promise<Record<string, number>> {
  const builders: Record<string, () => Promise<void>> = {
    ours: () => buildIndex(documents, synonyms, join(folder, 'pagefind')),
    documented: () => buildDocumented(folder, documents),
    minisearch: () => buildMiniSearch(folder, documents),
    flexsearch: () => buildFlexSearch(folder, documents),
  };
  const seconds: Record<string, number> = {};
  for (const name of names) {
    const start = performance.now();
    await builders[name]?.();
    seconds[name] = (performance.now() - start) / 1000;
  }
  await buildPages(folder, names);
  return seconds;
}

/** What an engine calls its pages → their addresses, where that is not the same. */
export const addressesOf = async (folder: string, name: string) =>
  name === 'documented' ? storedAddresses(join(folder, 'documented')) : undefined;
