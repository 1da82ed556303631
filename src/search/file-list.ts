// The list of an index's files, which Pagefind loads before the first query: a line a page, a line a file of words. Most of it are
// names made of hashes, which nothing compresses, so the files are numbered. In: the index folder as Pagefind wrote it. Out: the same
// with short names, and the first word of every file of words. Pagefind opens one file for a word; whoever looks for all words that
// begin with a character must know that they go on in the next files.
import { createHash } from 'node:crypto';
import { glob, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

/** Every file of Pagefind begins with this. */
const signature = 'pagefind_dcd';

type Page = [name: string, words: number, group: string];
type WordFile = [first: string, last: string, name: string];
/** Pagefind 1.6: version, pages, files of words, and what is left as it is. */
type FileList = [string, Page[], WordFile[], ...unknown[]];

/** Numbers the files of pages and of words, and gives the first word of every file of words. Names begin with what the whole index
 *  is known by, so that no cache mixes two builds. Throws when the index has another shape. */
export async function shortenNames(folder: string): Promise<string[]> {
  const [file] = await Array.fromAsync(glob('*.pf_meta', { cwd: folder }));
  if (!file) throw new Error(`no index in ${folder}`);
  const bytes = gunzipSync(await readFile(join(folder, file)));
  if (bytes.subarray(0, signature.length).toString() !== signature) throw new Error(`${file} is not an index of Pagefind`);
  const build = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const [version, pages, wordFiles, ...rest] = decode(bytes.subarray(signature.length)) as FileList;
  const renamed = async (name: string, number: number, of: 'fragment' | 'index') => {
    const short = `${build}-${number}`;
    await rename(join(folder, of, `${name}.pf_${of}`), join(folder, of, `${short}.pf_${of}`));
    return short;
  };
  const list: FileList = [version, [], [], ...rest];
  for (const [at, [name, words, group]] of pages.entries()) list[1].push([await renamed(name, at, 'fragment'), words, group]);
  for (const [at, [first, last, name]] of wordFiles.entries()) list[2].push([first, last, await renamed(name, at, 'index')]);
  await writeFile(join(folder, file), gzipSync(Buffer.concat([Buffer.from(signature), encode(list)]), { level: 9 }));
  return wordFiles.map(([first]) => first);
}
