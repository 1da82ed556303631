// Puts a finished folder in place of the old one. Both are whole at every moment; when it fails, the old one is back. What is not an
// old one of ours may not be replaced: ask before the work begins.
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';

/** May the folder be replaced: is it not there, empty, or one of ours, which all hold the file `mark`? */
export async function isReplaceable(out: string, mark: string): Promise<boolean> {
  if (!existsSync(out)) return true;
  const names = await readdir(out).catch(() => undefined);
  return names !== undefined && (names.length === 0 || names.includes(mark));
}

export async function swapFolders(finished: string, out: string): Promise<void> {
  const previous = `${out}.old`;
  await rm(previous, { recursive: true, force: true });
  if (existsSync(out)) await rename(out, previous);
  try {
    await rename(finished, out);
  } catch (error) {
    if (existsSync(previous)) await rename(previous, out);
    throw error;
  }
  await rm(previous, { recursive: true, force: true });
}
