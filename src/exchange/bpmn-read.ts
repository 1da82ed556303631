// BPMN 2.0 XML → the draft of a flow: all pools and lanes side by side, subprocesses opened, every arrow, and a sentence for each
// thing that a flow record has no place for. Shape and rules of our flows are not its business (straighten.ts).
import type { BpmnElement } from 'bpmn-moddle';
import { extensionOf } from './bpmn-dialect.ts';
import { deepest, lanesOf } from './bpmn-lanes.ts';
import { eventName, linkName, nodeOf, papersOf } from './bpmn-nodes.ts';
import { rootElements, Unreadable } from './bpmn-parse.ts';
import { called, oneLine } from './bpmn-words.ts';
import type { Draft, DraftLane, DraftNode, DraftWay } from './draft.ts';
import { idInFile } from './foreign-ids.ts';

/** Twenty times what can be drawn on a sheet. */
const mostNodes = 500;

/** An element in the draft: where arrows come in and where they go out. The same node but for a subprocess. */
interface Doors {
  enter: DraftNode;
  leave: DraftNode;
}

const isNode = (element: BpmnElement) => element.$instanceOf('bpmn:FlowNode');
const isArrow = (element: BpmnElement) => element.$type === 'bpmn:SequenceFlow';

/** Reads the flow elements of all processes into one draft. */
class Reader {
  readonly draft: Draft = { id: '', title: '', own: undefined, lanes: [], nodes: [], ways: [], messages: [], changes: [], open: [] };
  readonly #doors = new Map<BpmnElement, Doors>();
  readonly #arrows: BpmnElement[] = [];
  readonly #boundaries: BpmnElement[] = [];
  readonly #links: BpmnElement[] = [];

