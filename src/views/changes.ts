// What was disclosed, changed or withdrawn lately: the list on the home page and the changes page.
import { type County, type DisclosedRecord, type DisclosureKind, disclosureKinds } from '../model/county.ts';
import { lastChange, newestFirst } from '../model/order.ts';
import { kinds } from '../schema/kinds.ts';
import { segments } from './urls.ts';
import type { Link } from './wording.ts';
import { linkTo } from './wording.ts';

export interface Change extends Link {
  kind: string;
  unit: string;
  date: string;
  note: string | undefined;
}
export interface Withdrawal extends Link {
  date: string;
  reason: string;
  authority: string;
}

const changeOf = (record: DisclosedRecord): Change => ({
  ...linkTo(record),
  kind: kinds[record.kind].label,
  unit: record.unit.shortTitle,
  date: lastChange(record),
  note: record.updated ? record.changeNote : undefined,
});

/** The five disclosures, or some of them; measures and posts change with the records they serve. */
function disclosures(county: County, of: readonly DisclosureKind[] = disclosureKinds): DisclosedRecord[] {
  return of.flatMap((kind): DisclosedRecord[] => county.records[kind]);
}

/** Records that have been changed since they were published, newest first. */
export function changed(county: County, most: number): Change[] {
  return newestFirst(disclosures(county).filter((record) => record.updated !== undefined))
    .slice(0, most)
    .map(changeOf);
}

/** Records as first published, newest first: if nothing else is asked for, powers, flows and rules, the ones people look for. */
export function added(county: County, most: number, of: readonly DisclosureKind[] = ['power', 'flow', 'rule']): Change[] {
  return disclosures(county, of)
    .sort((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0))
    .slice(0, most)
    .map((record) => ({ ...changeOf(record), date: record.published, note: undefined }));
}

/** What was taken down, newest first. The title is gone with the content; the address tells which record it was. */
export function withdrawals(county: County): Withdrawal[] {
  return [...county.withdrawn]
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .map(({ kind, id, date, reason, authority }) => ({
      text: `${kinds[kind].label} ${id}`,
      href: `/${segments[kind]}/${id}/`,
      date,
      reason,
      authority,
    }));
}
