// What stands in a step's box and how large it comes out: number and name, who, by when, risk marks. In: a step. Out: lines, px.
import type { RiskMark, StepView } from '../views/steps.ts';
import { breakLines, widthOf } from './text.ts';

/** Sizes in px of the chart at its natural size. */
export const sizes = {
  boxWidth: 152,
  padding: 10,
  name: 15,
  nameLine: 21,
  small: 13.5,
  smallLine: 19,
  markHeight: 24,
  markGap: 4,
  /** How far the sides of a decision's box slope inwards, and how thick the bar of a parallel step is. */
  slope: 12,
  bar: 6,
};

/** Room on A4 inside margins of 8 mm, in CSS px: upright 194 × 281 mm less a line for the caption, or across. */
export const paper = { upright: { width: 733, height: 1030 }, across: { width: 1062, height: 700 } };
/** Text on paper is never smaller than 8 pt; so much may a chart shrink, and so wide may it be. */
export const leastPrintScale = 8 / (sizes.small * 0.75);
export const widestPrintable = Math.floor(paper.across.width / leastPrintScale);

export interface Mark {
  risk: RiskMark;
  text: string;
  width: number;
}

export interface Face {
  height: number;
  name: string[];
  small: string[];
  /** Rows of risk marks. */
  marks: Mark[][];
}

/** 高3: the level in one character and the number of the risk in this flow. */
function markOf(risk: RiskMark): Mark {
  const text = `${risk.level.word.slice(0, 1)}${risk.number}`;
  return { risk, text, width: Math.ceil(widthOf(text, sizes.small)) + 14 };
}

export const widthOfMarks = (marks: readonly Mark[]): number =>
  marks.reduce((sum, { width }) => sum + width, 0) + sizes.markGap * (marks.length - 1);

export function faceOf(step: StepView): Face {
  const room = sizes.boxWidth - 2 * sizes.padding - (step.kind === 'decision' ? sizes.slope : 0);
  const who = typeof step.who === 'string' ? step.who : step.who?.text;
  const name = breakLines(`${step.number} ${step.name}`, sizes.name, room);
  const small = [who, step.limit && `时限 ${step.limit}`].flatMap((text) => (text ? breakLines(text, sizes.small, room) : []));
  const marks: Mark[][] = [];
  for (const mark of step.risks.map(markOf)) {
    const row = marks.at(-1);
    if (row && widthOfMarks([...row, mark]) <= room) row.push(mark);
    else marks.push([mark]);
  }
  const height =
    20 +
    name.length * sizes.nameLine +
    (small.length > 0 ? 2 + small.length * sizes.smallLine : 0) +
    marks.length * (sizes.markHeight + sizes.markGap) +
    (step.kind === 'parallel' ? sizes.bar : 0);
  return { height: height + (height % 2), name, small, marks };
}
