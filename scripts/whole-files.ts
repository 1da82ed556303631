// Files that are whole at every moment: all are written beside their places before the first is put there.
import { rename, rm, writeFile } from 'node:fs/promises';

/** Path → content. Throws the fault of the file system and leaves nothing half-written behind; a file is then the old one or the new. */
export async function writeWhole(files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  const staged = (path: string) => `${path}.new`;
  try {
    for (const [path, content] of files) await writeFile(staged(path), content);
    for (const path of files.keys()) await rename(staged(path), path);
  } catch (error) {
    for (const path of files.keys()) await rm(staged(path), { force: true });
    throw error;
  }
}
