// What has been printed before. In: what a document is printed from, as a hash, and where its PDF lies. Out: whether that PDF is still
// it; and new PDFs written whole, so that a reader finds the old one or the new one and never half of one.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ChapterPlaces } from './chapters.ts';

export const hashOf = (...parts: (string | Uint8Array)[]): string =>
  parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256')).digest('hex');

/** The record of a PDF: made from what, and which bytes. Beside the build, not beside the PDF: folders of offices stay clean. */
const recordFile = (file: string) => join(import.meta.dirname, '../../.build/printed', `${hashOf(file).slice(0, 24)}.json`);

/** What is known of a PDF besides its bytes. */
export interface Imprint {
  pageCount: number;
  /** Of a book with a single chapter. */
  chapter?: ChapterPlaces | undefined;
}

interface Print extends Imprint {
  source: string;
  bytes: string;
}

/** What is known of the PDF at `file` if it was printed from the same source and nobody has touched it since; else undefined. */
export async function printedBefore(file: string, source: string): Promise<Imprint | undefined> {
  try {
    const record = JSON.parse(await readFile(recordFile(file), 'utf8')) as Print;
    return record.source === source && record.bytes === hashOf(await readFile(file)) ? record : undefined;
  } catch {
    return undefined;
  }
}

async function writeWhole(file: string, bytes: string | Uint8Array): Promise<void> {
  const staged = `${file}.new`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(staged, bytes);
    await rename(staged, file);
  } catch (error) {
    await rm(staged, { force: true });
    throw error;
  }
}

export async function keepPrint(file: string, source: string, print: Imprint & { bytes: Uint8Array }): Promise<void> {
  await writeWhole(file, print.bytes);
  await writeWhole(recordFile(file), JSON.stringify({ ...print, source, bytes: hashOf(print.bytes) } satisfies Print));
}
