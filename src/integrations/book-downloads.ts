// Build hook: the handbooks that this build has printed → downloads/, where the pages link to them.
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { booksFolder, printedBooks } from '../reading/printed-books.ts';
import { bookUrl } from '../views/urls.ts';

export function bookDownloads(): AstroIntegration {
  return {
    name: 'book-downloads',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = booksFolder();
        if (folder === undefined) return;
        for (const { id } of await printedBooks()) {
          const file = join(fileURLToPath(dir), bookUrl(id));
          await mkdir(dirname(file), { recursive: true });
          await copyFile(join(folder, `${id}.pdf`), file);
        }
      },
    },
  };
}
