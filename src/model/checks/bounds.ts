// Pairs of values in one record of which one may not exceed the other: the promised time limit is within the statutory one, and what
// is left of a risk after its measures is no graver than it was.
import { type AnyEntry, entriesOf, faultAt } from '../entry.ts';
import type { Fault } from '../fault.ts';
import { durationOf, limitUnits } from '../time-limit.ts';

/** Only where both are given in one unit: how many days five working days are depends on the calendar. */
const isLonger = (one: string, other: string) => {
  const [first, second] = [durationOf(one), durationOf(other)];
  return limitUnits.some((unit) => (first[unit] ?? 0) > (second[unit] ?? Number.POSITIVE_INFINITY));
};

export function checkBounds(entries: readonly AnyEntry[]): Fault[] {
  const limits = entriesOf(entries, 'power').flatMap((entry) => {
    const { promisedLimit: promised, statutoryLimit: statutory } = entry.data;
    if (!promised || !statutory || !isLonger(promised, statutory)) return [];
    const wrong = `承诺时限${promised}比法定时限${statutory}还长`;
    return [faultAt(entry, 'promise-over-statute', ['promisedLimit'], wrong, '承诺时限不得超过法定时限：核对两处，改正写错的一处')];
  });
  const levels = entriesOf(entries, 'risk').flatMap((entry) => {
    const { severity, residualSeverity: residual } = entry.data;
    if (residual === undefined || residual === 'unrated' || severity === 'unrated' || residual <= severity) return [];
    const wrong = `防控后的等级（${residual}）比防控前（${severity}）还高`;
    return [faultAt(entry, 'residual-over-severity', ['residualSeverity'], wrong, '3＝高，1＝低：核对两处，改正写错的一处')];
  });
  return [...limits, ...levels];
}
