// A build reads the content folder once. Checks, prose loaders and pages all want it, and Astro bundles them into modules apart from
// each other, so what was read is kept with the process: the handbooks that a build prints before its pages are of the same content.
// `dev` keeps nothing: files change under its hands.
import type { Content } from '../model/entry.ts';
import { contentDirectory, readCountyFolder } from './county-folder.ts';

interface Kept {
  directory: string;
  content: Promise<Content>;
}
const holder = globalThis as { [key: symbol]: Kept | undefined };
const place = Symbol.for('five-disclosures: content read by this build');

/** A build begins: reads the folder, for all that follows in this process. */
export function readForBuild(): void {
  const directory = contentDirectory();
  if (holder[place]?.directory === directory) return;
  holder[place] = { directory, content: readCountyFolder(directory) };
  // Whoever asks for it is told; here is nobody to tell.
  holder[place].content.catch(() => undefined);
}

/** The content folder in force: as this build has read it, or else read now. */
export function readContent(): Promise<Content> {
  const directory = contentDirectory();
  const kept = holder[place];
  return kept?.directory === directory ? kept.content : readCountyFolder(directory);
}
