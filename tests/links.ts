// The links of a built site: every address leads to a file that is there, every anchor to a place on it, and none starts at the
// root of the host.
import { glob, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

export interface Site {
  /** All files, as paths from the root of the site. */
  files: Set<string>;
  /** The text of every page. */
  pages: Map<string, string>;
}

export async function readSite(folder: string): Promise<Site> {
  const found = await Array.fromAsync(glob('**/*', { cwd: folder, withFileTypes: true }));
  const files = new Set(
    found.filter((item) => item.isFile()).map((item) => posix.relative(folder, posix.join(item.parentPath, item.name))),
  );
  const pages = new Map<string, string>();
  for (const file of files) if (file.endsWith('.html')) pages.set(file, await readFile(join(folder, file), 'utf8'));
  return { files, pages };
}

/** One line for each link that does not hold. */
export function brokenLinks({ files, pages }: Site): string[] {
  const broken: string[] = [];
  const anchors = new Map([...pages].map(([page, html]) => [page, new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))]));
  for (const [page, html] of pages) {
    for (const [, address = ''] of html.matchAll(/\s(?:href|src|action|data-root)="([^"]*)"/g)) {
      if (/^(https?:|data:|tel:)/.test(address)) continue;
      if (address.startsWith('/')) broken.push(`${page}: ${address} starts at the root`);
      const [path = '', anchor] = address.replaceAll('&amp;', '&').split('#');
      const plain = path.split('?')[0] ?? '';
      const target = plain === '' ? page : posix.normalize(posix.join(posix.dirname(page), plain, plain.endsWith('/') ? 'index.html' : ''));
      if (!files.has(target)) broken.push(`${page}: ${address}`);
      else if (anchor && !anchors.get(target)?.has(anchor)) broken.push(`${page}: ${address} has no such place`);
    }
  }
  return broken;
}
