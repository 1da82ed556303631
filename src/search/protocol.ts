// What the search page and its worker say to each other.

export type FilterName = 'unit' | 'kind' | 'level';
export type Filters = Partial<Record<FilterName, string>>;

export interface SearchRequest {
  id: number;
  query: string;
  filters: Filters;
  limit: number;
}

export interface Hit {
  href: string;
  title: string;
  kind: string;
  unit: string | undefined;
  level: string | undefined;
  /** Pieces of the text around the find; `found` ones are marked. */
  excerpt: { text: string; found: boolean }[];
}

export interface SearchAnswer {
  id: number;
  /** `exact`: pages that hold all that was typed. `near`: pages that hold most of it. */
  answeredBy: 'exact' | 'near';
  total: number;
  hits: Hit[];
}

export type FromWorker = SearchAnswer | { id: number; failed: string };
