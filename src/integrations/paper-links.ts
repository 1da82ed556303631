// Build hook of the print build: links on paper. What is printed in the same document is linked there; the rest leads to its public
// address, where the county has one; else it is plain text.
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { anchorOf } from '../views/urls.ts';

/** `home` is the public address of the site, with a slash at its end. */
export function paperLinks(html: string, home: string | undefined): string {
  const anchors = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
  return html.replace(/\shref="\/(?!\/)([^"]*)"/g, (_match, address: string) => {
    const anchor = anchorOf(`/${address}`);
    if (anchors.has(anchor)) return ` href="#${anchor}"`;
    return home ? ` href="${home}${address}"` : '';
  });
}

export function paperLinksIntegration(): AstroIntegration {
  return {
    name: 'paper-links',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        for await (const file of glob('**/*.html', { cwd: root })) {
          const path = join(root, file);
          const html = await readFile(path, 'utf8');
          const home = /<html[^>]*\sdata-home="([^"]+)"/.exec(html)?.[1];
          await writeFile(path, paperLinks(html, home?.replace(/\/?$/, '/')));
        }
      },
    },
  };
}
