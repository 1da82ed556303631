// Words against the county's own lists in site.yml: unit kinds and groups, power types, risk categories, measure ways.
import { nearest } from '../../schema/nearest.ts';
import { type AnyEntry, entriesOf, faultAt } from '../entry.ts';
import type { Fault } from '../fault.ts';

const listed = [
  ['unit', 'kind', 'unitKinds', '单位类别'],
  ['unit', 'group', 'unitGroups', '单位主题分组'],
  ['power', 'type', 'powerTypes', '权力类型'],
  ['risk', 'category', 'riskCategories', '风险类别'],
  ['measure', 'way', 'measureWays', '防控方式'],
] as const;

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
  return faults;
}
