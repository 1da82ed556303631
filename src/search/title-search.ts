// Search when nothing else runs: titles and the names people use, compared as they are. In: the list of titles, a request.
// Out: an answer of the same shape. Needs neither worker nor WebAssembly.
import { type FilterName, type Filters, filterNames, type SearchAnswer } from './protocol.ts';
import { normalised, piecesOf } from './query.ts';
import { comparable } from './tokens.ts';

export interface TitleEntry extends Record<FilterName, string | undefined> {
  href: string;
  title: string;
  aliases: string[];
}

export function titleSearch(entries: readonly TitleEntry[], query: string, filters: Filters, limit: number): SearchAnswer {
  const pieces = piecesOf(normalised(query)).map(({ text }) => text);
  const found = entries.filter((entry) => {
    const names = comparable([entry.title, ...entry.aliases].join('\n'));
    return pieces.every((piece) => names.includes(piece)) && filterNames.every((name) => !filters[name] || entry[name] === filters[name]);
  });
  const shown = pieces.length > 0 ? found : [];
  return {
    answeredBy: 'titles',
    instead: undefined,
    suggestions: [],
    total: shown.length,
    hits: shown.slice(0, limit).map(({ href, title, kind, unit, level }) => ({ href, title, kind: kind ?? '', unit, level, excerpt: [] })),
    complete: true,
  };
}
