// Build hook: root-relative addresses in the finished pages → addresses relative to the page. The same folder then works at /,
// under /zwgk/wgk/ and wherever it is moved, without being told.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rewritePages } from './site-files.ts';

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
        await rewritePages(fileURLToPath(dir), (html, file) => relativeLinks(html, file.split('/').length - 1));
      },
    },
  };
}
