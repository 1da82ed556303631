// The home page: one search box first, five entrances with live counts, units by theme, what changed, how to report.
import type { County } from '../model/county.ts';
import { added, type Change, changed } from './changes.ts';
import { type Entrance, entrances } from './list.ts';
import { type LevelCount, levelCounts, type UnitGroup, unitGroups } from './unit.ts';
import { searchUrl } from './urls.ts';
import { chineseNumber, type Link } from './wording.ts';

export interface HomeView {
  title: string;
  county: string;
  /** The slogan as lines: broken after its commas, so that a phone never breaks inside a phrase. */
  slogan: string[];
  lead: string;
  commonSearches: Link[];
  entrances: (Entrance & { numeral: string })[];
  changed: Change[];
  added: Change[];
  riskLevels: LevelCount[];
  riskCount: number;
  measureCount: number;
  integrityWord: string;
  unitGroups: UnitGroup[];
  unitCount: number;
  hotline: { name: string; phone: string; note: string | undefined };
}

export function homeView(county: County): HomeView {
  const { site, records } = county;
  const [hotline] = site.hotlines;
  return {
    title: site.title,
    county: site.county,
    slogan: site.slogan.split(/(?<=，)(?=[^，]*$)/),
    lead: site.lead,
    commonSearches: site.commonSearches.map((text) => ({ text, href: `${searchUrl}?q=${encodeURIComponent(text)}` })),
    entrances: entrances(county).map((entrance, index) => ({ ...entrance, numeral: chineseNumber(index + 1) })),
    changed: changed(county, 6),
    added: added(county, 6),
    riskLevels: levelCounts(records.risk),
    riskCount: records.risk.length,
    measureCount: records.measure.length,
    integrityWord: site.integrityWord,
    unitGroups: unitGroups(county),
    unitCount: county.units.length,
    hotline: { name: hotline?.name ?? '', phone: hotline?.phone ?? '', note: hotline?.note },
  };
}
