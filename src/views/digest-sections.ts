// The sections of a digest: what was disclosed, changed and withdrawn from the first to the last day of a period, and what was
// announced, inspected and answered. In: the county and a period. Out: items in words, sections without items left out.
import { type County, type DisclosureKind, disclosureKinds } from '../model/county.ts';
import { kinds } from '../schema/kinds.ts';
import { added, type Change, changed, withdrawals } from './changes.ts';
import { noticeUrl, publicAddress, supervisionUrl } from './urls.ts';
import { chineseDate } from './wording.ts';

/** First and last day, both part of the period: YYYY-MM-DD. */
export interface Period {
  from: string;
  to: string;
}

export interface DigestItem {
  /** The unit in whose hands it lies, under the name people use. */
  unit: string;
  /** What it is called, with its kind unless the name says it: 特困人员认定（权力）, 低保审核确认流程. */
  text: string;
  /** What changed, or why it was withdrawn: one sentence without its full stop. */
  note: string | undefined;
  /** More for those who have room: the summary of a notice, what came of a citizen's remark. */
  detail: string | undefined;
  /** In words: 2026年3月1日公开. */
  when: string;
  /** Public address; undefined as long as the county has not set its `homepage`. */
  address: string | undefined;
}

export interface DigestSection {
  title: string;
  /** How many there are, also of those that are not among `items`. */
  total: number;
  /** What they are counted in: 项, 条, 次, 件. */
  measure: string;
  /** The number by kind where there are several: 权力3项、流程1项; otherwise empty. */
  byKind: string;
  items: DigestItem[];
}

const sentence = (text: string | undefined) => text?.replace(/。$/, '');

function section(title: string, measure: string, all: DigestItem[], most: number, byKind = ''): DigestSection[] {
  return all.length === 0 ? [] : [{ title, total: all.length, measure, byKind, items: all.slice(0, most) }];
}

function byKindText(changes: readonly Change[]): string {
  const found = disclosureKinds
    .map((kind) => kinds[kind].label)
    .map((kind) => [kind, changes.filter((change) => change.kind === kind).length]);
  const there = found.filter(([, count]) => count !== 0);
  return there.length < 2 ? '' : there.map(([kind, count]) => `${kind}${count}项`).join('、');
}

export type Order = (changes: Change[]) => Change[];

/**
 * What people look for, first: changes that are explained before those that are not, powers, flows and rules before the rest.
 * Units take turns, so that one with much news does not fill a short list alone.
 */
export const mostTelling: Order = (changes) => {
  const rank: string[] = (['power', 'flow', 'rule', 'responsibility', 'risk'] satisfies DisclosureKind[]).map((kind) => kinds[kind].label);
  const sorted = changes.toSorted((a, b) => Number(!a.note) - Number(!b.note) || rank.indexOf(a.kind) - rank.indexOf(b.kind));
  const queues = [...Map.groupBy(sorted, ({ unit }) => unit).values()];
  return sorted.flatMap((_, turn) => queues.flatMap((queue) => queue[turn] ?? []));
};

/** Units in the county's order, so that a list can be cut by unit. */
export const byUnit =
  ({ units }: County): Order =>
  (changes) =>
    [...new Set(units.map(({ shortTitle }) => shortTitle))].flatMap((name) => changes.filter(({ unit }) => unit === name));

/** 新公开, 变更, 撤下; a record that was disclosed and changed within the period stands in both. */
export function disclosures(county: County, { from, to }: Period, order: Order, most: number): DigestSection[] {
  const within = ({ date }: { date: string }) => from <= date && date <= to;
  const records = (title: string, verb: string, all: Change[]) => {
    const changes = order(all.filter(within));
    const items = changes.map(({ text, href, kind, unit, date, note }) => ({
      unit,
      text: text.endsWith(kind) ? text : `${text}（${kind}）`,
      note: sentence(note),
      detail: undefined,
      when: `${chineseDate(date)}${verb}`,
      address: publicAddress(county.site, href),
    }));
    return section(title, '项', items, most, byKindText(changes));
  };
  const withdrawn = withdrawals(county)
    .filter(within)
    .map(({ text, href, date, reason, authority }) => ({
      unit: authority,
      text,
      note: sentence(reason),
      detail: undefined,
      when: `${chineseDate(date)}撤下`,
      address: publicAddress(county.site, href),
    }));
  return [
    ...records('新公开', '公开', added(county, Number.POSITIVE_INFINITY, disclosureKinds)),
    ...records('变更', '变更', changed(county, Number.POSITIVE_INFINITY)),
    ...section('撤下', '项', withdrawn, most),
  ];
}

/** 公告, 监督检查, 意见答复, by the day on which each of them was published, held or given. */
export function news({ site, notices, supervision }: County, { from, to }: Period, most: number): DigestSection[] {
  const within = (date: string) => from <= date && date <= to;
  const supervised = publicAddress(site, supervisionUrl);
  const announced = notices
    .filter(({ published }) => within(published))
    .toSorted((a, b) => (a.published < b.published ? 1 : -1))
    .map(({ id, unit, title, summary, published }) => ({
      unit: unit?.shortTitle ?? site.organiser,
      text: title,
      note: undefined,
      detail: summary,
      when: `${chineseDate(published)}发布`,
      address: publicAddress(site, noticeUrl(id)),
    }));
  const inspected = supervision.inspections
    .filter(({ date }) => within(date))
    .map(({ body, title, date, units, findings, rectification }) => ({
      unit: body,
      text: title,
      note: `检查${units.length}个单位，发现问题${findings.length}个${rectification ? '，整改情况已公开' : ''}`,
      detail: undefined,
      when: `${chineseDate(date)}检查`,
      address: supervised,
    }));
  const answered = supervision.feedback
    .filter((item) => within(item.answered))
    .map(({ unit, title, improvement, answered: day }) => ({
      unit: unit.shortTitle,
      text: title,
      note: undefined,
      detail: improvement && `改进情况：${improvement}`,
      when: `${chineseDate(day)}答复`,
      address: supervised,
    }));
  return [
    ...section('公告', '条', announced, most),
    ...section('监督检查', '次', inspected, most),
    ...section('意见答复', '件', answered, most),
  ];
}
