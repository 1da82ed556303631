// Which arrows lead back, and in which order the work is done: what a drawing shows by position and a record has to say in words.
// Depth first from the start, arrows in written order, so the same file always gives the same answer. No recursion: files from outside
// may hold long chains.
import { type Draft, type DraftNode, type DraftWay, waysFrom } from './draft.ts';

/** Visits all nodes along `ways`; `onLoop` gets each arrow that closes a loop. Returns the nodes, each before all it leads to. */
function visit(roots: readonly DraftNode[], ways: (node: DraftNode) => DraftWay[], onLoop: (way: DraftWay) => void): DraftNode[] {
  const state = new Map<DraftNode, 'open' | 'done'>();
  const done: DraftNode[] = [];
  for (const root of roots) {
    if (state.has(root)) continue;
    state.set(root, 'open');
    const stack = [{ node: root, rest: ways(root) }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const way = top.rest.shift();
      if (!way) {
        state.set(top.node, 'done');
        done.push(top.node);
        stack.pop();
      } else if (state.get(way.to) === 'open') onLoop(way);
      else if (!state.has(way.to)) {
        state.set(way.to, 'open');
        stack.push({ node: way.to, rest: ways(way.to) });
      }
    }
  }
  return done.reverse();
}

/** What people write on an arrow that goes back, rather than a condition. */
const returnName = /^(退|驳回|返|打回|发回|补正|重新|整改)/;
const longestReturnName = 10;

/** Declares every arrow that closes a loop a return. Declared ones stay as they are. */
export function declareReturns(draft: Draft): void {
  const onward = (node: DraftNode) => waysFrom(draft, node).filter(({ back }) => back === undefined);
  visit(fromStart(draft), onward, (way) => {
    const named = way.when !== undefined && way.when.length <= longestReturnName && returnName.test(way.when);
    way.back = named ? way.when : '退回';
    if (named) way.when = undefined;
    draft.changes.push(`从${way.from.called}往回到${way.to.called}的箭头记作“${way.back}”`);
  });
}

/** The nodes in the order of work: the branch of the first arrow before that of the second. Needs returns declared. */
export function inOrderOfWork(draft: Draft): DraftNode[] {
  const onward = (node: DraftNode) =>
    waysFrom(draft, node)
      .filter(({ back }) => back === undefined)
      .reverse();
  return visit(fromStart(draft).reverse(), onward, () => {});
}

const fromStart = ({ nodes }: Draft): DraftNode[] => [
  ...nodes.filter(({ isStart }) => isStart),
  ...nodes.filter(({ isStart }) => !isStart),
];
