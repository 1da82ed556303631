// Coverage: the field's two hard rules — 一项权力一套运行制度, 一个风险点一套防范措施 — and the softer ones around them.
// Withdrawn records are exempt. Levels can be changed in site.yml; what is missing is on the coverage page either way.
import type { County } from '../county.ts';
import { type AnyEntry, entriesOf, type FieldPath, faultAt } from '../entry.ts';
import type { Fault, FaultCode } from '../fault.ts';

export function checkCoverage(entries: readonly AnyEntry[], county: County): Fault[] {
  const faults: Fault[] = [];
  const flag = (entry: AnyEntry, code: FaultCode, path: FieldPath, message: string, remedy: string) =>
    faults.push(faultAt(entry, code, path, message, remedy, 'key'));
  const powers = new Map(county.records.power.map((power) => [power.id, power]));
  const measures = new Map(county.records.measure.map((measure) => [measure.id, measure]));
  for (const entry of entriesOf(entries, 'power')) {
    const { data } = entry;
    if (data.withdrawn) continue;
    const power = powers.get(entry.id);
    if (data.rules.length === 0)
      flag(
        entry as AnyEntry,
        'power-without-rule',
        ['rules'],
        `权力“${data.title}”没有运行制度`,
        '一项权力一套运行制度：在 rules 中写上制度编号',
      );
    if (!data.flow) flag(entry as AnyEntry, 'power-without-flow', ['flow'], `权力“${data.title}”没有运行流程`, '在 flow 中写上流程编号');
    if (power?.responsibilities.length === 0)
      flag(
        entry as AnyEntry,
        'power-without-responsibility',
        ['id'],
        `权力“${data.title}”没有对应的责任`,
        '在 responsibilities.yml 中登记各环节的责任',
      );
    if (power?.risks.length === 0)
      flag(
        entry as AnyEntry,
        'power-without-risk',
        ['id'],
        `权力“${data.title}”没有查找风险`,
        '在 risks.yml 中登记风险点，确实没有的也请复核一次',
      );
  }
  for (const entry of entriesOf(entries, 'risk')) {
    const { data } = entry;
    if (data.withdrawn) continue;
    if (data.measures.length === 0)
      flag(
        entry as AnyEntry,
        'risk-without-measure',
        ['measures'],
        `风险点“${data.title}”没有防控措施`,
        '一个风险点一套防范措施：在 measures 中写上措施编号',
      );
    if (data.powers.length === 0 && data.steps.length === 0 && !data.post) {
      flag(
        entry as AnyEntry,
        'risk-hangs-on-nothing',
        ['title'],
        `风险点“${data.title}”没有写明属于哪个岗位、权力或环节`,
        '在 post、powers、steps 中至少写一项',
      );
    }
  }
  for (const entry of entriesOf(entries, 'measure')) {
    if (!entry.data.withdrawn && measures.get(entry.id)?.risks.length === 0) {
      flag(
        entry as AnyEntry,
        'unused-measure',
        ['id'],
        `防控措施“${entry.data.title}”没有任何风险点使用`,
        '在 risks.yml 的 measures 中写上它，或者删去',
      );
    }
  }
  return faults;
}
