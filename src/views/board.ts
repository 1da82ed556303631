// A 公开栏: one sheet on a wall, read at one metre. In: the county. Out: what each board says, in full; how much of it a sheet of paper
// holds is measured where it is printed, and what it does not hold is counted there (`rest`), never dropped in silence.
import type { County, Post, Power, Risk, Unit } from '../model/county.ts';
import { countsOf } from './handbook.ts';
import { type LevelCount, levelCounts, unitView } from './unit.ts';
import { homeUrl, publicAddress, urlOf } from './urls.ts';
import { chineseNumber, type Level, levelOf } from './wording.ts';

export interface BoardItem {
  title: string;
  /** Type or time limit of a power; the post that answers for a risk. */
  note: string | undefined;
  level: Level | undefined;
  levels: LevelCount[];
  /** Lines of labelled texts. */
  lines: BoardText[][];
}

export interface BoardText {
  label: string;
  text: string;
  /** The same text as risks with their levels. */
  risks?: { level: Level; text: string }[];
}

export interface BoardPart {
  title: string;
  /** What its items are counted as: 项权力. */
  noun: string;
  items: BoardItem[];
  /** Said when not all items fit; `{n}` stands for how many do not. */
  rest: string;
}

export interface BoardView {
  title: string;
  /** Whose board it is, above the title. */
  owner: string;
  /** 2026年第四季度: that of the content. */
  period: string;
  issuer: string;
  /** YYYY-MM-DD: the last change of what is shown. */
  date: string;
  phones: { name: string; phone: string }[];
  /** Full public address of the page that has everything. */
  address: string | undefined;
  home: string | undefined;
  demonstration: string | undefined;
  lead: string;
  counts: { label: string; count: number }[];
  parts: BoardPart[];
}

/** Kinds of units (site.yml) whose boards are the two of the leadership, not that of a unit. */
const leadingKinds = ['县委', '县政府'];

const isLeading = ({ unitKind }: Unit) => leadingKinds.includes(unitKind);
const weight = ({ severity }: Risk) => (severity === 'unrated' ? 0 : severity);
const gravestFirst = (risks: readonly Risk[]) => [...risks].sort((a, b) => weight(b) - weight(a));
const titles = (records: readonly { title: string }[]) => [...new Set(records.map(({ title }) => title))].join('；');

/** The first few, and how many there are: a wall is read in passing, the page behind the code has all. */
function firstFew(records: readonly { title: string }[], unit: string): string {
  const all = [...new Set(records.map(({ title }) => title))];
  return all.length > 3 ? `${all.slice(0, 3).join('；')}等${all.length}${unit}` : all.join('；');
}
const filled = (...lines: BoardText[][]) => lines.map((line) => line.filter(({ text }) => text !== '')).filter((line) => line.length > 0);

function powerItem(power: Power): BoardItem {
  return {
    title: power.title,
    note: power.promisedLimit ?? power.statutoryLimit,
    level: undefined,
    levels: levelCounts(power.risks),
    lines: filled([{ label: '岗位', text: firstFew(power.posts, '个') }]),
  };
}

/** A power of the leadership, with how it runs. */
function runningItem(power: Power): BoardItem {
  const running = [
    { label: '流程', text: power.flow ? `${power.flow.steps.length}个环节` : '' },
    { label: '制度', text: power.rules.length > 0 ? `${power.rules.length}项` : '' },
    { label: '责任', text: power.responsibilities.length > 0 ? `${power.responsibilities.length}项` : '' },
    { label: '时限', text: power.promisedLimit ?? power.statutoryLimit ?? '' },
  ];
  return { ...powerItem(power), note: power.type, lines: filled([{ label: '岗位', text: titles(power.posts) }], running) };
}

const riskItem = (risk: Risk): BoardItem => ({
  title: risk.title,
  note: risk.post?.title,
  level: levelOf(risk.severity),
  levels: [],
  lines: filled([{ label: '防控', text: titles(risk.measures) }]),
});

function postItem(post: Post): BoardItem {
  const risks = gravestFirst(post.risks);
  const powers = post.powers.length > 0 ? post.powers : [...new Set(risks.flatMap((risk) => risk.powers))];
  return {
    title: post.title,
    note: undefined,
    level: undefined,
    levels: [],
    lines: filled(
      [{ label: '权力', text: firstFew(powers, '项') }],
      [{ label: '风险', text: titles(risks), risks: risks.map((risk) => ({ level: levelOf(risk.severity), text: risk.title })) }],
      [
        {
          label: '防控',
          text: firstFew(
            risks.flatMap(({ measures }) => measures),
            '条',
          ),
        },
      ],
    ),
  };
}

