// In which order offices write the fields of a record: learnt from the records that are right, used to say where a missing field
// is missed. In: records as written. Out: the fields that usually stand before a given one, nearest first.
import type { FieldPath } from '../model/entry.ts';
import type { Kind } from '../schema/kinds.ts';

/** Enough to know the habit; reading on would only cost time. Unit: records of a kind. */
const enough = 200;

export class KeyOrder {
  readonly #orders = new Map<string, string[]>();
  readonly #learnt = new Map<Kind, number>();

  /** Fields of one mapping by where it stands in the record; positions in lists do not count. */
  #place(kind: Kind, path: FieldPath): string {
    return [kind, ...path.filter((key) => typeof key === 'string')].join('/');
  }

  learn(kind: Kind, value: unknown, path: string[] = []): void {
    if (path.length === 0) {
      const count = (this.#learnt.get(kind) ?? 0) + 1;
      this.#learnt.set(kind, count);
      if (count > enough) return;
    }
    if (Array.isArray(value)) {
      for (const item of value) this.learn(kind, item, path.length === 0 ? [] : path);
    } else if (value !== null && typeof value === 'object') {
      const place = this.#place(kind, path);
      const keys = Object.keys(value);
      // The longest record of a kind knows most about the order.
      if (keys.length > (this.#orders.get(place)?.length ?? 0)) this.#orders.set(place, keys);
      for (const [key, item] of Object.entries(value)) this.learn(kind, item, [...path, key]);
    }
  }

  /** What usually stands before a field, nearest first; empty for a field nobody has written yet. */
  before(kind: Kind, path: FieldPath): string[] {
    const order = this.#orders.get(this.#place(kind, path.slice(0, -1))) ?? [];
    const position = order.indexOf(String(path.at(-1)));
    return position < 0 ? [] : order.slice(0, position).reverse();
  }
}
