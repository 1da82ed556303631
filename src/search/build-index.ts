// Search documents → Pagefind's index files. In: what the county's pages say. Out: a folder of static files, read on demand.
import { close, createIndex } from 'pagefind';
import type { SearchDocument } from '../views/search-document.ts';
import { encode } from './tokens.ts';

/** Records are added in batches: one message each to Pagefind's process, without holding all answers open. */
const batch = 200;

/** Separates the text from aliases: a block that is searched but never quoted in an excerpt. */
export const aliasMark = '|!';

function content({ title, text, aliases }: SearchDocument): string {
  const shown = encode([title, ...text].join('\n'));
  return aliases.length > 0 ? `${shown} ${aliasMark} ${encode(aliases.join('\n'))}` : shown;
}

/** Writes the index to a folder. Throws with Pagefind's own message when it refuses a record. */
export async function buildIndex(documents: readonly SearchDocument[], outputPath: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  if (!index) throw new Error(errors.join('; '));
  try {
    for (let start = 0; start < documents.length; start += batch) {
      const answers = await Promise.all(
        documents.slice(start, start + batch).map((document) =>
          index.addCustomRecord({
            url: document.href,
            language: 'unknown',
            content: content(document),
            meta: {
              title: encode(document.title),
              ...(document.aliases.length > 0 ? { alias: encode(document.aliases.join('\n')) } : {}),
              kind: document.kind,
              ...(document.unit ? { unit: document.unit } : {}),
              ...(document.level ? { level: document.level } : {}),
            },
            filters: {
              kind: [document.kind],
              ...(document.unit ? { unit: [document.unit] } : {}),
              ...(document.level ? { level: [document.level] } : {}),
            },
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
}
