// The part of Pagefind's browser API (1.6) that the worker relies on; Pagefind ships no types for it.

export interface PagefindResult {
  id: string;
  score: number;
  /** Positions of the found words in the content, ascending. */
  words: number[];
  data(): Promise<{ url: string; raw_url?: string; content: string; meta: Record<string, string> }>;
}

export interface Pagefind {
  options(options: { baseUrl: string; ranking: Record<string, unknown> }): Promise<void>;
  init(): Promise<void>;
  search(query: string, options: { filters: Record<string, string[]> }): Promise<{ results: PagefindResult[] }>;
}
