// Citations: an article that is cited exists in the law as registered (laws.yml says how many articles it has).
import { kinds } from '../../schema/kinds.ts';
import { referencesIn } from '../../schema/walk.ts';
import { type AnyEntry, entriesOf, faultAt } from '../entry.ts';
import type { Fault } from '../fault.ts';

export function checkCitations(entries: readonly AnyEntry[]): Fault[] {
  const laws = new Map(entriesOf(entries, 'law').map(({ id, data }) => [id, data]));
  return entries.flatMap((entry) =>
    referencesIn(kinds[entry.kind].schema, entry.data).flatMap(({ path, to, id }) => {
      const law = to === 'law' ? laws.get(id) : undefined;
      const cited = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], entry.data) as {
        article?: number;
      };
      if (!law?.articles || cited.article === undefined || cited.article <= law.articles) return [];
      return [
        faultAt(
          entry,
          'article-out-of-range',
          [...path.slice(0, -1), 'article'],
          `《${law.title}》共 ${law.articles} 条，没有第 ${cited.article} 条`,
          '核对现行文本的条号；法律修改过的，先改 laws.yml',
        ),
      ];
    }),
  );
}
