// The one sort order: units by their `order`, then name; records by unit, then as their office wrote them.
import type { AnyEntry } from './entry.ts';
import { entriesOf } from './entry.ts';

/** Entries in the order in which every channel shows them. Stable: the written order inside a file is kept. */
export function inOrder(entries: readonly AnyEntry[]): AnyEntry[] {
  const rank = new Map(
    entriesOf(entries, 'unit')
      .sort((a, b) => a.data.order - b.data.order || (a.id < b.id ? -1 : 1))
      .map((entry, index) => [entry.id, index]),
  );
  const rankOf = (entry: AnyEntry) => rank.get(entry.unit ?? '') ?? -1;
  return [...entries].sort((a, b) => rankOf(a) - rankOf(b));
}

/** Newest first by the day of the last change. */
export function newestFirst<T extends { published: string; updated?: string | undefined }>(records: readonly T[]): T[] {
  return [...records].sort((a, b) => (lastChange(a) < lastChange(b) ? 1 : lastChange(a) > lastChange(b) ? -1 : 0));
}

/** The day a record was last changed, YYYY-MM-DD. */
export function lastChange(record: { published: string; updated?: string | undefined }): string {
  return record.updated ?? record.published;
}
