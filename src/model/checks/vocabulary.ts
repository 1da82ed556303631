// Words against site.yml: unit kinds and groups, power types, risk categories, measure ways; which checks may be relaxed;
// declared totals against the real counts; fields named in `disclosure.fields`.

import type { Disclosure } from '../../schema/fields.ts';
import { nearest } from '../../schema/nearest.ts';
import type { RecordKind } from '../county.ts';
import { cannotBeWithheld, disclosed } from '../disclosed.ts';
import { type AnyEntry, entriesOf, faultAt } from '../entry.ts';
import { type Fault, type FaultCode, faultCodes } from '../fault.ts';

const listed = [
  ['unit', 'kind', 'unitKinds', '单位类别'],
  ['unit', 'group', 'unitGroups', '单位主题分组'],
  ['power', 'type', 'powerTypes', '权力类型'],
  ['risk', 'category', 'riskCategories', '风险类别'],
  ['measure', 'way', 'measureWays', '防控方式'],
] as const;

const totals: Record<string, RecordKind> = {
  powers: 'power',
  responsibilities: 'responsibility',
  flows: 'flow',
  rules: 'rule',
  risks: 'risk',
  measures: 'measure',
  posts: 'post',
};

export function checkVocabulary(entries: readonly AnyEntry[]): Fault[] {
  const faults: Fault[] = [];
  const site = entriesOf(entries, 'site')[0];
  if (!site) return faults;
  for (const [kind, field, list, label] of listed) {
    const words = site.data.vocabulary[list];
    for (const entry of entriesOf(entries, kind)) {
      const word = (entry.data as Record<string, unknown>)[field] as string;
      if (words.includes(word)) continue;
      const meant = nearest(word, words);
      faults.push(
        faultAt(
          entry as AnyEntry,
          'unlisted-word',
          [field],
          `${label}“${word}”不在 site.yml 的名单内，照原样公开`,
          `${meant ? `是否想写“${meant}”？` : ''}确是本县用语的，补进 site.yml 的 vocabulary.${list}`,
        ),
      );
    }
  }
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
  // What was announced is held against what the public can see.
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
  for (const entry of entries) {
    const { disclosure } = entry.data as { disclosure?: Disclosure };
    const fields = disclosure?.fields ?? [];
    const field = cannotBeWithheld(entry, fields);
    if (field === undefined) continue;
    const path = ['disclosure', 'fields', fields.indexOf(field)];
    faults.push(
      faultAt(
        entry,
        'field-cannot-be-withheld',
        path,
        `隐去“${field}”后记录就不完整，不能单独隐去`,
        '改成可选字段的名字；必填内容不宜公开的，隐去整条记录',
      ),
    );
  }
  return faults;
}
