// Build hook of the kiosk: nothing in a page leads away from the machine. Links to other sites become their words with a QR code for
// the visitor's own phone, phone numbers become text; then every page is read once more, and what still leads away stops the build.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { renderSVG } from 'uqr';
import { rewritePages } from './site-files.ts';

/** Thrown when a page would lead out; its message lists where. */
export class WayOut extends Error {
  override name = 'WayOut';
}

const outgoing = /<a\b[^>]*?\shref="((?:[a-z][a-z\d+.-]*:|\/\/)[^"]*)"[^>]*>(.*?)<\/a>/gis;

/** A page without links that leave the site. */
export function lockedIn(html: string): string {
  return html.replace(outgoing, (_link, href: string, words: string) => {
    if (!/^(https?:)?\/\//i.test(href)) return `<span>${words}</span>`;
    const address = href.replaceAll('&amp;', '&');
    return `<span class="elsewhere">${words}${renderSVG(address, { ecc: 'M', border: 4 }).replace('<svg', '<svg class="qr" role="img" aria-label="网址二维码"')}</span>`;
  });
}

/** What in a page leads out: an address elsewhere, a new window, a download, a form. */
export function waysOut(html: string): string[] {
  const tags = html.match(/<(?:a|area|form|iframe|object|embed|script|link|img|source|video|audio|meta|base)\b[^>]*>/gi) ?? [];
  return tags.filter(
    (tag) =>
      /\s(?:href|src|srcset|action|data|poster)="(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(tag) ||
      /\s(?:target|download|ping|formaction)\b/i.test(tag) ||
      /^<(?:form|iframe|object|embed|base)\b/i.test(tag) ||
      (/http-equiv="refresh"/i.test(tag) && /url=[a-z]+:/i.test(tag)),
  );
}

export function lockIn(): AstroIntegration {
  return {
    name: 'lock-in',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const lines: string[] = [];
        await rewritePages(fileURLToPath(dir), (page, file) => {
          const html = lockedIn(page);
          lines.push(...waysOut(html).map((tag) => `  ${file}：${tag}`));
          return html;
        });
        if (lines.length > 0) throw new WayOut(`查询机的网页里有通往外面的地方：\n${lines.join('\n')}`);
      },
    },
  };
}
