// What the planner asks of a full-text engine and of the county's words. Pagefind answers the one (search/browser/pagefind.ts),
// the term list the other (search/term-list.ts); nothing else of search knows Pagefind.
import type { Filters } from './protocol.ts';

/** A page that holds all tokens asked for. */
export interface Found {
  id: string;
  score: number;
  /** Positions of the tokens in the page, ascending, with repeats. */
  positions: readonly number[];
}

export interface IndexedPage {
  href: string;
  title: string;
  kind: string;
  unit: string | undefined;
  level: string | undefined;
  /** What the page says, title first: one piece per token. */
  text: readonly string[];
  /** The pieces without punctuation, as they are compared. */
  words: readonly string[];
  /** How many pieces of the text are the title. */
  titleLength: number;
  /** The title, then the aliases, as they are compared with a query. */
  names: readonly string[];
  /** Title, text and aliases as they are compared with a query. */
  compared: string;
}

export interface Engine {
  /** Pages that hold every token, best first. With no token: all pages that pass the filters. */
  find(tokens: readonly string[], filters: Filters): Promise<Found[]>;
  read(id: string): Promise<IndexedPage>;
}

export interface Terms {
  /** The query in Simplified characters. */
  simplified(query: string): string;
  /** Terms that can be read from these Latin letters, likeliest first. */
  byPinyin(letters: string): string[];
  /** Terms that differ by little: a wrong, missing, additional or swapped character. Nearest first. */
  nearest(query: string): string[];
}

/** What the planner has at hand: small lists at once, the large one when it is needed. */
export interface Words {
  /** What people say → official names of it. */
  synonyms: Readonly<Record<string, readonly string[]>>;
  terms(): Promise<Terms>;
}
