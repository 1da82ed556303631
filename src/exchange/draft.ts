// A flow as another tool drew it, on its way to a record: what reading a BPMN file yields and the later steps of the import work on.
import type { FlowExtension, LaneExtension, StepExtension } from './bpmn-dialect.ts';

export interface DraftLane {
  name: string;
  own: LaneExtension | undefined;
}

/** `pass` carries no work (an event, the edge of a subprocess); `start` and `end` are circles. */
export type DraftSort = 'step' | 'choice' | 'parallel' | 'pass' | 'start' | 'end';

export interface DraftNode {
  /** As in the file; empty for what the import adds itself. */
  id: string;
  name: string;
  /** How messages call it: 用户任务“受理”（Activity_1）. */
  called: string;
  sort: DraftSort;
  /** A step that is where the flow begins. */
  isStart: boolean;
  /** What becomes of it is told already. */
  told: boolean;
  lane: DraftLane | undefined;
  detail: string | undefined;
  documents: string[];
  own: StepExtension | undefined;
}

export interface DraftWay {
  from: DraftNode;
  to: DraftNode;
  when: string | undefined;
  back: string | undefined;
}

export interface Draft {
  /** Of the process in the file. */
  id: string;
  title: string;
  own: FlowExtension | undefined;
  lanes: DraftLane[];
  /** In the order of the file. */
  nodes: DraftNode[];
  /** In the order of the file: the first that leaves a node is its main path. */
  ways: DraftWay[];
  /** From one pool to another; not yet part of the ways. */
  messages: (Pick<DraftWay, 'from' | 'to'> & { called: string })[];
  /** What was dropped or changed, and what a clerk has to fill in. Chinese sentences without full stop. */
  changes: string[];
  open: string[];
}

export const waysFrom = (draft: Draft, node: DraftNode): DraftWay[] => draft.ways.filter(({ from }) => from === node);
export const waysTo = (draft: Draft, node: DraftNode): DraftWay[] => draft.ways.filter(({ to }) => to === node);
