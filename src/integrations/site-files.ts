// The finished site as a folder of files, for the hooks that read or rewrite all of it. In: the root of the site. Paths are relative to
// it, with `/` on every system, in one order on every machine.
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file of the site. */
export async function filesOf(root: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of glob('**/*', { cwd: root, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/').replace(/^\//, ''));
  return files.sort();
}

/** Gives every page to `change` and writes what comes back. */
export async function rewritePages(root: string, change: (html: string, file: string) => string): Promise<void> {
  for (const file of await filesOf(root)) {
    if (!file.endsWith('.html')) continue;
    const path = join(root, file);
    await writeFile(path, change(await readFile(path, 'utf8'), file));
  }
}
