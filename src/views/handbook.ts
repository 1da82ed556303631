// A printed handbook, part by part: cover, notes, contents, a chapter a unit, index, change record. In: the county, and which units the
// book holds. Out: what is printed, in order. Page numbers are not known here: they are found when it is printed.
import type { County, Handbook, Unit } from '../model/county.ts';
import { type Change, changed, type Withdrawal, withdrawals } from './changes.ts';
import { type BookContents, type Chapter, chapterOf } from './handbook-chapter.ts';
import { unitView } from './unit.ts';
import { anchorOf, homeUrl, publicAddress, urlOf } from './urls.ts';

/** A title, or another name of the thing, to be looked up; sorted and grouped where it is printed. */
export interface IndexEntry {
  text: string;
  /** What the name stands for, where it is not the title; else the unit, in a book of several. */
  note: string;
  anchor: string;
}

export interface HandbookView {
  id: string;
  title: string;
  county: string;
  /** 全县汇编, or the unit whose book it is. */
  volume: string;
  paper: Handbook['paper'];
  organiser: string;
  supervisor: string;
  /** Day of the content, YYYY-MM-DD: of the county, or in a unit's book its own last change. */
  date: string;
  demonstration: string | undefined;
  /** Full public address of the site, and of what this book prints. */
  home: string | undefined;
  address: string | undefined;
  hotlines: County['site']['hotlines'];
  /** `measure`: the word it is counted with. */
  counts: { label: string; measure: string; count: number }[];
  /** Ids of the standing pages printed before the contents. */
  frontMatter: { id: string; title: string }[];
  chapters: Chapter[];
  index: IndexEntry[];
  changes: Change[];
  withdrawals: Withdrawal[];
}

function indexOf(units: readonly Unit[]): IndexEntry[] {
  // In the book of one unit all of it is that unit's.
  const noteOf = (unit: Unit) => (units.length > 1 ? unit.shortTitle : '');
  return units.flatMap((unit) => {
    const titled = [...unit.powers, ...unit.flows, ...unit.rules].map((record) => ({
      text: record.title,
      note: noteOf(unit),
      anchor: anchorOf(urlOf(record)),
    }));
    const aliases = unit.powers.flatMap((power) =>
      power.aliases.map((text) => ({ text, note: `见${power.title}`, anchor: anchorOf(urlOf(power)) })),
    );
    return [...titled, ...aliases];
  });
}

/** What the units disclose, by kind; kinds of which there is nothing are left out. */
export function countsOf(units: readonly Unit[]): HandbookView['counts'] {
  const sum = (of: (unit: Unit) => unknown[]) => units.reduce((total, unit) => total + of(unit).length, 0);
  const counts = [
    { label: '单位', measure: '个', count: units.length },
    { label: '权力', measure: '项', count: sum(({ powers }) => powers) },
    { label: '责任', measure: '项', count: sum(({ responsibilities }) => responsibilities) },
    { label: '流程', measure: '个', count: sum(({ flows }) => flows) },
    { label: '制度', measure: '项', count: sum(({ rules }) => rules) },
    { label: '风险点', measure: '个', count: sum(({ risks }) => risks) },
    { label: '防控措施', measure: '条', count: sum(({ measures }) => measures) },
    { label: '岗位', measure: '个', count: sum(({ posts }) => posts) },
  ];
  return counts.filter(({ count }) => count > 0);
}

/** `href` is the page that the code on the cover leads to. */
function bookOf(county: County, handbook: Handbook, cover: Cover, href: string): HandbookView {
  const { site } = county;
  const names = new Set(handbook.units.map(({ shortTitle }) => shortTitle));
  const contents: BookContents = { county, units: new Set(handbook.units), printedFlows: new Set() };
  return {
    ...cover,
    id: handbook.id,
    county: site.county,
    paper: handbook.paper,
    organiser: site.organiser,
    supervisor: site.supervisor,
    demonstration: site.demonstration,
    home: publicAddress(site, homeUrl),
    address: publicAddress(site, href),
    hotlines: site.hotlines,
    counts: countsOf(handbook.units),
    frontMatter: handbook.frontMatter.map(({ id, title }) => ({ id, title })),
    chapters: handbook.units.map((unit) => chapterOf(unit, contents)),
    index: indexOf(handbook.units),
    changes: changed(county, Number.POSITIVE_INFINITY).filter(({ unit }) => names.has(unit)),
    // What was withdrawn no longer says whose it was, so only a book of all units can list it.
    withdrawals: county.units.every((unit) => handbook.units.includes(unit)) ? withdrawals(county) : [],
  };
}

/** What stands on the cover. */
export type Cover = Pick<HandbookView, 'title' | 'volume' | 'date'>;

/** Of a book the office has described in handbooks/<id>.yml. */
export function handbookCover({ site, units }: County, handbook: Handbook): Cover {
  const isCounty = units.every((unit) => handbook.units.includes(unit));
  const volume = isCounty ? '全县汇编' : handbook.units.length === 1 ? (handbook.units[0]?.title ?? '') : '选编';
  return { title: handbook.title, volume, date: site.contentDate };
}

/** Of the book of one unit, which needs no description. Its date is its own, so that it changes only when the unit's records do. */
export function unitHandbookCover({ site, handbooks }: County, unit: Unit): Cover {
  const title = handbooks[0]?.title ?? `${site.county}权力公开手册`;
  return { title, volume: `${unit.title}分册`, date: unitView(unit).updated };
}

export function handbookView(county: County, handbook: Handbook): HandbookView {
  return bookOf(county, handbook, handbookCover(county, handbook), homeUrl);
}

export function unitHandbookView(county: County, unit: Unit): HandbookView {
  const cover = unitHandbookCover(county, unit);
  const handbook: Handbook = { id: unit.id, title: cover.title, units: [unit], paper: 'A4', frontMatter: [] };
  return bookOf(county, handbook, cover, urlOf(unit));
}
