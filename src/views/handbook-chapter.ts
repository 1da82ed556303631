// A unit's chapter of a printed handbook: duties and posts, each power, risks by post, rules, supervision. In: a unit, and which flows
// were printed before it. Out: sections in printing order; what would be empty is not there.
import type { County, Flow, Measure, Post, Power, Responsibility, Risk, Rule, Supervision, Unit } from '../model/county.ts';
import { powerFields } from './record.ts';
import { each, field, grounds, responsibilityView, stepLink } from './record-parts.ts';
import type { Field, ResponsibilityView } from './record-view.ts';
import { type FlowView, flowView } from './steps.ts';
import { type SupervisionView, supervisionView } from './supervision.ts';
import { type LevelCount, levelCounts, unitView } from './unit.ts';
import { anchorOf, publicAddress, urlOf } from './urls.ts';
import { chineseDate, chineseNumber, type Level, type Link, levelOf, linkTo, plain } from './wording.ts';

/** The id a record is known by on paper: the last part of its web address, so that a reader can type it. */
interface Identified {
  id: string;
  anchor: string;
}

/** Something that is printed elsewhere in the same book, if it is: where to look it up. */
export interface CrossReference {
  text: string;
  /** Undefined where it is not in this book. */
  anchor: string | undefined;
}

/** `notes`: what else the record says, each with its label, for small print. */
export type PrintedDuty = ResponsibilityView & { id: string; notes: string[] };

export interface PrintedFlow extends Identified {
  flow: FlowView;
}

/** A power's risks by the table they stand in: one page number for all of them. Chromium looks up every place that is linked to on every
 *  page it prints, so a number for each of thousands of risks made a county's book twice as dear. */
export interface RiskReferences {
  /** The post, and where its table begins. */
  table: CrossReference;
  risks: { text: string; level: Level }[];
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
  powers: string[];
  steps: string[];
  leader: string | undefined;
  notes: string[];
  measures: PrintedMeasure[];
}

/** The table of one post's risks. */
export interface PostRisks {
  anchor: string;
  post: Link | undefined;
  risks: RiskRow[];
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

const anchor = (record: Parameters<typeof urlOf>[0]) => anchorOf(urlOf(record));

const referTo = (record: Rule | Power, { units }: BookContents): CrossReference => ({
  text: record.title,
  anchor: units.has(record.unit) ? anchor(record) : undefined,
});

/** 责任依据：《…》第五条；… */
const notesOf = (...fields: Field[][]): string[] => fields.flat().map(({ label, lines }) => `${label}：${lines.map(plain).join('；')}`);

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

/** The table of risks that a risk stands in; there is one for those without a post. */
const tableAnchor = ({ unit, post }: Risk) => `${anchor(unit)}-risks-${post?.id ?? 'other'}`;

function riskReferences(risks: readonly Risk[], { units }: BookContents): RiskReferences[] {
  return [...Map.groupBy(risks, tableAnchor)].map(([table, group]) => ({
    table: { text: group[0]?.post?.title ?? '未定到岗位', anchor: group[0] && units.has(group[0].unit) ? table : undefined },
    risks: group.map(({ title, severity }) => ({ text: title, level: levelOf(severity) })),
  }));
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
    risks: riskReferences(power.risks, book),
    address: publicAddress(book.county.site, urlOf(power)),
  };
}

const powerRow = (power: Power, index: number, book: BookContents): PowerRow => ({
  ...referTo(power, book),
  number: index + 1,
  type: power.type,
  limit: power.promisedLimit ?? power.statutoryLimit ?? '',
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

const printedMeasure = ({ id, title, way, text, post, rules, due, status }: Measure): PrintedMeasure => ({
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
    powers: risk.powers.map(({ title }) => title),
    steps: risk.steps.map((step) => stepLink(step).text),
    leader: risk.leader?.title,
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
function risksByPost(unit: Unit): PostRisks[] {
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
