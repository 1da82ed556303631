// An index in the order of a Chinese dictionary: by pinyin, under its initials. In: entries. Out: groups A–Z, what has no pinyin last.
import { pinyin } from 'pinyin-pro';

export interface IndexGroup<T> {
  initial: string;
  entries: T[];
}

const other = '其他';

/** Sound first, tone within the sound, then the characters, so that the order never depends on the machine. */
function keyOf(text: string): string {
  const read = (toneType: 'none' | 'num') =>
    pinyin(text, { toneType, type: 'array', v: true, nonZh: 'consecutive' }).join(' ').toLowerCase();
  return `${read('none')}\u0000${read('num')}\u0000${text}`;
}

export function inIndexOrder<T extends { text: string; note: string }>(entries: readonly T[]): IndexGroup<T>[] {
  // Quotes and book-title marks are not read aloud.
  const keyed = entries.map((entry) => ({ entry, key: `${keyOf(entry.text.replace(/^[《“‘（\s]+/, ''))}\u0000${entry.note}` }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const groups = Map.groupBy(keyed, ({ key }) => (/^[a-z]/.test(key) ? (key[0] as string).toUpperCase() : other));
  return [...groups]
    .sort(([a], [b]) => (a === other ? 1 : b === other ? -1 : a < b ? -1 : 1))
    .map(([initial, found]) => ({ initial, entries: found.map(({ entry }) => entry) }));
}
