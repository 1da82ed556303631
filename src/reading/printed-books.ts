// The handbooks that the build has printed before it makes the site (scripts/build.ts --handbooks). In: the folder named by HANDBOOKS,
// with the list of its PDFs. Out: the books, and where they lie. Without the variable there are none.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrintedBook } from '../model/county.ts';

const listFile = 'books.json';

/** Folder of the PDFs, if this build publishes any. */
export const booksFolder = (): string | undefined => process.env['HANDBOOKS'];

/** Where the list lies in a folder of PDFs. */
export const booksList = (folder: string): string => join(folder, listFile);

export async function printedBooks(): Promise<PrintedBook[]> {
  const folder = booksFolder();
  return folder === undefined ? [] : JSON.parse(await readFile(booksList(folder), 'utf8'));
}
