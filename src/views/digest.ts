// What a period contains, for the phone digest (手机报) and the periodical (报刊). In: the county, its first and last day.
// Out: sections of items in words, and what stands around them. A record keeps the day and the note of its last change only, so
// what changed in it before is not known any more (`later`).
import { type County, disclosureKinds } from '../model/county.ts';
import { byUnit, type DigestSection, disclosures, mostTelling, news, type Period } from './digest-sections.ts';
import { changesUrl, publicAddress } from './urls.ts';
import { periodText } from './wording.ts';

export interface PeriodView {
  county: string;
  site: string;
  /** In words: 2026年1月1日至3月31日. */
  period: string;
  demonstration: string | undefined;
  organiser: string;
  hotline: string;
  /** Public address of the list of changes. */
  address: string | undefined;
  sections: DigestSection[];
  /** Records that were changed again after the period: what may have changed in them during it is not known any more. */
  later: number;
}

function view(county: County, period: Period, sections: DigestSection[]): PeriodView | undefined {
  const { site, records } = county;
  const [hotline] = site.hotlines;
  const since = disclosureKinds.flatMap((kind) => records[kind] as { published: string; updated?: string | undefined }[]);
  return sections.length === 0
    ? undefined
    : {
        county: site.county,
        site: site.title,
        period: periodText(period),
        demonstration: site.demonstration,
        organiser: site.organiser,
        hotline: `${hotline?.name ?? ''}${hotline?.phone ?? ''}`,
        address: publicAddress(site, changesUrl),
        sections,
        later: since.filter(({ published, updated }) => published <= period.to && updated !== undefined && updated > period.to).length,
      };
}

/** For a minute on a phone: at most so many items a section, the most telling ones. Undefined where nothing happened. */
export function digestView(county: County, period: Period, most: number): PeriodView | undefined {
  return view(county, period, [...disclosures(county, period, mostTelling, most), ...news(county, period, most)]);
}

/** For a newspaper column: every disclosure, unit by unit. Undefined where nothing happened. */
export function periodicalView(county: County, period: Period): PeriodView | undefined {
  return view(county, period, disclosures(county, period, byUnit(county), Number.POSITIVE_INFINITY));
}
