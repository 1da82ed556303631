// Risks in a printed handbook: the tables, post by post, and how a power refers to them. In: risks of the county. Out: rows to print.
import type { Measure, Risk, Unit } from '../model/county.ts';
import { anchor, type CrossReference, notesOf } from './handbook-parts.ts';
import { field, stepLink } from './record-parts.ts';
import { type Level, type Link, levelOf, linkTo } from './wording.ts';

/** A power's risks by the table they stand in: one page number for all of them. Chromium looks up every place that is linked to on every
 *  page it prints, so a number for each of thousands of risks made a county's book a third dearer. */
export interface RiskReferences {
  /** The post, and where its table begins. */
  table: CrossReference;
  risks: { text: string; level: Level }[];
}

export interface PrintedMeasure {
  id: string;
  title: string;
  way: string;
  text: string;
  post: string | undefined;
  rules: string[];
  notes: string[];
}

export interface RiskRow {
  id: string;
  title: string;
  level: Level;
  category: string;
  description: string;
  /** Where it lies: powers, steps of flows, and the leader in charge. */
  places: string[];
  notes: string[];
  measures: PrintedMeasure[];
}

/** The table of one post's risks. */
export interface PostRisks {
  anchor: string;
  post: Link | undefined;
  risks: RiskRow[];
}

/** The table of risks that a risk stands in; there is one for those without a post. */
const tableAnchor = ({ unit, post }: Risk) => `${anchor(unit)}-risks-${post?.id ?? 'other'}`;

export function riskReferences(risks: readonly Risk[], units: ReadonlySet<Unit>): RiskReferences[] {
  return [...Map.groupBy(risks, tableAnchor)].map(([table, group]) => ({
    table: { text: group[0]?.post?.title ?? '未定到岗位', anchor: group[0] && units.has(group[0].unit) ? table : undefined },
    risks: group.map(({ title, severity }) => ({ text: title, level: levelOf(severity) })),
  }));
}

export const printedMeasure = ({ id, title, way, text, post, rules, due, status }: Measure): PrintedMeasure => ({
  id,
  title,
  way,
  text,
  post: post?.title,
  rules: rules.map((rule) => rule.title),
  notes: notesOf(field('measure', 'due', due), field('measure', 'status', status)),
});

function riskRow(risk: Risk): RiskRow {
  return {
    id: risk.id,
    title: risk.title,
    level: levelOf(risk.severity),
    category: risk.category,
    description: risk.description,
    places: [
      ...risk.powers.map(({ title }) => title),
      ...risk.steps.map((step) => stepLink(step).text),
      ...(risk.leader ? [`分管：${risk.leader.title}`] : []),
    ],
    notes: notesOf(
      risk.residualSeverity ? [{ label: '防控后等级', lines: [[levelOf(risk.residualSeverity).word]] }] : [],
      field('risk', 'levelRaw', risk.levelRaw),
      field('risk', 'grading', risk.grading),
      field('risk', 'indicator', risk.indicator),
    ),
    measures: risk.measures.map(printedMeasure),
  };
}

/** Posts in their written order, within a post the gravest first; what hangs on no post comes last. */
export function risksByPost(unit: Unit): PostRisks[] {
  const weight = ({ severity }: Risk) => (severity === 'unrated' ? 0 : severity);
  const groups = Map.groupBy(unit.risks, ({ post }) => post);
  const order = [...unit.posts, ...[...groups.keys()].filter((post) => post && post.unit !== unit), undefined];
  return order.flatMap((post) => {
    const risks = groups.get(post);
    const [first] = risks ?? [];
    return risks && first
      ? [{ anchor: tableAnchor(first), post: post && linkTo(post), risks: risks.sort((a, b) => weight(b) - weight(a)).map(riskRow) }]
      : [];
  });
}
