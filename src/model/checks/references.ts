// References: every id written in a record names something that exists; steps name lanes and steps of their own flow.
import type { ReferenceTarget } from '../../schema/fields.ts';
import { arrowsOf } from '../../schema/flow.ts';
import { kinds } from '../../schema/kinds.ts';
import { nearest } from '../../schema/nearest.ts';
import { labelAt, referencesIn } from '../../schema/walk.ts';
import { type Content, entriesOf, type FieldPath, faultAt } from '../entry.ts';
import type { Fault } from '../fault.ts';

function suggestion(written: string, known: Iterable<string>, otherwise: string): string {
  const meant = nearest(written, known);
  return meant ? `是否想写 ${meant}？` : otherwise;
}

export function checkReferences({ entries, unreadKinds, unreadRecords }: Content): Fault[] {
  const known = new Map<ReferenceTarget, Set<string>>();
  const idsOf = (target: ReferenceTarget): Set<string> => {
    let ids = known.get(target);
    if (!ids) {
      ids =
        target === 'step'
          ? new Set(entriesOf(entries, 'flow').flatMap(({ id, data }) => data.steps.map((step) => `${id}/${step.id}`)))
          : new Set(entries.filter((entry) => entry.kind === target).map((entry) => entry.id));
      known.set(target, ids);
    }
    return ids;
  };
  /** What a reference names may be there and only be unreadable; that is one fault, not two. */
  const mayExist = (target: ReferenceTarget, id: string) => {
    const [kind, name] = target === 'step' ? (['flow', id.split('/')[0]] as const) : ([target, id] as const);
    return idsOf(target).has(id) || unreadKinds.has(kind) || unreadRecords.has(`${kind} ${name}`);
  };
  const nameOf = (target: ReferenceTarget) => (target === 'step' ? '环节' : kinds[target].label);
  const faults: Fault[] = [];
  for (const entry of entries) {
    const { schema } = kinds[entry.kind];
    for (const { path, to, id } of referencesIn(schema, entry.data)) {
      if (to === entry.kind && id === entry.id) {
        faults.push(
          faultAt(entry, 'unknown-reference', path, `${labelAt(schema, path)}引用了自己`, '改成另一条记录的编号，或者删去这处引用'),
        );
      }
      if (mayExist(to, id)) continue;
      const remedy = suggestion(id, idsOf(to), `先登记这条${nameOf(to)}，或者删去这处引用`);
      faults.push(faultAt(entry, 'unknown-reference', path, `${labelAt(schema, path)}引用了不存在的${nameOf(to)}“${id}”`, remedy));
    }
  }
  for (const entry of entriesOf(entries, 'flow')) {
    const lanes = new Set(entry.data.lanes.map((lane) => lane.id));
    const steps = new Set(entry.data.steps.map((step) => step.id));
    for (const [index, step] of entry.data.steps.entries()) {
      if (!lanes.has(step.lane)) {
        faults.push(
          faultAt(
            entry,
            'unknown-lane',
            ['steps', index, 'lane'],
            `环节“${step.name}”所在泳道“${step.lane}”不存在`,
            suggestion(step.lane, lanes, '在 lanes 中登记这条泳道'),
          ),
        );
      }
      for (const [order, { to }] of arrowsOf(step).entries()) {
        if (steps.has(to)) continue;
        const path: FieldPath = [
          'steps',
          index,
          'next',
          ...(Array.isArray(step.next) ? [order, ...(typeof step.next[order] === 'string' ? [] : ['to'])] : []),
        ];
        faults.push(
          faultAt(
            entry,
            'unknown-reference',
            path,
            `环节“${step.name}”的下一环节“${to}”不存在`,
            suggestion(to, steps, '改成本流程中某个环节的编号'),
          ),
        );
      }
    }
  }
  for (const entry of entriesOf(entries, 'playlist')) {
    for (const [index, { kind, id }] of entry.data.slides.entries()) {
      if (id === undefined || kind === 'counts' || kind === 'changes') continue;
      const to = kind === 'phone' ? 'unit' : kind;
      if (mayExist(to, id)) continue;
      const remedy = suggestion(id, idsOf(to), `改成已有${nameOf(to)}的编号，或者删去这个画面`);
      faults.push(faultAt(entry, 'unknown-reference', ['slides', index, 'id'], `画面引用了不存在的${nameOf(to)}“${id}”`, remedy));
    }
  }
  const moved = new Set<string>();
  for (const entry of entriesOf(entries, 'moved')) {
    const address = `${entry.data.kind} ${entry.data.from}`;
    if (moved.has(address))
      faults.push(faultAt(entry, 'duplicate-id', ['from'], `原编号“${entry.data.from}”写了两次`, '一个原编号只能转到一个现编号，删去一行'));
    moved.add(address);
    const { kind, to } = entry.data;
    if (!mayExist(kind, to))
      faults.push(
        faultAt(
          entry,
          'unknown-reference',
          ['to'],
          `现编号“${to}”没有对应的${nameOf(kind)}`,
          suggestion(to, idsOf(kind), '写上这条记录现在的编号'),
        ),
      );
    if (idsOf(kind).has(entry.data.from))
      faults.push(
        faultAt(
          entry,
          'duplicate-id',
          ['from'],
          `原编号“${entry.data.from}”仍在使用，不能再转到别处`,
          '删去这条地址变更，或者给仍在使用的记录换一个编号',
        ),
      );
  }
  return faults;
}
