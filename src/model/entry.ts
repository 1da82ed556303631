// One record as it was read: its kind, its data after the schema, and where in which file each of its fields stands.
import type { Kind, RecordOf } from '../schema/kinds.ts';
import { type Fault, type FaultCode, fault, type Place } from './fault.ts';

export type FieldPath = readonly (string | number)[];

/** A heading, paragraph, list item or table row of a prose body as plain text, and where in its file it begins. */
export interface ProseBlock extends Place {
  text: string;
}

export interface Entry<K extends Kind = Kind> {
  kind: K;
  /** Empty for kinds without an id (site, moved). */
  id: string;
  /** The unit folder it lies in, if any. */
  unit?: string;
  /** Path from the content folder. */
  file: string;
  data: RecordOf<K>;
  /** The prose body, block by block; only for kinds of form `prose`. */
  prose?: ProseBlock[];
  /** Line and column of a field; of the nearest field above it where it is absent. */
  place(path: FieldPath, at?: 'key' | 'value'): Place;
}

/** An entry of any kind, told apart by `kind`. */
export type AnyEntry = { [K in Kind]: Entry<K> }[Kind];

/** What reading a content folder yields: all records that could be read, and everything that was wrong on the way. */
export interface Content {
  entries: AnyEntry[];
  faults: Fault[];
  /** Kinds of which a whole file could not be read: what refers to them is not called wrong. */
  unreadKinds: Set<Kind>;
  /** Records, as `kind id`, that are there but could not be read. */
  unreadRecords: Set<string>;
}

/** Every text of an entry with the path of its field; ids and the importer's notes are not texts. */
export function* textsOf(entry: AnyEntry): Generator<{ path: (string | number)[]; text: string }> {
  function* walk(value: unknown, path: (string | number)[]): Generator<{ path: (string | number)[]; text: string }> {
    if (typeof value === 'string') yield { path, text: value };
    else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* walk(item, [...path, index]);
    else if (value !== null && typeof value === 'object')
      for (const [key, item] of Object.entries(value)) yield* walk(item, [...path, key]);
  }
  for (const [key, value] of Object.entries(entry.data)) if (key !== 'id' && key !== 'source') yield* walk(value, [key]);
}

/** The entries of one kind. */
export function entriesOf<K extends Kind>(entries: readonly AnyEntry[], kind: K): Entry<K>[] {
  return entries.filter((entry) => entry.kind === kind) as unknown as Entry<K>[];
}

/** A fault at a field of an entry. */
export function faultAt(
  entry: AnyEntry | Entry,
  code: FaultCode,
  path: FieldPath,
  message: string,
  remedy: string,
  at: 'key' | 'value' = 'value',
): Fault {
  return fault(code, entry.file, entry.place(path, at), message, remedy);
}
