// A BPMN 2.0 file of whatever tool → a flow record of ours. Out: the record, what was dropped or changed, and what a clerk still has
// to fill in; or the faults for which there is none. A file that our export wrote comes back as it was.
import { checkFlowShape } from '../model/checks/flow-shape.ts';
import type { AnyEntry } from '../model/entry.ts';
import { explain } from '../schema/explain.ts';
import { type FlowRecord, flowSchema } from '../schema/flow.ts';
import { withoutGaps } from './bpmn-dialect.ts';
import { Unreadable } from './bpmn-parse.ts';
import { readBpmn } from './bpmn-read.ts';
import { type Draft, type DraftLane, type DraftNode, waysFrom, waysTo } from './draft.ts';
import { straighten } from './straighten.ts';
import { declareReturns, inOrderOfWork } from './work-order.ts';
import { xmlText } from './xml-text.ts';

export interface Imported {
  record: FlowRecord;
  /** Chinese sentences without full stop. */
  changes: string[];
  open: string[];
}

export interface ImportOptions {
  /** The id of the flow, which is the name of its file; else the file's own, else made from the ids in it. */
  id?: string | undefined;
  /** Stands for the date of disclosure where the file has none. YYYY-MM-DD. */
  today: string;
}

/** A text no longer than the schema allows, never ending in half a character; a cut is told. */
function fitted(text: string, most: number, what: string, draft: Draft): string {
  if (text.length <= most) return text;
  let short = '';
  for (const { segment } of new Intl.Segmenter('zh').segment(text)) {
    if (short.length + segment.length > most) break;
    short += segment;
  }
  draft.changes.push(`${what}超过 ${most} 个字，截短为“${short.trim()}”，原文是“${text}”`);
  return short.trim();
}

/** Makes ids of ours out of those of other tools: valid, unique, the same for the same file. */
class Ids {
  readonly #taken = new Set<string>();

