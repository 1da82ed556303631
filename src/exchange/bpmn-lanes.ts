// Pools and lanes of a BPMN process → the lanes of a flow, side by side, and which of its elements lies in which.
import type { BpmnElement } from 'bpmn-moddle';
import { extensionOf } from './bpmn-dialect.ts';
import { Unreadable } from './bpmn-parse.ts';
import { oneLine } from './bpmn-words.ts';
import type { DraftLane } from './draft.ts';

/** Nothing that people draw is nested deeper. */
export const deepest = 30;

/** Longest name of a lane, from the schema; a name with its parent's before it is only used when it fits. */
const longestName = 20;

export interface Lanes {
  lanes: DraftLane[];
  laneOf: Map<BpmnElement, DraftLane>;
}

/** The lanes of one process; a pool without lanes is one. `pool` is its name where there are several pools. */
export function lanesOf(process: BpmnElement, poolName: string, pool: string): Lanes {
  const lanes: DraftLane[] = [];
  const laneOf = new Map<BpmnElement, DraftLane>();
  function add(lane: BpmnElement, parent: string, depth: number): void {
    if (depth > deepest) throw new Unreadable(`泳道套了 ${deepest} 层以上，读不了`);
    const own = extensionOf(lane, 'fd:Lane');
    const name = own ? (lane.name ?? '') : oneLine(lane.name);
    const full = !own && parent && name && `${parent}·${name}`.length <= longestName ? `${parent}·${name}` : name;
    const inner = lane.childLaneSet?.lanes ?? [];
    const draft = { name: full, own };
    for (const node of lane.flowNodeRef ?? []) laneOf.set(node, draft);
    const here = lanes.length;
    for (const child of inner) add(child, name || parent, depth + 1);
    // A lane that holds lanes is one itself only for what lies in none of them.
    if (inner.length === 0 || [...laneOf.values()].includes(draft)) lanes.splice(here, 0, draft);
  }
  for (const set of process.laneSets ?? []) for (const lane of set.lanes ?? []) add(lane, pool, 0);
  if (lanes.length === 0) lanes.push({ name: poolName, own: undefined });
  return { lanes, laneOf };
}
