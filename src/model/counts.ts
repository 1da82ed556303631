// Derived numbers, never typed by hand: how many of what, in the county or in one unit, and how many risks of each level.
import type { Severity } from '../schema/fields.ts';
import { type County, type RecordKind, type Risk, recordKinds, type Unit } from './county.ts';

export type Counts = Record<RecordKind, number>;

export function countsOf(county: County): Counts {
  return Object.fromEntries(recordKinds.map((kind) => [kind, county.records[kind].length])) as Counts;
}

export function countsOfUnit(unit: Unit): Counts {
  return {
    power: unit.powers.length,
    responsibility: unit.responsibilities.length,
    flow: unit.flows.length,
    rule: unit.rules.length,
    risk: unit.risks.length,
    measure: unit.measures.length,
    post: unit.posts.length,
  };
}

/** Gravest first; levels that do not occur are left out. */
export function severityCounts(risks: readonly Risk[]): { severity: Severity; count: number }[] {
  const order: Severity[] = [3, 2, 1, 'unrated'];
  return order
    .map((severity) => ({ severity, count: risks.filter((risk) => risk.severity === severity).length }))
    .filter(({ count }) => count > 0);
}
