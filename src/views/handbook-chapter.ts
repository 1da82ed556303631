// A unit's chapter of a printed handbook: duties and posts, each power, risks by post, rules, supervision. In: a unit, and which flows
// were printed before it. Out: sections in printing order; what would be empty is not there.
import type { County, Flow, Post, Power, Responsibility, Rule, Supervision, Unit } from '../model/county.ts';
import { anchor, type CrossReference, type Identified, notesOf } from './handbook-parts.ts';
import { type PostRisks, type PrintedMeasure, printedMeasure, type RiskReferences, riskReferences, risksByPost } from './handbook-risks.ts';
import { powerFields } from './power-page.ts';
import { each, field, grounds, responsibilityView } from './record-parts.ts';
import type { Field, ResponsibilityView } from './record-view.ts';
import { type FlowView, flowView } from './steps.ts';
import { type SupervisionView, supervisionView } from './supervision.ts';
import { type LevelCount, levelCounts, unitView } from './unit.ts';
import { publicAddress, urlOf } from './urls.ts';
import { chineseDate, chineseNumber } from './wording.ts';

/** `notes`: what else the record says, each with its label, for small print. */
export type PrintedDuty = ResponsibilityView & { id: string; notes: string[] };

export interface PrintedFlow extends Identified {
  flow: FlowView;
}

export interface PowerSheet extends Identified {
  number: number;
  title: string;
  type: string;
  aliases: string[];
  fields: Field[];
  duties: PrintedDuty[];
  /** The flow, printed here or, where several powers share it, with an earlier one. */
  flow: PrintedFlow | CrossReference | undefined;
  rules: CrossReference[];
  risks: RiskReferences[];
  /** Public address, for the code beside it. */
  address: string | undefined;
}

export interface PostRow {
  id: string;
  title: string;
  department: string | undefined;
  duties: string[];
  supervisors: string[];
  notes: string[];
  riskCount: number;
}

export interface RuleText extends Identified {
  title: string;
  details: string;
}

export type ChapterSection = Identified & { title: string } & (
    | { type: 'unit'; duties: string; facts: Field[]; powers: PowerRow[]; posts: PostRow[]; riskLevels: LevelCount[]; measureCount: number }
    | { type: 'powers'; powers: PowerSheet[]; otherFlows: PrintedFlow[]; otherDuties: PrintedDuty[] }
    | { type: 'risks'; posts: PostRisks[]; otherMeasures: PrintedMeasure[] }
    | { type: 'rules'; rules: RuleText[] }
    | { type: 'supervision'; phones: Field[]; view: SupervisionView | undefined }
  );

export interface PowerRow extends CrossReference {
  number: number;
  type: string;
  limit: string;
  riskLevels: LevelCount[];
}

export interface Chapter {
  anchor: string;
  title: string;
  shortTitle: string;
  address: string | undefined;
  sections: ChapterSection[];
}

/** What is in a book, so that references know where to lead. */
export interface BookContents {
  county: County;
  units: ReadonlySet<Unit>;
  /** Flows printed so far; a chapter adds its own. */
  printedFlows: Set<Flow>;
}

const referTo = (record: Rule | Power, { units }: BookContents): CrossReference => ({
  text: record.title,
  anchor: units.has(record.unit) ? anchor(record) : undefined,
});

const printedDuty = (item: Responsibility): PrintedDuty => ({
  ...responsibilityView(item),
  id: item.id,
  notes: notesOf(
    field('responsibility', 'department', item.department),
    field('responsibility', 'basis', grounds(item.basis)),
    field('responsibility', 'boundary', item.boundary),
    field('responsibility', 'accountabilityBasis', grounds(item.accountabilityBasis)),
  ),
});

function printedFlow(flow: Flow, book: BookContents): PrintedFlow {
  book.printedFlows.add(flow);
  return { id: flow.id, anchor: anchor(flow), flow: flowView(flow) };
}

function powerSheet(power: Power, index: number, book: BookContents): PowerSheet {
  const { flow } = power;
  return {
    id: power.id,
    anchor: anchor(power),
    number: index + 1,
    title: power.title,
    type: power.type,
    aliases: power.aliases,
    fields: powerFields(power),
    duties: power.responsibilities.map(printedDuty),
    flow: flow && (book.printedFlows.has(flow) ? { text: flow.title, anchor: anchor(flow) } : printedFlow(flow, book)),
    rules: power.rules.map((rule) => referTo(rule, book)),
    risks: riskReferences(power.risks, book.units),
    address: publicAddress(book.county.site, urlOf(power)),
  };
}

