// Identifiers: unique in their kind over the county; steps and lanes unique in their flow.
import { kinds } from '../../schema/kinds.ts';
import { type AnyEntry, entriesOf, type FieldPath, faultAt } from '../entry.ts';
import type { Fault } from '../fault.ts';

export function checkIdentifiers(entries: readonly AnyEntry[]): Fault[] {
  const faults: Fault[] = [];
  const first = new Map<string, AnyEntry>();
  for (const entry of entries) {
    if (entry.id === '') continue;
    const key = `${entry.kind} ${entry.id}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, entry);
      continue;
    }
    const place = earlier.place(['id']);
    const label = kinds[entry.kind].label;
    const remedy =
      kinds[entry.kind].id === 'from-path'
        ? '给这个文件换一个名字，并改掉引用它的地方'
        : '给这条记录换一个全县没有用过的编号，并改掉引用它的地方';
    faults.push(faultAt(entry, 'duplicate-id', ['id'], `${label}编号“${entry.id}”已经用在 ${earlier.file}:${place.line}`, remedy));
  }
  for (const entry of entriesOf(entries, 'flow')) {
    for (const field of ['lanes', 'steps'] as const) {
      const seen = new Set<string>();
      for (const [index, item] of entry.data[field].entries()) {
        const path: FieldPath = [field, index, 'id'];
        if (seen.has(item.id))
          faults.push(
            faultAt(
              entry,
              'duplicate-id',
              path,
              `${field === 'lanes' ? '泳道' : '环节'}编号“${item.id}”在本流程中重复`,
              '换一个本流程没有用过的编号',
            ),
          );
        seen.add(item.id);
      }
    }
  }
  return faults;
}
