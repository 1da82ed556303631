// What the bench asks of an engine in the browser; each engine page puts one of these on its window.

export interface BenchAnswer {
  /** All pages found: addresses, or what the engine calls them. */
  all: string[];
  /** Addresses of the first ten. */
  first: string[];
}

export interface BenchEngine {
  /** Resolves when the first query can be sent. */
  ready(): Promise<unknown>;
  search(query: string): Promise<BenchAnswer>;
}

declare global {
  interface Window {
    engine: BenchEngine;
  }
}