  #add(node: DraftNode): DraftNode {
    if (this.draft.nodes.length >= mostNodes) throw new Unreadable(`图上有 ${mostNodes} 个以上的环节，不是一张流程图：拆开再导入`);
    this.draft.nodes.push(node);
    return node;
  }

  #way(from: DraftNode, to: DraftNode, when?: string, back?: string): void {
    this.draft.ways.push({ from, to, when, back } satisfies DraftWay);
  }

  /** Opens a subprocess: what leads to it leads to its first steps, what comes after it comes after its last. */
  #open(
    element: BpmnElement,
    inner: readonly BpmnElement[],
    lane: DraftLane | undefined,
    laneOf: Map<BpmnElement, DraftLane>,
    depth: number,
  ) {
    const edge = (): DraftNode => ({
      ...nodeOf(element, lane, { ...this.draft, changes: [], open: [] }),
      sort: 'pass',
      name: '',
      told: true,
    });
    this.draft.changes.push(`${called(element)}展开为其中的环节`);
    const enter = this.#add(edge());
    this.collect(element, lane, laneOf, depth + 1);
    const leave = this.#add(edge());
    this.#doors.set(element, { enter, leave });
    const nodes = inner.filter((item) => isNode(item) && !item.attachedToRef);
    const arrows = inner.filter(isArrow);
    for (const item of nodes) {
      const doors = this.#doors.get(item);
      if (!doors) continue;
      if (!arrows.some(({ targetRef }) => targetRef === item)) this.#way(enter, doors.enter);
      if (!arrows.some(({ sourceRef }) => sourceRef === item)) this.#way(doors.leave, leave);
    }
  }

  /** The nodes of a process or subprocess. Arrows wait until all nodes are known. */
  collect(container: BpmnElement, lane: DraftLane | undefined, laneOf: Map<BpmnElement, DraftLane>, depth = 0): void {
    if (depth > deepest) throw new Unreadable(`子流程套了 ${deepest} 层以上，读不了`);
    const elements = container.flowElements ?? [];
    const papers = new Set(elements.flatMap(papersOf));
    for (const element of elements) {
      const here = laneOf.get(element) ?? (element.attachedToRef && laneOf.get(element.attachedToRef)) ?? lane;
      const inner = element.flowElements ?? [];
      if (isArrow(element)) this.#arrows.push(element);
      else if (!isNode(element)) {
        // A data object is drawn by its references.
        if (!papers.has(element) && element.$type !== 'bpmn:DataObject') this.draft.changes.push(`丢弃了${called(element)}`);
      } else if (inner.some(isNode)) this.#open(element, inner, here, laneOf, depth);
      else {
        const node = this.#add(nodeOf(element, here, this.draft));
        this.#doors.set(element, { enter: node, leave: node });
        if (element.attachedToRef) this.#boundaries.push(element);
        if (linkName(element) !== undefined) this.#links.push(element);
      }
    }
    for (const artifact of container.artifacts ?? []) this.draft.changes.push(`丢弃了${called(artifact)}`);
  }

  #arrow(element: BpmnElement): void {
    const [source, target] = [element.sourceRef as BpmnElement | undefined, element.targetRef];
    const [from, to] = [source && this.#doors.get(source)?.leave, target && this.#doors.get(target)?.enter];
    if (!source || !from || !to) {
      this.draft.changes.push(`丢弃了${called(element)}：一头没有接在环节上`);
      return;
    }
    const returns = extensionOf(element, 'fd:Return');
    const name = returns || from.own ? element.name?.trim() || undefined : oneLine(element.name) || undefined;
    if (returns) {
      this.#way(from, to, returns.name === undefined ? undefined : name, returns.name ?? name ?? '退回');
      return;
    }
    const isDefault = source.default === element && !name;
    if (isDefault) this.draft.changes.push(`${called(element)}是默认连线，条件写作“其他情形”`);
    const expression = oneLine(element.conditionExpression?.body);
    if (expression && !name) this.draft.open.push(`${called(element)}写条件 when（原文件只有表达式 ${expression}）`);
    this.#way(from, to, isDefault ? '其他情形' : name);
  }

  /** Arrows, and what is as good as an arrow: boundary events and pairs of links. */
  connect(): void {
    for (const element of this.#arrows) this.#arrow(element);
    for (const event of this.#boundaries) {
      const [host, node] = [event.attachedToRef && this.#doors.get(event.attachedToRef), this.#doors.get(event)];
      if (!host || !node || !event.attachedToRef) continue;
      this.draft.changes.push(`${called(event)}改为${called(event.attachedToRef)}的一个去向，条件是“${eventName(event)}”`);
      this.#way(host.leave, node.enter, eventName(event));
    }
    for (const thrown of this.#links.filter(({ $type }) => $type === 'bpmn:IntermediateThrowEvent')) {
      const caught = this.#links.find((event) => event.$type === 'bpmn:IntermediateCatchEvent' && linkName(event) === linkName(thrown));
      const [from, to] = [this.#doors.get(thrown), caught && this.#doors.get(caught)];
      if (from && to) this.#way(from.leave, to.enter);
    }
  }

  message(element: BpmnElement): void {
    const [source, target] = [element.sourceRef as BpmnElement | undefined, element.targetRef];
    const [from, to] = [source && this.#doors.get(source)?.leave, target && this.#doors.get(target)?.enter];
    if (from && to) this.draft.messages.push({ from, to, called: called(element) });
    else this.draft.changes.push(`丢弃了${called(element)}`);
  }
}

/** The draft of the flow in a BPMN file. Throws Unreadable. */
export async function readBpmn(xml: string): Promise<Draft> {
  const { elements, skipped } = await rootElements(xml);
  const processes = elements.filter(({ $type, flowElements }) => $type === 'bpmn:Process' && flowElements?.some(isNode));
  if (processes.length === 0) throw new Unreadable('文件里没有流程：没有一个带环节的 process');
  const reader = new Reader();
  const { draft } = reader;
  draft.changes.push(...skipped);
  const collaborations = elements.filter(({ $type }) => $type === 'bpmn:Collaboration');
  const pools = collaborations.flatMap(({ participants }) => participants ?? []);
  for (const process of processes) {
    const pool = pools.find(({ processRef }) => processRef === process);
    const own = extensionOf(process, 'fd:Flow');
    const name = own ? (process.name ?? '') : oneLine(process.name) || oneLine(pool?.name);
    draft.own ??= own;
    draft.title ||= name;
    draft.id ||= idInFile(process.id ?? '');
    const poolName = oneLine(pool?.name) || (processes.length > 1 ? name : '');
    const { lanes, laneOf } = lanesOf(process, poolName, processes.length > 1 ? poolName : '');
    draft.lanes.push(...lanes);
    reader.collect(process, process.laneSets?.some((set) => set.lanes?.length) ? undefined : lanes[0], laneOf);
  }
  if (processes.length > 1) {
    draft.changes.push(`${processes.length} 个泳池（流程）合成一个流程`);
    draft.open.push(`核对流程名称 title，暂用“${draft.title}”`);
  }
  reader.connect();
  for (const pool of pools.filter(({ processRef }) => !processRef || !processes.includes(processRef)))
    draft.changes.push(`丢弃了${called(pool)}：里面没有环节`);
  for (const { messageFlows, artifacts } of collaborations) {
    for (const flow of messageFlows ?? []) reader.message(flow);
    for (const artifact of artifacts ?? []) draft.changes.push(`丢弃了${called(artifact)}`);
  }
  return draft;
}
