// The county as the public may see it, read once per build (again in `dev` when a content file has changed).
// This is the only door between files and pages.
import type { County } from '../model/county.ts';
import { disclosed } from '../model/disclosed.ts';
import { resolve } from '../model/resolve.ts';
import { contentDirectory, readCountyFolder } from './county-folder.ts';

let current: Promise<County> | undefined;

async function readPublished(): Promise<County> {
  const { entries } = await readCountyFolder(contentDirectory());
  return resolve(disclosed(entries));
}

/** Reads on the first call; later calls get the same county. */
export function publishedCounty(): Promise<County> {
  current ??= readPublished();
  return current;
}

/** Makes the next `publishedCounty()` read the files again. */
export function forgetPublishedCounty(): void {
  current = undefined;
}
