// A flow as the ordered list that everyone can read: phone, screen reader, paper, no styles. Same numbers as the drawing.
// In: a flow. Out: its steps with who, by when, where each arrow leads, and the risks that sit there.
import type { Flow, Risk, Step } from '../model/county.ts';
import { mainPath, onward, splits, startOf } from '../model/flow-path.ts';
import { urlOf } from './urls.ts';
import { type Level, type Link, levelOf, linkTo, quoted } from './wording.ts';

export interface RiskMark extends Link {
  level: Level;
  /** Its number in this flow, in the order of the steps; the same in drawing, list and 防控图. */
  number: number;
}

export interface ArrowView {
  /** Number of the step it leads to. */
  to: number;
  /** Condition, or name of the return, as it stands beside the arrow; empty where there is none. */
  label: string;
  back: boolean;
  /** The whole sentence, for the list. */
  text: string;
  href: string;
}

export interface StepView {
  number: number;
  /** Anchor of the step on the page; a page shows one flow at most. */
  anchor: string;
  kind: Step['kind'];
  name: string;
  /** Off the main path: drawn to the side, with the condition that leads here. */
  aside: boolean;
  reachedBy: string | undefined;
  lane: string;
  who: (Link | string) | undefined;
  limit: string | undefined;
  documents: string[];
  detail: string | undefined;
  rights: string | undefined;
  /** In written order; the first is the main path. */
  arrows: ArrowView[];
  /** The flow simply goes on to the next number: nothing to be said about it in a list. */
  goesOn: boolean;
  risks: RiskMark[];
}

export interface FlowView {
  title: string;
  href: string;
  stepCount: number;
  lanes: string[];
  steps: StepView[];
  risks: RiskMark[];
}

export function stepAnchor(step: Step): string {
  return `step-${step.id}`;
}

const numbers = (steps: readonly Step[]) => `第${steps.map(({ number }) => number).join('、')}步`;

/** How one gets here where it is not simply from the step above: all branches done, one of several at a time, or a condition. */
function reachedBy(step: Step, main: ReadonlySet<Step>): string | undefined {
  const origins = step.flow.steps.filter((item) => onward(item).includes(step));
  if (step.kind === 'parallel' && origins.length > 1) return `${numbers(origins)}都办完后`;
  const [origin] = origins;
  if (!origin || main.has(step)) return undefined;
  if (splits(origin)) return `${numbers([origin])}后，与${numbers(onward(origin).filter((other) => other !== step))}同时办理`;
  const condition = origin.next.find((arrow) => arrow.to === step)?.when;
  return `${numbers([origin])}${condition ? `“${condition}”时` : '之后'}`;
}

function arrowView(step: Step, { to, when, back }: Step['next'][number]): ArrowView {
  const way = back === undefined ? `${splits(step) ? '同时' : ''}进入` : `${back}，回到`;
  return {
    to: to.number,
    label: when && back ? `${when}（${back}）` : (when ?? back ?? ''),
    back: back !== undefined,
    text: `${when ? `${when}：` : ''}${way}第${to.number}步${quoted(to.name)}`,
    href: `#${stepAnchor(to)}`,
  };
}

/** Who acts, for where there are no links: the lane, and the post or actor where it has another name. */
export function actorsOf({ lane, who }: Pick<StepView, 'lane' | 'who'>): string[] {
  const name = typeof who === 'string' ? who : who?.text;
  return name === undefined || name === lane ? [lane] : [lane, name];
}

export function flowView(flow: Flow): FlowView {
  const main = new Set(mainPath(startOf(flow)));
  const risks = [...new Set(flow.steps.flatMap((step) => step.risks))];
  const mark = (risk: Risk): RiskMark => ({
    text: risk.title,
    href: urlOf(risk),
    level: levelOf(risk.severity),
    number: risks.indexOf(risk) + 1,
  });
  const steps = flow.steps.map((step): StepView => {
    const [next, ...others] = step.next;
    return {
      number: step.number,
      anchor: stepAnchor(step),
      kind: step.kind,
      name: step.name,
      aside: !main.has(step),
      reachedBy: reachedBy(step, main),
      lane: step.lane.name,
      // The actor is often the lane itself; once is enough.
      who: step.post ? linkTo(step.post) : step.actor === step.lane.name ? undefined : step.actor,
      limit: step.limit,
      documents: step.documents,
      detail: step.detail,
      rights: step.rights,
      arrows: step.next.map((arrow) => arrowView(step, arrow)),
      goesOn:
        next !== undefined &&
        others.length === 0 &&
        next.to.number === step.number + 1 &&
        next.when === undefined &&
        next.back === undefined,
      risks: step.risks.map(mark),
    };
  });
  return {
    title: flow.title,
    href: urlOf(flow),
    stepCount: steps.length,
    lanes: flow.lanes.map((lane) => lane.name),
    steps,
    risks: risks.map(mark),
  };
}
