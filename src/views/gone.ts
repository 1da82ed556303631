// Addresses whose record is not there any more: withdrawn (with reason, authority and date) or moved to a new id.
// No public address ever dies, and nothing of the old content is left.
import type { County, RecordKind } from '../model/county.ts';
import { kinds } from '../schema/kinds.ts';
import { listUrl, segments, unitsUrl } from './urls.ts';
import { chineseDate, type Link } from './wording.ts';

export interface GoneView {
  kind: RecordKind | 'unit';
  id: string;
  kindLabel: string;
  href: string;
  title: string;
  says: string;
  date: string;
  /** Where the record is now; the list of its kind when it is nowhere. */
  next: Link;
  moved: boolean;
}

const addressOf = (kind: RecordKind | 'unit', id: string) => `/${segments[kind]}/${id}/`;

export function gone(county: County): GoneView[] {
  const withdrawn = county.withdrawn.map(
    ({ kind, id, date, reason, authority }): GoneView => ({
      kind,
      id,
      kindLabel: kinds[kind].label,
      href: addressOf(kind, id),
      date,
      moved: false,
      title: '该内容已撤下',
      says: `${authority}于${chineseDate(date)}撤下。原因：${reason}。`,
      next: { text: `查看现行的${kinds[kind].label}`, href: kind === 'unit' ? unitsUrl : listUrl(kind) },
    }),
  );
  const moved = county.moved.map(
    ({ kind, from, to }): GoneView => ({
      kind,
      id: from,
      kindLabel: kinds[kind].label,
      href: addressOf(kind, from),
      date: county.site.contentDate,
      moved: true,
      title: '该内容已换了地址',
      says: '内容没有变，请到新的地址查看。',
      next: { text: '前往新地址', href: addressOf(kind, to) },
    }),
  );
  return [...withdrawn, ...moved];
}
