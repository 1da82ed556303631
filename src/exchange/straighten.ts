// The draft of a foreign drawing → one that keeps the rules of our flows: what carries no work (events, joining gateways, edges of
// subprocesses) is passed over, one step begins, every last step is a step. Works on the draft; tells each change.
// A circle melts into the task beside it where nothing else meets there; a circle that stands alone (办结, 不予受理) becomes a step.
import { type Draft, type DraftNode, type DraftWay, waysFrom, waysTo } from './draft.ts';

/** Names of circles that say no more than the circle does. */
const sayNothing = /^(开始|结束|起点|终点|流程开始|流程结束|办结|完成|start|end|begin|startevent|endevent|开始事件|结束事件)?$/i;

function remove(draft: Draft, node: DraftNode): void {
  draft.nodes = draft.nodes.filter((other) => other !== node);
  draft.ways = draft.ways.filter(({ from, to }) => from !== node && to !== node);
}

/** Messages between pools are not arrows; but where one is the only way to a step, it is what sets that step going. */
function admitMessages(draft: Draft): void {
  const begins = (node: DraftNode) => waysTo(draft, node).length === 0;
  for (const { from, to, called } of draft.messages) {
    const admitted = from !== to && begins(to) && draft.nodes.some((node) => node !== to && begins(node));
    draft.changes.push(admitted ? `${called}改为箭头：只有它通向${to.called}` : `丢弃了${called}`);
    if (admitted) draft.ways.push({ from, to, when: undefined, back: undefined });
  }
  draft.messages = [];
}

/** What a node is, now that its arrows are known. */
function sortAfresh(draft: Draft, node: DraftNode): void {
  if (node.sort === 'step') return;
  const [before, after] = [waysTo(draft, node).length, waysFrom(draft, node).length];
  if (node.own) {
    if (node.sort === 'choice' && after === 1) {
      node.sort = 'step';
      draft.changes.push(`${node.called}改为一般环节：只剩一个去向`);
    }
    return;
  }
  if (after === 0) node.sort = 'end';
  else if (before === 0 && node.sort !== 'choice' && node.sort !== 'parallel') node.sort = 'start';
  else if (node.sort === 'start' || node.sort === 'end') node.sort = 'pass';
  else if (after === 1 && (node.sort === 'choice' || before <= 1)) node.sort = 'pass';
  // Many in and many out: one cannot tell which goes with which, so something has to stand here.
  if (node.sort === 'pass' && before > 1 && after > 1) node.sort = 'step';
}

/** Joins every arrow that leads to a node with every arrow that leaves it. */
function passOver(draft: Draft, node: DraftNode): void {
  const after = waysFrom(draft, node).filter(({ to }) => to !== node);
  const branches = (from: DraftNode) => waysFrom(draft, from).length > 1;
  let usesName = false;
  draft.ways = draft.ways.flatMap((way): DraftWay[] => {
    if (way.from === node) return [];
    if (way.to !== node) return [way];
    // The name of an event behind a branch is the condition: 收到补正材料.
    const when = way.when ?? (branches(way.from) ? node.name || undefined : undefined);
    usesName ||= when !== way.when;
    return after.map((next) => ({
      from: way.from,
      to: next.to,
      when: [when, next.when].filter((text) => text !== undefined).join('，') || undefined,
      back: way.back ?? next.back,
    }));
  });
  if (usesName) draft.changes.push(`${node.called}不作环节，名称改作条件`);
  else if (!node.told) draft.changes.push(`略去了${node.called}：不是办理环节，前后直接相连`);
  if (node.detail) draft.changes.push(`丢弃了${node.called}的说明“${node.detail}”`);
  remove(draft, node);
}

/** Circles and gateways that nothing leads to or from, and arrows from a step to itself, say nothing. */
function dropIdle(draft: Draft): void {
  for (const node of draft.nodes.filter((item) => !item.own && item.sort !== 'step')) {
    if (waysFrom(draft, node).length + waysTo(draft, node).length > 0) continue;
    draft.changes.push(`丢弃了${node.called}：没有连线`);
    remove(draft, node);
  }
  for (const way of draft.ways.filter(({ from, to, back }) => from === to && !from.own && back === undefined)) {
    draft.changes.push(`丢弃了${way.from.called}回到自己的箭头`);
    draft.ways.splice(draft.ways.indexOf(way), 1);
  }
}

