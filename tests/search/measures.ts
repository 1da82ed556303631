// How well queries were answered. In: queries with their right answers, what was answered. Out: tables of shares from 0 to 1.
import type { Query } from './queries.ts';

export interface Given {
  all: string[];
  first: string[];
}

type Row = Record<string, string | number>;

const mean = (values: readonly number[]) =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : Number.NaN;
const share = (value: number) => (Number.isNaN(value) ? '—' : value.toFixed(3));

/** Of all right answers, those found; for queries with one sought name, whether the first ten hold a right one. */
const found = ({ right, complete }: Query, { all, first }: Given) => {
  if (!complete) return first.some((href) => right.has(href)) ? 1 : 0;
  const held = new Set(all);
  return right.size > 0 ? [...right].filter((href) => held.has(href)).length / right.size : 1;
};
const precision = ({ right, fitting = right }: Query, { first }: Given) =>
  first.length > 0 ? first.filter((href) => fitting.has(href)).length / first.length : 0;
const reciprocalRank = ({ right }: Query, { first }: Given) => {
  const at = first.findIndex((href) => right.has(href));
  return at < 0 ? 0 : 1 / (at + 1);
};
/** A page of results that is not full although there are more right answers. */
const isShort = ({ right }: Query, { first }: Given) => first.length < Math.min(10, right.size);

function rowOf(pairs: readonly (readonly [Query, Given])[]): Row {
  const of = (measure: (query: Query, given: Given) => number) => share(mean(pairs.map(([query, given]) => measure(query, given))));
  return { queries: pairs.length, found: of(found), 'precision in 10': of(precision), 'first right (MRR)': of(reciprocalRank) };
}

const pairsOf = (queries: readonly Query[], given: readonly Given[]) =>
  queries.map((query, index) => [query, given[index] ?? { all: [], first: [] }] as const);

const groups: Record<string, RegExp> = {
  literal: /^(?:words|two characters|phrases|several words|titles|citations|document numbers|codes)$/,
  pinyin: /^pinyin/,
  slips: /^(?:wrong|homophone|missing|swapped)$/,
  synonyms: /^synonyms$/,
  questions: /^questions$/,
  Traditional: /^Traditional$/,
};

/** One row an engine: literal queries in full, of the others what was found. */
export function scoresTable(queries: readonly Query[], answers: ReadonlyMap<string, readonly Given[]>): Record<string, Row> {
  return Object.fromEntries(
    [...answers].map(([name, given]) => {
      const pairs = pairsOf(queries, given);
      const of = (pattern: RegExp) => pairs.filter(([{ kind }]) => pattern.test(kind));
      const others = Object.entries(groups).filter(([group]) => group !== 'literal');
      return [
        name,
        {
          ...rowOf(of(groups['literal'] as RegExp)),
          ...Object.fromEntries(
            others.map(([group, pattern]) => [group, share(mean(of(pattern).map(([query, answer]) => found(query, answer))))]),
          ),
        },
      ];
    }),
  );
}

/** One row a kind of query. */
export function kindsTable(queries: readonly Query[], given: readonly Given[]): Record<string, Row> {
  return Object.fromEntries(
    [...Map.groupBy(pairsOf(queries, given), ([{ kind }]) => kind)].map(([kind, pairs]) => [
      kind,
      { ...rowOf(pairs), 'short pages': pairs.filter(([query, answer]) => query.complete && isShort(query, answer)).length },
    ]),
  );
}
