// Every address of the site, in one place. Root-relative, with a trailing slash; the build makes them relative to the page
// (integrations/relative-links.ts), so that the folder works wherever it is hung.
import type { DisclosedRecord, RecordKind, Unit } from '../model/county.ts';

/** First part of the address of a kind: the English plural. */
export const segments = {
  unit: 'units',
  post: 'posts',
  power: 'powers',
  responsibility: 'responsibilities',
  flow: 'flows',
  rule: 'rules',
  risk: 'risks',
  measure: 'measures',
} as const satisfies Record<RecordKind | 'unit', string>;

export const homeUrl = '/';
export const searchUrl = '/search/';
export const lawsUrl = '/laws/';
export const coverageUrl = '/coverage/';
export const unitsUrl = '/units/';
export const changesUrl = '/changes/';
export const supervisionUrl = '/supervision/';
export const noticesUrl = '/notices/';
export const downloadsUrl = '/downloads/';
/** The kiosk's screen while nobody uses it. */
export const attractUrl = '/attract/';

export function urlOf(record: Pick<DisclosedRecord | Unit, 'kind' | 'id'>): string {
  return `/${segments[record.kind]}/${record.id}/`;
}

/** A list page; the first page of a list has no number in its address. */
export function listUrl(kind: RecordKind, facet?: { name: string; slug: string }, page = 1): string {
  return `/${segments[kind]}/${facet ? `by-${facet.name}/${facet.slug}/` : ''}${page > 1 ? `page/${page}/` : ''}`;
}

/** The 防控图 of a flow, a view of its own beside the flow's page. */
export function controlUrl(flow: { id: string }): string {
  return `/flows/${flow.id}/control/`;
}

export function lawUrl(id: string): string {
  return `${lawsUrl}${id}/`;
}

export function pageUrl(id: string): string {
  return `/pages/${id}/`;
}

export function noticeUrl(id: string): string {
  return `/notices/${id}/`;
}

/** The PDF of a handbook, or of a unit's book `units/<unit>`. */
export function bookUrl(id: string): string {
  return `${downloadsUrl}${id}.pdf`;
}

/** A screen's slide show; with a number, one page of the chain for players without script. */
export function screenUrl(id: string, page?: number): string {
  return `/screen/${id}/${page === undefined ? '' : `${page}/`}`;
}

/** Where the public finds a page once the site is deployed, for codes and paper; undefined as long as `homepage` is not set. */
export function publicAddress(site: { homepage?: string | undefined }, href: string): string | undefined {
  return site.homepage && new URL(href.slice(1), site.homepage.replace(/\/?$/, '/')).href;
}

/** A word of the county's vocabulary as part of an address: ASCII, and the same as long as the word is (FNV-1a, base 36). */
export function slugOf(word: string): string {
  let hash = 0x811c9dc5;
  for (const char of word) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** The name of a record's place in a printed document: /powers/dibao/ → powers-dibao. */
export function anchorOf(href: string): string {
  const [path = ''] = href.split(/[?#]/);
  return path.replace(/^\/|\/$/g, '').replaceAll('/', '-');
}
