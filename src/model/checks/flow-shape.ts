// The shape of flows: one start, every step reached and leading to an end, decisions that decide, loops that are declared,
// and no flow too large to be read on one sheet.
import { arrowsOf, type StepRecord } from '../../schema/flow.ts';
import { type AnyEntry, type Entry, entriesOf, type FieldPath, faultAt } from '../entry.ts';
import type { Fault, FaultCode } from '../fault.ts';

/** More cannot be drawn at a size that can be read (measured on A4: names stay above 8 pt). */
const mostSteps = 24;
const mostLanes = 5;

type Graph = Map<string, string[]>;

/** Everything that can be reached, the beginning included. */
function reach(from: readonly string[], graph: Graph): Set<string> {
  const seen = new Set(from);
  for (const id of seen) for (const next of graph.get(id) ?? []) seen.add(next);
  return seen;
}

/** Steps that lie on a loop of arrows none of which is declared a return. */
function undeclaredLoop(steps: readonly StepRecord[]): Set<string> {
  const forward: Graph = new Map(
    steps.map((step) => [step.id, arrowsOf(step).flatMap(({ to, back }) => (back === undefined ? [to] : []))]),
  );
  return new Set(steps.map(({ id }) => id).filter((id) => reach(forward.get(id) ?? [], forward).has(id)));
}

/** Work that is done by several at the same time parts at one step without conditions and comes together again at another. */
function checkParallel(entry: Entry<'flow'>): Fault[] {
  const { steps } = entry.data;
  const forward: Graph = new Map(
    steps.map((step) => [step.id, arrowsOf(step).flatMap(({ to, back }) => (back === undefined ? [to] : []))]),
  );
  const arriving = (id: string) => [...forward.values()].filter((targets) => targets.includes(id)).length;
  const joins = steps.filter((step) => step.kind === 'parallel' && arrowsOf(step).length === 1 && arriving(step.id) > 1);
  const says = (step: StepRecord): [message: string, remedy: string] | undefined => {
    const arrows = arrowsOf(step);
    if (arrows.some(({ when, back }) => when !== undefined || back !== undefined))
      return ['的去向带了条件或者退回', '并联是各方同时办，去向不写 when 和 back；要看情况决定的，改成 kind: decision'];
    if (arrows.length === 1)
      return joins.includes(step) ? undefined : ['既不分头，也没有几路在此汇合', '写出同时办理的几个去向，或者改成一般环节'];
    const branches = arrows.map(({ to }) => reach([to], forward));
    if (joins.some(({ id }) => branches.every((branch) => branch.has(id)))) return undefined;
    return ['分头以后没有汇合', '加一个 kind: parallel 的汇合环节，让每一路最后都到那里'];
  };
  return steps.flatMap((step, index) => {
    const fault = step.kind === 'parallel' && arrowsOf(step).length > 0 && says(step);
    return fault ? [faultAt(entry, 'parallel-shape', ['steps', index, 'next'], `并联环节“${step.name}”${fault[0]}`, fault[1])] : [];
  });
}

function checkFlow(entry: Entry<'flow'>): Fault[] {
  const { steps, lanes } = entry.data;
  const ids = new Set(steps.map(({ id }) => id));
  // An arrow to nowhere is a broken reference, told as such; the shape around it cannot be judged.
  if (steps.some((step) => arrowsOf(step).some(({ to }) => !ids.has(to)))) return [];
  const faults: Fault[] = [];
  const flag = (code: FaultCode, path: FieldPath, message: string, remedy: string) =>
    faults.push(faultAt(entry, code, path, message, remedy));
  const onward: Graph = new Map(steps.map((step) => [step.id, arrowsOf(step).map(({ to }) => to)]));
  const backward: Graph = new Map(
    steps.map(({ id }) => [id, steps.filter((step) => onward.get(step.id)?.includes(id)).map((step) => step.id)]),
  );
  const starts = steps.filter(({ kind }) => kind === 'start');
  const ends = steps.filter(({ kind }) => kind === 'end');
  const reached = reach(
    (starts.length > 0 ? starts : steps.slice(0, 1)).map(({ id }) => id),
    onward,
  );
  const leading = reach(
    ends.map(({ id }) => id),
    backward,
  );
  const looping = undeclaredLoop(steps);
  // Where a step breaks off, all before it lead nowhere too; the one that breaks off is the fault.
  const breaksOff = steps.some((step) => step.kind !== 'end' && arrowsOf(step).length === 0);

  if (starts.length !== 1) {
    flag('flow-start', ['steps'], `流程有 ${starts.length} 个开始环节`, '有且只有一个环节写 kind: start');
  }
  if (ends.length === 0) flag('flow-end', ['steps'], '流程没有结束环节', '给最后的环节写 kind: end');
  if (steps.length > mostSteps || lanes.length > mostLanes) {
    flag(
      'flow-too-large',
      ['steps'],
      `流程有 ${steps.length} 个环节、${lanes.length} 条泳道，一张图画不下`,
      `拆成两个流程，每个不超过 ${mostSteps} 个环节、${mostLanes} 条泳道`,
    );
  }
  for (const [index, step] of steps.entries()) {
    const arrows = arrowsOf(step);
    const at = (field: string): FieldPath => ['steps', index, field];
    const name = `环节“${step.name}”`;
    if (!reached.has(step.id)) flag('unreachable-step', at('id'), `${name}从开始环节走不到`, '在前面某个环节的 next 中写上它，或者删去');
    if (step.kind === 'end' && arrows.length > 0)
      flag('end-with-next', at('next'), `${name}是结束环节，却还有下一环节`, '删去 next，或者去掉 kind: end');
    else if (step.kind !== 'end' && arrows.length === 0)
      flag('dead-end', at('id'), `${name}没有下一环节，也不是结束环节`, '写上 next，或者写 kind: end');
    else if (ends.length > 0 && !breaksOff && !leading.has(step.id))
      flag('dead-end', at('id'), `${name}走不到任何结束环节`, '检查它的 next，让它最终通向结束环节');
    if (step.kind === 'decision' && arrows.length === 1)
      flag('decision-with-one-exit', at('next'), `${name}是判断，却只有一个去向`, '写出每一种情况的去向；没有分支的改成一般环节');
    for (const [order, { when, back, to }] of arrows.entries()) {
      if (arrows.length > 1 && when === undefined && back === undefined && step.kind !== 'parallel') {
        flag(
          'unlabelled-branch',
          [...at('next'), order],
          `${name}去往“${to}”的条件没有写`,
          '加上 when，例如 { to: shouli, when: 材料齐全 }',
        );
      }
    }
    if (
      looping.has(step.id) &&
      arrows.some(({ to, back }) => back === undefined && looping.has(to) && steps.findIndex(({ id }) => id === to) <= index)
    ) {
      flag('undeclared-loop', at('next'), `${name}往回走，却没有写明名义`, '在往回走的箭头上写 back，例如 { to: shouli, back: 补正 }');
    }
  }
  return [...faults, ...checkParallel(entry)];
}

export function checkFlowShape(entries: readonly AnyEntry[]): Fault[] {
  return entriesOf(entries, 'flow').flatMap(checkFlow);
}
