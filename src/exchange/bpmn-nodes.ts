// One flow node of a BPMN file → a node of the draft, and what of it a flow record has no place for, as sentences.
import type { BpmnElement } from 'bpmn-moddle';
import { extensionOf } from './bpmn-dialect.ts';
import { called, oneLine } from './bpmn-words.ts';
import type { Draft, DraftLane, DraftNode, DraftSort } from './draft.ts';
import { idInFile } from './foreign-ids.ts';

/** What stands for a boundary event that has no name. */
const eventWords: Record<string, string> = {
  TimerEventDefinition: '超过时限',
  ErrorEventDefinition: '办理出错',
  CancelEventDefinition: '撤回',
  MessageEventDefinition: '收到通知',
  ConditionalEventDefinition: '出现规定情形',
  EscalationEventDefinition: '需要上报',
};

const typeOf = (element: BpmnElement) => element.$type.replace(/^\w+:/, '');

function sortOf(element: BpmnElement): DraftSort {
  const type = typeOf(element);
  if (type === 'StartEvent') return 'start';
  if (type === 'EndEvent') return 'end';
  if (type === 'ParallelGateway') return 'parallel';
  if (type.endsWith('Gateway')) return 'choice';
  return type.endsWith('Event') ? 'pass' : 'step';
}

/** A name for a boundary event, which becomes a condition. */
export function eventName(event: BpmnElement): string {
  const definition = event.eventDefinitions?.[0];
  return oneLine(event.name) || (definition && eventWords[typeOf(definition)]) || '出现特殊情形';
}

/** Name of the link that an event throws or catches, if it is one. */
export const linkName = (event: BpmnElement): string | undefined =>
  event.eventDefinitions?.find(({ $type }) => $type === 'bpmn:LinkEventDefinition')?.name;

/** Data objects that a task reads or writes: the papers of a step. */
export function papersOf(element: BpmnElement): BpmnElement[] {
  const read = (element.dataInputAssociations ?? []).flatMap(({ sourceRef }) => sourceRef ?? []);
  const written = (element.dataOutputAssociations ?? []).flatMap(({ targetRef }) => targetRef ?? []);
  return [...new Set([...read, ...written])].filter(({ name, $type }) => name && $type.startsWith('bpmn:Data'));
}

/** Whom another tool lets do the task, in its own attributes. */
const performer = (element: BpmnElement): string[] =>
  Object.entries(element.$attrs)
    .filter(([name]) => /:(assignee|candidateGroups|candidateUsers)$/.test(name))
    .map(([name, value]) => `${name}=${value}`);

function tellLosses(element: BpmnElement, sort: DraftSort, { changes, open }: Draft): void {
  const name = called(element);
  const type = typeOf(element);
  if (['InclusiveGateway', 'EventBasedGateway', 'ComplexGateway'].includes(type) && (element.outgoing?.length ?? 0) > 1)
    changes.push(`${name}改为判断：流程图里没有这种网关`);
  if (type === 'CallActivity') changes.push(`${name}所调用的流程没有带入，只留下这一个环节`);
  else if (sort === 'step' && !['Task', 'UserTask', 'ManualTask'].includes(type)) changes.push(`${name}改为一般环节`);
  if (element.loopCharacteristics) changes.push(`丢弃了${name}的循环（多实例）标记`);
  const who = performer(element);
  if (who.length > 0) open.push(`${name}写责任岗位 post（原文件写的是 ${who.join('，')}）`);
}

/** The draft of a flow node that is no expanded subprocess. */
export function nodeOf(element: BpmnElement, lane: DraftLane | undefined, draft: Draft): DraftNode {
  const own = extensionOf(element, 'fd:Step');
  const sort = sortOf(element);
  const detail = (element.documentation ?? []).flatMap(({ text }) => (text?.trim() ? [text.trim()] : [])).join('\n');
  const papers = papersOf(element);
  if (!own) tellLosses(element, sort, draft);
  for (const paper of papers) draft.changes.push(`${called(paper)}记为${called(element)}的文书材料`);
  return {
    id: idInFile(element.id ?? ''),
    name: own ? (element.name ?? '') : typeOf(element) === 'BoundaryEvent' ? '' : oneLine(element.name),
    called: called(element),
    sort,
    isStart: false,
    told: typeOf(element) === 'BoundaryEvent',
    lane,
    detail: detail || undefined,
    documents: [...(own?.document ?? []), ...papers.map(({ name }) => oneLine(name))],
    own,
  };
}
