// Build hook of the print build: links on paper. What is printed in the same document is linked there; the rest leads to its public
// address, where the county has one; else it is plain text.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { anchorOf } from '../views/urls.ts';
import { rewritePages } from './site-files.ts';

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
        await rewritePages(fileURLToPath(dir), (html) => {
          const home = /<html[^>]*\sdata-home="([^"]+)"/.exec(html)?.[1];
          return paperLinks(html, home?.replace(/\/?$/, '/'));
        });
      },
    },
  };
}
