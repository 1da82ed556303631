// Derived numbers, never typed by hand: how many of what, in the county or in one unit, and how many risks of each level.
import type { Severity } from '../schema/fields.ts';
import type { DisclosedRecord, Risk, Unit } from './county.ts';

/** Everything a unit discloses. */
export function recordsOfUnit(unit: Unit): DisclosedRecord[] {
  return [...unit.powers, ...unit.responsibilities, ...unit.flows, ...unit.rules, ...unit.risks, ...unit.measures, ...unit.posts];
}

/** Gravest first; levels that do not occur are left out. */
export function severityCounts(risks: readonly Risk[]): { severity: Severity; count: number }[] {
  const order: Severity[] = [3, 2, 1, 'unrated'];
  return order
    .map((severity) => ({ severity, count: risks.filter((risk) => risk.severity === severity).length }))
    .filter(({ count }) => count > 0);
}