const quarterOf = (date: string) => Math.ceil(Number(date.slice(5, 7)) / 3);

function boardOf(
  county: County,
  units: readonly Unit[],
  more: Pick<BoardView, 'title' | 'owner' | 'issuer' | 'lead' | 'parts'>,
): BoardView {
  const { site } = county;
  const [unit] = units;
  const own = unit?.supervisionPhone ? [{ name: '监督电话', phone: unit.supervisionPhone }] : [];
  const contentDate = site.contentDate;
  return {
    ...more,
    period: `${contentDate.slice(0, 4)}年第${chineseNumber(quarterOf(contentDate))}季度`,
    date:
      units
        .map((item) => unitView(item).updated)
        .sort()
        .at(-1) ?? contentDate,
    phones: [...own, ...site.hotlines.slice(0, 1)].map(({ name, phone }) => ({ name, phone })),
    address: publicAddress(site, units.length === 1 && unit ? urlOf(unit) : homeUrl),
    home: publicAddress(site, homeUrl),
    demonstration: site.demonstration,
    counts: countsOf(units).filter(({ label }) => label !== '单位'),
    parts: more.parts.filter(({ items }) => items.length > 0),
  };
}

/** What is said of the rest: where it can be read. */
export const restOf = (noun: string, { homepage, title }: County['site']) =>
  homepage ? `其余 {n} ${noun}，扫二维码看全部` : `其余 {n} ${noun}，见${title}`;

const counted = (noun: string, site: County['site']) => ({ noun, rest: restOf(noun, site) });

export function unitBoard(county: County, unit: Unit): BoardView {
  const { integrityWord } = county.site;
  return boardOf(county, [unit], {
    title: '权力公开栏',
    owner: unit.title,
    issuer: unit.title,
    lead: unit.duties,
    parts: [
      { title: '权力清单', items: unit.powers.map(powerItem), ...counted('项权力', county.site) },
      { title: `${integrityWord}风险点和防控措施`, items: gravestFirst(unit.risks).map(riskItem), ...counted('个风险点', county.site) },
    ],
  });
}

/** 岗位权力廉政风险公开栏: post by post, which power, which risks, what is done. */
function postsBoard(county: County, units: readonly Unit[]): BoardView {
  const { site } = county;
  const posts = units.flatMap((unit) => unit.posts).filter(({ isLeader, risks }) => isLeader || risks.length > 0);
  return boardOf(county, units, {
    title: `岗位权力${site.integrityWord}风险公开栏`,
    owner: units.map(({ title }) => title).join('　'),
    issuer: site.organiser,
    lead: `领导班子每个岗位有什么权力、可能在哪里出问题、怎样防控。只公开岗位，不公开姓名。${site.supervisor}监督。`,
    parts: [{ title: '领导岗位的权力、风险和防控', items: posts.map(postItem), ...counted('个岗位', county.site) }],
  });
}

/** 权力公开透明运行工作公开栏: power by power, who, by which steps, how long, under how many rules. */
function powersBoard(county: County, units: readonly Unit[]): BoardView {
  const { site } = county;
  return boardOf(county, units, {
    title: '权力公开透明运行工作公开栏',
    owner: units.map(({ title }) => title).join('　'),
    issuer: site.organiser,
    lead: `领导班子的每项权力由哪些岗位行使，经过几个环节，依据几项制度，有多少风险点。${site.supervisor}监督。`,
    parts: [
      { title: '领导班子权力运行一览', items: units.flatMap((unit) => unit.powers).map(runningItem), ...counted('项权力', county.site) },
    ],
  });
}

/** All boards of the county by id: two of the leadership where the county discloses it, and one of each other unit. */
export function boards(county: County): { id: string; board: () => BoardView }[] {
  const leading = county.units.filter(isLeading);
  const ofLeadership = [
    { id: 'lingdao-gangwei', board: () => postsBoard(county, leading) },
    { id: 'lingdao-yunxing', board: () => powersBoard(county, leading) },
  ];
  const ofUnits = county.units.filter((unit) => !isLeading(unit)).map((unit) => ({ id: unit.id, board: () => unitBoard(county, unit) }));
  return [...(leading.length > 0 ? ofLeadership : []), ...ofUnits];
}
