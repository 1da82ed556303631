// How a page lies in the index. Writing: what the page says → the text, title and address that Pagefind stores. Reading: what
// Pagefind gives back → the page with its true text. Both here, because each must undo the other.
import type { SearchDocument } from '../views/search-document.ts';
import type { IndexedPage } from './engine.ts';
import { comparable, decode, encode, words } from './tokens.ts';

/** Separates the text from aliases: a block that is searched but never quoted in an excerpt. */
const aliasMark = '|!';

/** Separates the address from what is shown with a result. Pagefind indexes every meta field, an address it does not. */
const addressMark = '|';

export interface StoredPage {
  url: string;
  content: string;
  meta: Record<string, string>;
}

export function stored({ href, title, text, aliases, kind, unit, level }: SearchDocument): StoredPage {
  const shown = encode([title, ...text].join('\n'));
  const hidden = encode(aliases.join('\n'));
  return {
    url: [href, kind, unit ?? '', level ?? ''].join(addressMark),
    content: aliases.length > 0 ? `${shown} ${aliasMark} ${hidden}` : shown,
    meta: { title: encode(title), ...(aliases.length > 0 ? { alias: hidden } : {}) },
  };
}

export function indexedPage({ url, content, meta }: StoredPage): IndexedPage {
  const [href = '', kind = '', unit, level] = url.split(addressMark);
  const tokens = content.split(' ').filter(Boolean);
  const end = tokens.indexOf(aliasMark);
  const shown = (end < 0 ? tokens : tokens.slice(0, end)).join(' ');
  const text = decode(shown);
  const aliases = end < 0 ? '' : decode(tokens.slice(end + 1).join(' ')).join('');
  const pieces = decode(meta['title'] ?? '');
  const title = pieces.join('').trim();
  return {
    href,
    title,
    kind,
    unit: unit || undefined,
    level: level || undefined,
    text,
    words: words(shown),
    names: [title, ...aliases.split('\n')].map(comparable),
    compared: comparable(`${text.join('')}\n${aliases}`),
    titleLength: pieces.length,
  };
}
