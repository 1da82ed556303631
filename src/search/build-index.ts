// Search documents → the files of search, read on demand. In: what the county's pages say, what people call things. Out: a folder:
// Pagefind's index, synonyms.json (for every query), terms.json (for suggestions, pinyin and slips), starts.json (for single
// characters), titles.json (for when the worker does not run).
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { SearchDocument } from '../views/search-document.ts';
import { termFile } from './build-terms.ts';
import { shortenNames } from './file-list.ts';
import { stored } from './indexed-page.ts';
import { filterNames } from './protocol.ts';
import type { TitleEntry } from './title-search.ts';

/** Records are added in batches: one message each to Pagefind's process, without holding all answers open. */
const batch = 200;

/** How much one index file holds: small files for a small query, not so small that their list outweighs them. Measured (docs/measured.md). */
const chunkSize = 2_000;

/** Pagefind's own user interfaces, which it writes beside every index and which no page of ours loads. */
const interfaces = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** Names people use → official names. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

/** Writes the index to a folder. Throws with Pagefind's own message when it refuses a record. */
export async function buildIndex(documents: readonly SearchDocument[], synonyms: Synonyms, outputPath: string): Promise<void> {
  // Read by Pagefind's process when it starts; there is no other way to tell it.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(chunkSize);
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  if (!index) throw new Error(errors.join('; '));
  try {
    for (let start = 0; start < documents.length; start += batch) {
      const answers = await Promise.all(
        documents.slice(start, start + batch).map((document) =>
          index.addCustomRecord({
            ...stored(document),
            language: 'unknown',
            filters: Object.fromEntries(filterNames.flatMap((name) => (document[name] ? [[name, [document[name]]]] : []))),
          }),
        ),
      );
      const refused = answers.flatMap((answer) => answer.errors);
      if (refused.length > 0) throw new Error(refused.join('; '));
    }
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(written.errors.join('; '));
  } finally {
    await close();
  }
  const unused = (await readdir(outputPath)).filter((file) => interfaces.test(file));
  await Promise.all(unused.map((file) => rm(join(outputPath, file))));
  const put = (file: string, data: unknown) => writeFile(join(outputPath, file), JSON.stringify(data));
  await put('synonyms.json', synonyms);
  await put('starts.json', await shortenNames(outputPath));
  const titles = documents.map(({ text: _text, sought: _sought, ...entry }): TitleEntry => entry);
  await put('titles.json', titles);
  await put('terms.json', termFile(documents, synonyms));
}