function passOverAll(draft: Draft): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of [...draft.nodes]) {
      sortAfresh(draft, node);
      if (node.sort !== 'pass') continue;
      passOver(draft, node);
      changed = true;
    }
  }
}

/** Makes a circle the task beside it, whose name says more. */
function melt(draft: Draft, circle: DraftNode, into: DraftNode): void {
  const loses = sayNothing.test(circle.name) ? '' : `，名称“${circle.name}”没有保留`;
  draft.changes.push(`${circle.called}并入${into.called}${loses}`);
  into.lane ??= circle.lane;
  remove(draft, circle);
}

function asStep(draft: Draft, circle: DraftNode, name: string): void {
  circle.sort = 'step';
  circle.name ||= name;
  draft.changes.push(`${circle.called}改为环节“${circle.name}”`);
}

/** Exactly one step begins. Where the drawing has several beginnings, they become branches of one. */
function settleStart(draft: Draft): void {
  const ours = draft.nodes.filter(({ own }) => own?.kind === 'start');
  const circles = draft.nodes.filter(({ sort }) => sort === 'start');
  const [only] = ours;
  if (only && ours.length === 1) {
    only.isStart = true;
    for (const circle of circles) melt(draft, circle, only);
    return;
  }
  const entries = draft.nodes.filter((node) => waysTo(draft, node).length === 0);
  const [first = draft.nodes[0], ...others] = entries;
  if (!first) return;
  const [way, ...more] = waysFrom(draft, first);
  if (others.length === 0 && first.sort === 'start' && way && more.length === 0 && way.when === undefined && way.to.sort === 'step') {
    way.to.isStart = true;
    melt(draft, first, way.to);
  } else if (others.length === 0 && first.sort === 'start') {
    asStep(draft, first, '开始');
    first.isStart = true;
  } else if (others.length === 0 && first.sort === 'step') first.isStart = true;
  else begin(draft, entries.length > 0 ? entries : [first]);
}

/** A step of our own before all beginnings. */
function begin(draft: Draft, entries: readonly DraftNode[]): void {
  const called = '环节“开始”';
  const lane = entries[0]?.lane ?? waysFrom(draft, entries[0] as DraftNode)[0]?.to.lane;
  const start: DraftNode = {
    ...{ id: 'start', name: '开始', called, sort: 'step', isStart: true, lane },
    ...{ told: true, detail: undefined, documents: [], own: undefined },
  };
  if (entries.length > 1) draft.open.push(`图上有 ${entries.length} 处开始，都接在新加的${called}后面：写明各在什么情形下走哪一条`);
  draft.changes.push(`加了${called}，通向${entries.map((entry) => entry.called).join('、')}`);
  for (const entry of entries) {
    if (entry.sort === 'start') {
      for (const { to, when } of waysFrom(draft, entry))
        draft.ways.push({ from: start, to, when: when ?? (sayNothing.test(entry.name) ? undefined : entry.name), back: undefined });
      remove(draft, entry);
    } else draft.ways.push({ from: start, to: entry, when: undefined, back: undefined });
  }
  draft.nodes.unshift(start);
}

function settleEnds(draft: Draft): void {
  for (const circle of draft.nodes.filter(({ sort }) => sort === 'end')) {
    const [way, ...more] = waysTo(draft, circle);
    const alone = way && more.length === 0 && way.from.sort === 'step' && !way.from.isStart && waysFrom(draft, way.from).length === 1;
    if (alone && way.when === undefined) melt(draft, circle, way.from);
    else asStep(draft, circle, '结束');
  }
}

/** Brings a draft into the shape of our flows. */
export function straighten(draft: Draft): void {
  admitMessages(draft);
  dropIdle(draft);
  passOverAll(draft);
  dropIdle(draft);
  settleStart(draft);
  settleEnds(draft);
}
