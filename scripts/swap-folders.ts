// Puts a finished folder in place of the old one. Both are whole at every moment; when it fails, the old one is back.
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

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
