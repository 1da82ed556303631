// The county as the public may see it, read once per build (again in `dev` when a content file has changed).
// This is the only door between files and pages.
import type { County } from '../model/county.ts';
import { disclosed } from '../model/disclosed.ts';
import { resolve } from '../model/resolve.ts';
import { readContent } from './one-reading.ts';
import { printedBooks } from './printed-books.ts';

let current: Promise<County> | undefined;
let readAt = 0;

/** In `dev` files change under our hands, so what was read is trusted no longer than this. Unit: ms. */
const devLifetime = 1000;

async function readPublished(): Promise<County> {
  const { entries } = await readContent();
  const county = resolve(disclosed(entries));
  return { ...county, books: await printedBooks() };
}

/** Reads on the first call; later calls of a build get the same county. */
export function publishedCounty(): Promise<County> {
  const isStale = import.meta.env?.DEV === true && Date.now() - readAt > devLifetime;
  if (!current || isStale) {
    current = readPublished();
    readAt = Date.now();
  }
  return current;
}
