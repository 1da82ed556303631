// What site.yml says about checking: which checks it relaxes, and the totals that were announced.
import type { RecordKind } from '../county.ts';
import { disclosed } from '../disclosed.ts';
import { type AnyEntry, type Content, entriesOf, faultAt } from '../entry.ts';
import { type Fault, type FaultCode, faultCodes } from '../fault.ts';

const totals: Record<string, RecordKind> = {
  powers: 'power',
  responsibilities: 'responsibility',
  flows: 'flow',
  rules: 'rule',
  risks: 'risk',
  measures: 'measure',
  posts: 'post',
};

export function checkSettings({ entries, unreadKinds, unreadRecords }: Content): Fault[] {
  const faults: Fault[] = [];
  const site = entriesOf(entries, 'site')[0];
  if (!site) return faults;
  for (const code of Object.keys(site.data.checks)) {
    const definition = Object.hasOwn(faultCodes, code) ? faultCodes[code as FaultCode] : undefined;
    if (definition && !definition.fixed) continue;
    const relaxable = Object.keys(faultCodes).filter((name) => !faultCodes[name as FaultCode].fixed);
    faults.push(
      faultAt(
        site as AnyEntry,
        'unknown-check',
        ['checks', code],
        definition ? `检查 ${code} 不能放宽` : `没有名为 ${code} 的检查`,
        `可以调整的有：${relaxable.join('、')}`,
        'key',
      ),
    );
  }
  // What was announced is held against what the public can see; while something cannot be read, nothing can be counted.
  if (unreadKinds.size + unreadRecords.size > 0) return faults;
  const shown = site.data.declaredTotals ? disclosed(entries).entries : [];
  for (const [name, declared] of Object.entries(site.data.declaredTotals ?? {})) {
    const actual = shown.filter((entry) => entry.kind === totals[name]).length;
    if (actual !== declared)
      faults.push(
        faultAt(
          site as AnyEntry,
          'total-differs',
          ['declaredTotals', name],
          `公布的总数是 ${declared}，实有 ${actual}`,
          '核对记录是否齐全，或者更正公布的总数',
        ),
      );
  }
  return faults;
}
