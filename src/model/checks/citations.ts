// Citations: an article that is cited exists in the law as registered (laws.yml says how many articles it has), and the law is in force.
import { kinds } from '../../schema/kinds.ts';
import { referencesIn, valueAt } from '../../schema/walk.ts';
import { type AnyEntry, entriesOf, faultAt } from '../entry.ts';
import type { Fault } from '../fault.ts';

export function checkCitations(entries: readonly AnyEntry[]): Fault[] {
  const laws = new Map(entriesOf(entries, 'law').map(({ id, data }) => [id, data]));
  return entries.flatMap((entry) =>
    referencesIn(kinds[entry.kind].schema, entry.data).flatMap(({ path, to, id }): Fault[] => {
      const law = to === 'law' && entry.kind !== 'law' ? laws.get(id) : undefined;
      if (!law) return [];
      const ground = path.slice(0, -1);
      const cited = valueAt(entry.data, ground) as { article?: number };
      const faults: Fault[] = [];
      if (law.articles && cited.article !== undefined && cited.article > law.articles) {
        const message = `《${law.title}》共 ${law.articles} 条，没有第 ${cited.article} 条`;
        faults.push(
          faultAt(entry, 'article-out-of-range', [...ground, 'article'], message, '核对现行文本的条号；法律修改过的，先改 laws.yml'),
        );
      }
      if (law.status === '已废止' || law.supersededBy) {
        const next = laws.get(law.supersededBy ?? '');
        faults.push(
          faultAt(
            entry,
            'stale-citation',
            path,
            `《${law.title}》已经${next ? `由《${next.title}》取代` : '废止'}`,
            '改引现行规定，并核对条号',
          ),
        );
      }
      return faults;
    }),
  );
}
