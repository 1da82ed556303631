// A flow as the ordered list that everyone can read: phone, screen reader, paper, no styles. Same numbers as the drawing.
// In: a flow. Out: its steps with who, by when, where each arrow leads, and the risks that sit there.
import type { Flow, Risk, Step } from '../model/county.ts';
import { urlOf } from './urls.ts';
import { type Level, type Link, levelOf, linkTo } from './wording.ts';

export interface RiskMark extends Link {
  level: Level;
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
  /** Empty when the flow simply goes on to the next number. */
  arrows: { text: string; href: string; back: boolean }[];
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

/** The path of first arrows from the start. */
function mainPath(flow: Flow): Set<Step> {
  const path = new Set<Step>();
  let step = flow.steps.find((item) => item.kind === 'start') ?? flow.steps[0];
  while (step && !path.has(step)) {
    path.add(step);
    step = step.next.find((arrow) => arrow.back === undefined)?.to;
  }
  return path;
}

export function riskMark(risk: Risk): RiskMark {
  return { text: risk.title, href: urlOf(risk), level: levelOf(risk.severity) };
}

export function stepAnchor(step: Step): string {
  return `step-${step.id}`;
}

export function flowView(flow: Flow): FlowView {
  const main = mainPath(flow);
  const steps = flow.steps.map((step): StepView => {
    const forward = step.next.filter((arrow) => arrow.back === undefined);
    const goesOn = step.next.length === 1 && forward[0]?.to.number === step.number + 1 && forward[0].when === undefined;
    const origin = main.has(step)
      ? undefined
      : flow.steps.find((item) => item.next.some((arrow) => arrow.to === step && arrow.back === undefined));
    const condition = origin?.next.find((arrow) => arrow.to === step)?.when;
    return {
      number: step.number,
      anchor: stepAnchor(step),
      kind: step.kind,
      name: step.name,
      aside: !main.has(step),
      reachedBy: origin && `第${origin.number}步${condition ? `“${condition}”时` : '之后'}`,
      lane: step.lane.name,
      // The actor is often the lane itself; once is enough.
      who: step.post ? linkTo(step.post) : step.actor === step.lane.name ? undefined : step.actor,
      limit: step.limit,
      documents: step.documents,
      detail: step.detail,
      rights: step.rights,
      arrows: goesOn
        ? []
        : step.next.map(({ to, when, back }) => ({
            text: `${when ? `${when}：` : ''}${back ? `${back}，回到` : '进入'}第${to.number}步“${to.name}”`,
            href: `#${stepAnchor(to)}`,
            back: back !== undefined,
          })),
      risks: step.risks.map(riskMark),
    };
  });
  return {
    title: flow.title,
    href: urlOf(flow),
    stepCount: steps.length,
    lanes: flow.lanes.map((lane) => lane.name),
    steps,
    risks: flow.risks.map(riskMark),
  };
}
