// What a plain text search over the published text finds, without any engine. In: documents, words. Out: the pages that hold them.
import { asWritten } from '../../src/search/citations.ts';
import { comparable } from '../../src/search/tokens.ts';
import type { SearchDocument } from '../../src/views/search-document.ts';

export interface Oracle {
  documents: readonly SearchDocument[];
  /** Addresses of pages that hold every blank-free part of the query. */
  holding(query: string): Set<string>;
  /** Addresses of pages with just this title. */
  titled(title: string): Set<string>;
}

export function oracleOf(documents: readonly SearchDocument[]): Oracle {
  const says = documents.map(({ href, title, text, aliases }) => ({ href, text: comparable([title, ...text, ...aliases].join('\n')) }));
  return {
    documents,
    holding(query) {
      const parts = asWritten(query.normalize('NFKC')).split(/\s+/u).map(comparable).filter(Boolean);
      return new Set(says.filter(({ text }) => parts.every((part) => text.includes(part))).map(({ href }) => href));
    },
    titled: (title) => new Set(documents.filter((document) => document.title === title).map(({ href }) => href)),
  };
}
