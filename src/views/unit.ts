// A unit's page: its five disclosures on one page, its posts, its numbers, what it still lacks. And the index of all units.

import { recordsOfUnit, severityCounts } from '../model/counts.ts';
import type { County, Power, Unit } from '../model/county.ts';
import { lastChange } from '../model/order.ts';
import { field, link, recordLine, responsibilityView } from './record-parts.ts';
import type { Field, RecordLine, ResponsibilityView } from './record-view.ts';
import { urlOf } from './urls.ts';
import { type Level, type Link, levelOf, linkTo, unitLink } from './wording.ts';

export interface LevelCount {
  level: Level;
  count: number;
}

export interface PowerRow extends Link {
  type: string;
  flow: Link | undefined;
  risks: LevelCount[];
}

export interface UnitView {
  id: string;
  title: string;
  shortTitle: string;
  href: string;
  duties: string;
  demonstration: boolean;
  parent: Link | undefined;
  children: Link[];
  /** Where, when and whom one can ask. */
  facts: Field[];
  powers: PowerRow[];
  /** Grouped under the power they belong to; those of a post alone come last. */
  responsibilities: { power: Link | undefined; items: ResponsibilityView[] }[];
  flows: RecordLine[];
  rules: RecordLine[];
  risks: RecordLine[];
  riskLevels: LevelCount[];
  measureCount: number;
  posts: RecordLine[];
  published: string;
  /** Of the unit and all its records, the latest. */
  updated: string;
  /** What was changed last in what the unit says of itself. */
  changeNote: string | undefined;
}

export function levelCounts(risks: Parameters<typeof severityCounts>[0]): LevelCount[] {
  return severityCounts(risks).map(({ severity, count }) => ({ level: levelOf(severity), count }));
}

function powerRow(power: Power): PowerRow {
  return {
    ...linkTo(power),
    type: power.type,
    flow: power.flow && { text: `${power.flow.steps.length} 个环节`, href: urlOf(power.flow) },
    risks: levelCounts(power.risks),
  };
}

/** Gravest first, otherwise as written. */
function gravestFirst(unit: Unit) {
  const weight = (severity: number | 'unrated') => (severity === 'unrated' ? 0 : severity);
  return [...unit.risks].sort((a, b) => weight(b.severity) - weight(a.severity));
}

export function unitView(unit: Unit): UnitView {
  const dates = [unit, ...recordsOfUnit(unit)].map(lastChange).sort();
  const updated = dates.at(-1) ?? unit.published;
  const byPower = Map.groupBy(unit.responsibilities, (item) => item.power);
  const facts: Field[] = [
    ...field('unit', 'address', unit.address),
    ...field('unit', 'hours', unit.hours),
    ...field('unit', 'phone', unit.phone),
    ...field('unit', 'supervisionPhone', unit.supervisionPhone),
    ...field('unit', 'leader', link(unit.leader)),
  ];
  return {
    id: unit.id,
    title: unit.title,
    shortTitle: unit.shortTitle,
    href: urlOf(unit),
    duties: unit.duties,
    demonstration: unit.demonstration,
    parent: unit.parent && unitLink(unit.parent),
    children: unit.children.map(unitLink),
    facts,
    powers: unit.powers.map(powerRow),
    responsibilities: [...byPower].map(([power, items]) => ({ power: power && linkTo(power), items: items.map(responsibilityView) })),
    flows: unit.flows.map(recordLine),
    rules: unit.rules.map(recordLine),
    risks: gravestFirst(unit).map(recordLine),
    riskLevels: levelCounts(unit.risks),
    measureCount: unit.measures.length,
    posts: unit.posts.map(recordLine),
    published: unit.published,
    updated,
    changeNote: unit.changeNote,
  };
}

export interface UnitGroup {
  title: string;
  units: (Link & { count: number })[];
}

/** All units by the themes of site.yml; the number is that of their powers. Themes without a unit are left out. */
export function unitGroups(county: County): UnitGroup[] {
  const groups = Map.groupBy(county.units, (unit) => unit.group);
  const listed = county.site.vocabulary.unitGroups.filter((title) => groups.has(title));
  const unlisted = [...groups.keys()].filter((title) => !listed.includes(title));
  return [...listed, ...unlisted].map((title) => ({
    title,
    units: (groups.get(title) ?? []).map((unit) => ({ ...unitLink(unit), count: unit.powers.length })),
  }));
}