const powerRow = (power: Power, index: number, book: BookContents): PowerRow => ({
  ...referTo(power, book),
  number: index + 1,
  type: power.type,
  limit: power.promisedLimit ?? power.statutoryLimit ?? (power.flow ? '按流程各环节时限' : ''),
  riskLevels: levelCounts(power.risks),
});

const postRow = (post: Post): PostRow => ({
  id: post.id,
  title: post.title,
  department: post.department,
  duties: post.duties,
  supervisors: post.supervisors.map(({ way, post: by, body }) => `${way}：${by?.title ?? body ?? ''}`),
  notes: notesOf(field('post', 'grade', post.grade), field('post', 'checkFocus', each(post.checkFocus))),
  riskCount: post.risks.length,
});

const ruleText = (rule: Rule): RuleText => ({
  id: rule.id,
  anchor: anchor(rule),
  title: rule.title,
  details: [
    rule.documentNo,
    `${chineseDate(rule.issued)}${rule.issuer}发布`,
    rule.effective && `${chineseDate(rule.effective)}起施行`,
    rule.status,
  ]
    .filter(Boolean)
    .join('，'),
});

/** Of everything the inspectors published, what concerns this unit. */
function supervisionOf(unit: Unit, { supervision }: County): Supervision {
  return {
    inspections: supervision.inspections.filter(({ units }) => units.includes(unit)),
    appraisals: supervision.appraisals.flatMap((appraisal) => {
      const units = appraisal.units.filter((row) => row.unit === unit);
      return units.length > 0 ? [{ ...appraisal, units }] : [];
    }),
    alerts: supervision.alerts.filter((alert) => alert.unit === unit),
    feedback: supervision.feedback.filter((item) => item.unit === unit),
  };
}

function phones(unit: Unit, { site }: County): Field[] {
  return [
    ...(unit.supervisionPhone ? [{ label: '本单位监督电话', lines: [[unit.supervisionPhone]] }] : []),
    ...site.hotlines.map(({ name, phone, note }) => ({ label: name, lines: [[note ? `${phone}（${note}）` : phone]] })),
  ];
}

/** The chapter of one unit. Flows it prints are added to `book.printedFlows`. */
export function chapterOf(unit: Unit, book: BookContents): Chapter {
  const { county } = book;
  const view = unitView(unit);
  const powers = unit.powers.map((power, index) => powerSheet(power, index, book));
  const otherFlows = unit.flows.filter((flow) => !book.printedFlows.has(flow)).map((flow) => printedFlow(flow, book));
  const otherDuties = unit.responsibilities.filter(({ power }) => power === undefined || power.unit !== unit).map(printedDuty);
  const atRisk = new Set(unit.risks.flatMap(({ measures }) => measures));
  const otherMeasures = unit.measures.filter((measure) => !atRisk.has(measure)).map(printedMeasure);
  const integrity = county.site.integrityWord;
  const sections: ChapterSection[] = [];
  const head = (id: string, title: string) => ({
    id,
    anchor: `${anchor(unit)}-${id}`,
    title: `${chineseNumber(sections.length + 1)}、${title}`,
  });
  sections.push({
    type: 'unit',
    ...head('unit', '单位职责、权力清单和岗位'),
    duties: unit.duties,
    facts: view.facts,
    powers: unit.powers.map((power, index) => powerRow(power, index, book)),
    posts: unit.posts.map(postRow),
    riskLevels: view.riskLevels,
    measureCount: view.measureCount,
  });
  if (powers.length + otherFlows.length + otherDuties.length > 0)
    sections.push({ type: 'powers', ...head('powers', '权力、责任和运行流程'), powers, otherFlows, otherDuties });
  if (unit.risks.length + otherMeasures.length > 0)
    sections.push({ type: 'risks', ...head('risks', `${integrity}风险点和防控措施`), posts: risksByPost(unit), otherMeasures });
  if (unit.rules.length > 0) sections.push({ type: 'rules', ...head('rules', '制度'), rules: unit.rules.map(ruleText) });
  sections.push({
    type: 'supervision',
    ...head('supervision', '监督'),
    phones: phones(unit, county),
    view: supervisionView({ ...county, supervision: supervisionOf(unit, county) }),
  });
  return {
    anchor: anchor(unit),
    title: unit.title,
    shortTitle: unit.shortTitle,
    address: publicAddress(county.site, urlOf(unit)),
    sections,
  };
}