  give(wanted: string | undefined, fallback: string): string {
    const valid = (wanted ?? '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 70)
      .replace(/^-|-$/g, '');
    const base = valid || fallback;
    let id = base;
    for (let count = 2; this.#taken.has(id); count++) id = `${base}-${count}`;
    this.#taken.add(id);
    return id;
  }
}

function lanesOf(draft: Draft): Map<DraftLane, FlowRecord['lanes'][number]> {
  const ids = new Ids();
  const used = new Set(draft.nodes.map(({ lane }) => lane));
  const lanes = new Map<DraftLane, FlowRecord['lanes'][number]>();
  const names = new Set<string>();
  for (const lane of draft.lanes) {
    const { name: written, own } = lane;
    if (!own && !used.has(lane)) {
      draft.changes.push(`丢弃了泳道“${written}”：里面没有环节`);
      continue;
    }
    let name = fitted(written || '未命名的泳道', 20, `泳道名称`, draft);
    if (!written) draft.open.push(`写泳道名称：图上没有写明由谁办理，暂写“${name}”`);
    for (let count = 2; !own && names.has(name); count++) name = `${name.replace(/\d*$/, '').slice(0, 18)}${count}`;
    names.add(name);
    lanes.set(lane, { id: ids.give(own?.key, `lane-${lanes.size + 1}`), name, public: own?.public ?? false });
  }
  return lanes;
}

/** Where a step stands that is in no lane of the drawing: with the step before it, else the one after it, else in the first lane. */
function settleLanes(draft: Draft): void {
  for (const node of draft.nodes.filter(({ lane }) => !lane)) {
    const neighbours = [...waysTo(draft, node).map(({ from }) => from), ...waysFrom(draft, node).map(({ to }) => to)];
    node.lane = neighbours.find(({ lane }) => lane)?.lane ?? draft.lanes[0];
    draft.changes.push(`${node.called}不在任何泳道里，放进了“${node.lane?.name || '未命名的泳道'}”`);
  }
}

function kindOf(draft: Draft, node: DraftNode): FlowRecord['steps'][number]['kind'] {
  if (node.isStart) return 'start';
  if (waysFrom(draft, node).length === 0) return 'end';
  if (node.sort === 'choice') return 'decision';
  return node.sort === 'parallel' ? 'parallel' : 'step';
}

const namelessWords = { start: '开始', step: '未命名环节', decision: '判断', parallel: '并联', end: '结束' };

function stepsOf(draft: Draft, lanes: ReturnType<typeof lanesOf>): unknown[] {
  const ids = new Ids();
  const nodes = draft.own ? draft.nodes : inOrderOfWork(draft);
  // Our own ids come first: they are permanent, and what another tool has added must not take one away.
  const idOf = new Map(
    [...nodes].sort((a, b) => Number(!a.own) - Number(!b.own)).map((node) => [node, ids.give(node.own?.key ?? node.id, 'step')]),
  );
  return nodes.map((node) => {
    const { own, detail, documents } = node;
    const kind = kindOf(draft, node);
    if (own?.kind && own.kind !== kind && (own.kind === 'end' || kind === 'end'))
      draft.changes.push(`${node.called}${kind === 'end' ? '改为结束环节：它没有去向' : '不再是结束环节：它有去向'}`);
    if (!node.name) draft.open.push(`${node.called}写名称：图上没有，暂写“${namelessWords[kind]}”`);
    const ways = waysFrom(draft, node);
    const next = ways.map(({ to, when, back }) =>
      withoutGaps({
        to: idOf.get(to) as string,
        when: when && fitted(when, 30, `${node.called}的条件`, draft),
        back: back && fitted(back, 20, `${node.called}的退回名义`, draft),
      }),
    );
    const plain = next.every((arrow) => Object.keys(arrow).length === 1) ? next.map(({ to }) => to) : next;
    return withoutGaps({
      id: idOf.get(node) as string,
      name: fitted(node.name || namelessWords[kind], 24, `${node.called}的名称`, draft),
      kind,
      lane: node.lane && lanes.get(node.lane)?.id,
      post: own?.post,
      actor: own?.actor,
      limit: own?.limit,
      documents,
      rights: own?.rights,
      detail,
      next: plain.length === 0 ? undefined : plain.length === 1 && typeof plain[0] === 'string' ? plain[0] : plain,
    });
  });
}

/** What a clerk has to fill in that every foreign file lacks. */
function tellGaps(draft: Draft, today: string): void {
  if (!draft.own?.published) draft.open.push(`写公开日期 published，暂写 ${today}`);
  if (!draft.title) draft.open.push('写流程名称 title，暂写“导入的流程”');
  const nobody = draft.nodes.filter(({ own }) => !own).length;
  if (nobody > 0) draft.open.push(`给 ${nobody} 个新环节写责任岗位 post（岗位编号）或者办理人 actor，有时限的写 limit`);
  if (nobody > 0) draft.open.push('核对环节编号：由原文件的编号改写而成，发布以后不能再改');
}

function recordFrom(draft: Draft, { id, today }: ImportOptions): unknown {
  const lanes = lanesOf(draft);
  const { key, alias, ...own } = draft.own ?? {};
  const title = fitted(draft.title || '导入的流程', 80, '流程名称', draft);
  const steps = stepsOf(draft, lanes);
  const fields = Object.fromEntries(Object.entries(own).filter(([name]) => !name.startsWith('$')));
  return {
    published: today,
    aliases: [...(alias ?? [])],
    ...fields,
    id: id ?? key ?? new Ids().give(draft.id, 'daoru'),
    title,
    lanes: [...lanes.values()],
    steps,
  };
}

/** Reads a BPMN file. Never throws for what is in it. */
export async function importBpmn(bytes: Uint8Array, options: ImportOptions): Promise<Imported | { faults: string[] }> {
  const xml = xmlText(bytes);
  if ('fault' in xml) return { faults: [xml.fault] };
  let draft: Draft;
  try {
    draft = await readBpmn(xml.text);
  } catch (error) {
    if (error instanceof Unreadable) return { faults: [error.message] };
    throw error;
  }
  straighten(draft);
  declareReturns(draft);
  settleLanes(draft);
  const written = recordFrom(draft, options);
  tellGaps(draft, options.today);
  const parsed = flowSchema.safeParse(written);
  if (!parsed.success) {
    const faults = explain(flowSchema, written, parsed.error.issues);
    return { faults: faults.map(({ path, message, remedy }) => `${path.join('.')}：${message}。${remedy}`) };
  }
  const record = parsed.data;
  const entry = { kind: 'flow', id: record.id, file: '', data: record, place: () => ({ line: 1, column: 1 }) } as unknown as AnyEntry;
  const shape = checkFlowShape([entry]).map(({ message, remedy }) => `${message}：${remedy}`);
  return { record, changes: draft.changes, open: [...draft.open, ...shape] };
}
