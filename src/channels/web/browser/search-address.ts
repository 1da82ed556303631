// The address of the search page says what is searched for, so that it can be passed on and the back button returns to it.
// In and out: the query and the filters. The entry of the history keeps how many results were shown and where the page stood.
import { type Filters, filterNames } from '../../../search/protocol.ts';

export interface Asked {
  query: string;
  filters: Filters;
}

export interface Shown {
  limit: number;
  /** Unit: CSS pixels from the top. */
  scroll: number;
}

export function asked(): Asked {
  const given = new URLSearchParams(location.search);
  return { query: given.get('q') ?? '', filters: Object.fromEntries(filterNames.map((name) => [name, given.get(name) ?? ''])) };
}

export const shown = (): Partial<Shown> => (history.state as Partial<Shown> | null) ?? {};

/** `enter` makes a new entry of the history, unless the address stays the same. */
export function write({ query, filters }: Asked, enter: boolean): void {
  const address = new URL(location.href);
  const pairs = [['q', query], ...filterNames.map((name) => [name, filters[name] ?? ''])].filter(([, value]) => value);
  address.search = new URLSearchParams(pairs as string[][]).toString();
  if (address.href === location.href) return;
  if (enter) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}

export function remember(state: Shown): void {
  history.replaceState(state, '');
}
