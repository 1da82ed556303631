// Build hook: root-relative addresses in the finished pages → addresses relative to the page. The same folder then works at /,
// under /zwgk/wgk/ and wherever it is moved, without being told.
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Attributes that hold an address, and the target of a refresh. */
const addresses = /(\s(?:href|src|action|data-root|data-attract)=")\/(?!\/)([^"]*")|(content="\d+; url=)\/([^"]*")/g;

/** `depth` is the number of folders between the page and the root of the site. */
export function relativeLinks(html: string, depth: number): string {
  const up = '../'.repeat(depth) || './';
  return html.replace(addresses, (_match, before = '', rest = '', refresh = '', target = '') => `${before}${refresh}${up}${rest}${target}`);
}

export function relativeLinksIntegration(): AstroIntegration {
  return {
    name: 'relative-links',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        for await (const file of glob('**/*.html', { cwd: root })) {
          const path = join(root, file);
          const depth = file.split(/[\\/]/).length - 1;
          await writeFile(path, relativeLinks(await readFile(path, 'utf8'), depth));
        }
      },
    },
  };
}
