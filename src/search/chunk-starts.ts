// The first word of every file of an index, in order. Pagefind opens one file for a word; whoever looks for all words that begin
// with a character must know that they go on in the next files. In: the index folder. Out: the words.
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';

/** Every file of Pagefind begins with this. */
const signature = 'pagefind_dcd';

/** Pagefind 1.6: [version, pages, [[first word, last word, file], …], …]. Throws when the index has another shape. */
export async function chunkStarts(folder: string): Promise<string[]> {
  const [file] = await Array.fromAsync(glob('*.pf_meta', { cwd: folder }));
  if (!file) throw new Error(`no index in ${folder}`);
  const bytes = gunzipSync(await readFile(join(folder, file)));
  if (bytes.subarray(0, signature.length).toString() !== signature) throw new Error(`${file} is not an index of Pagefind`);
  const chunks = (decode(bytes.subarray(signature.length)) as unknown[])[2] as [string, string, string][];
  return chunks.map(([first]) => first);
}
