// What the pages and the search worker say to each other. Only data: both sides are tested apart.

export const filterNames = ['kind', 'unit', 'type', 'level', 'year'] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Partial<Record<FilterName, string>>;

export interface ExcerptPart {
  text: string;
  /** Found parts are marked. */
  found: boolean;
}

export interface Hit {
  href: string;
  title: string;
  kind: string;
  unit: string | undefined;
  level: string | undefined;
  excerpt: ExcerptPart[];
}

/** How pages were found, from the exact to the near; the results page says so.
 *  `exact`: they hold all that was typed. `synonym`: they hold the official name of it. `question`: without the words of asking.
 *  `spelling`, `pinyin`: they hold a term of the county that was probably meant. `part`: they hold most of it in one piece.
 *  `words`: they hold its words, apart. `near`: they hold many of its pairs of characters. `titles`: only titles were looked through. */
export type AnsweredBy = 'exact' | 'synonym' | 'question' | 'spelling' | 'pinyin' | 'part' | 'words' | 'near' | 'titles';

export interface SearchAnswer {
  answeredBy: AnsweredBy;
  /** What was looked for instead of what was typed, where that is another thing. */
  instead: string | undefined;
  /** Terms of the county that may be meant, nearest first. */
  suggestions: string[];
  total: number;
  /** The first results, in order; while results come in, fewer than asked for. */
  hits: Hit[];
  complete: boolean;
}

/** How many results each word of each filter would leave. */
export type FilterCounts = Record<FilterName, Record<string, number>>;

export type ToWorker = { id: number; indexUrl: string } & (
  | { ask: 'search'; query: string; filters: Filters; limit: number }
  | { ask: 'counts'; query: string; filters: Filters; words: Partial<Record<FilterName, string[]>> }
  | { ask: 'suggest'; typed: string; limit: number }
);

export type FromWorker = { id: number } & (
  | { answer: SearchAnswer }
  | { counts: FilterCounts }
  | { suggestions: string[] }
  | { failed: string }
);
