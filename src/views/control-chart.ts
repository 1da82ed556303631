// 廉政风险防控图, the official form: 防控措施 | 风险点 | 流程 | 风险点 | 防控措施. The same records as the flow chart, seen from the risks.
// In: a flow. Out: one row a step, its risks on both sides in turn.
import type { Flow, Risk } from '../model/county.ts';
import { flowView, type RiskMark, stepAnchor } from './steps.ts';
import { controlUrl, urlOf } from './urls.ts';
import { type Link, linkTo, unitLink } from './wording.ts';

export interface RiskCell extends RiskMark {
  /** The step where it was shown before, if it hangs on several: its measures stand there. */
  seenAt: number | undefined;
  post: Link | undefined;
  measures: Link[];
}

export interface ControlRow {
  number: number;
  name: string;
  /** The step in the list of the flow's page. */
  href: string;
  left: RiskCell[];
  right: RiskCell[];
}

export interface ControlView {
  title: string;
  href: string;
  flow: Link;
  unit: Link;
  riskCount: number;
  measureCount: number;
  rows: ControlRow[];
  published: string;
  updated: string | undefined;
}

function rowsOf(flow: Flow): ControlRow[] {
  const firstStep = new Map<number, number>();
  let onTheLeft = true;
  return flowView(flow).steps.map(({ number, name, risks: marks }, index) => {
    const step = flow.steps[index] as Flow['steps'][number];
    const row: ControlRow = { number, name, href: `${urlOf(flow)}#${stepAnchor(step)}`, left: [], right: [] };
    for (const [order, mark] of marks.entries()) {
      const risk = step.risks[order] as Risk;
      const seenAt = firstStep.get(mark.number);
      if (seenAt === undefined) firstStep.set(mark.number, number);
      const cell = { ...mark, seenAt, post: risk.post && linkTo(risk.post), measures: risk.measures.map(linkTo) };
      (onTheLeft ? row.left : row.right).push(cell);
      onTheLeft = !onTheLeft;
    }
    return row;
  });
}

/** Only for a flow with risks; the others have nothing to control. */
export function controlView(flow: Flow): ControlView {
  return {
    title: `${flow.title}廉政风险防控图`,
    href: controlUrl(flow),
    flow: linkTo(flow),
    unit: unitLink(flow.unit),
    riskCount: flow.risks.length,
    measureCount: new Set(flow.risks.flatMap(({ measures }) => measures)).size,
    rows: rowsOf(flow),
    published: flow.published,
    updated: flow.updated,
  };
}
