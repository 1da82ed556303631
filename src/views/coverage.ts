// The coverage page: how complete the disclosure is, unit by unit, and every gap by name. What is missing is public.

import { recordsOfUnit } from '../model/counts.ts';
import type { County, Unit } from '../model/county.ts';
import { faultCodes } from '../model/fault.ts';
import { type Gap, gapsOf } from '../model/gaps.ts';
import { type Link, linkTo, unitLink } from './wording.ts';

export interface CoverageRow {
  unit: Link;
  powers: number;
  /** Powers with responsibility, flow, rule and risk. */
  completePowers: number;
  risks: number;
  /** Risks with at least one measure. */
  guardedRisks: number;
  overdue: number;
}

export interface CoverageView {
  rows: CoverageRow[];
  total: CoverageRow;
  gaps: { title: string; records: (Link & { unit: string })[] }[];
  overdue: (Link & { unit: string; reviewBy: string })[];
}

/** Records whose review was due before the county's content date: from the data, never from the clock of the build. */
function overdueOf(unit: Unit, contentDate: string) {
  return recordsOfUnit(unit).filter((record) => record.reviewBy !== undefined && record.reviewBy < contentDate);
}

function row(unit: Unit, gaps: readonly Gap[], contentDate: string): CoverageRow {
  const lacking = new Set(gaps.filter(({ record }) => record.unit === unit).map(({ record }) => record));
  return {
    unit: unitLink(unit),
    powers: unit.powers.length,
    completePowers: unit.powers.filter((power) => !lacking.has(power)).length,
    risks: unit.risks.length,
    guardedRisks: unit.risks.filter((risk) => risk.measures.length > 0).length,
    overdue: overdueOf(unit, contentDate).length,
  };
}

export function coverageView(county: County): CoverageView {
  const gaps = gapsOf(county);
  const { contentDate } = county.site;
  const rows = county.units.map((unit) => row(unit, gaps, contentDate));
  const sum = (name: 'powers' | 'completePowers' | 'risks' | 'guardedRisks' | 'overdue') =>
    rows.reduce((total, item) => total + item[name], 0);
  return {
    rows,
    total: {
      unit: { text: '全县', href: '' },
      powers: sum('powers'),
      completePowers: sum('completePowers'),
      risks: sum('risks'),
      guardedRisks: sum('guardedRisks'),
      overdue: sum('overdue'),
    },
    gaps: [...Map.groupBy(gaps, ({ code }) => code)].map(([code, found]) => ({
      title: faultCodes[code].title,
      records: found.map(({ record }) => ({ ...linkTo(record), unit: record.unit.shortTitle })),
    })),
    overdue: county.units.flatMap((unit) =>
      overdueOf(unit, contentDate).map((record) => ({ ...linkTo(record), unit: unit.shortTitle, reviewBy: record.reviewBy ?? '' })),
    ),
  };
}
