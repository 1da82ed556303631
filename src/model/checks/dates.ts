// Dates: none later than the content's own date, none in the wrong order, reviews not overdue, new rules disclosed in time
// (政府信息公开条例 §26: within 20 working days). The measure is the date of the content, never the clock of the machine.
import { type AnyEntry, entriesOf, faultAt } from '../entry.ts';
import type { Fault } from '../fault.ts';

/** 政府信息公开条例 §26. Counted Monday to Friday: public holidays are not known, so this is the shortest reading. Unit: days. */
const dutyWorkingDays = 20;

/** Working days after `from` up to and including `to`. */
function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  const day = new Date(`${from}T00:00:00Z`);
  const last = new Date(`${to}T00:00:00Z`);
  while (day < last) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() % 6 !== 0) count += 1;
  }
  return count;
}

interface Dated {
  published?: string;
  updated?: string;
  reviewBy?: string;
  withdrawn?: { date: string };
}

export function checkDates(entries: readonly AnyEntry[]): Fault[] {
  const site = entriesOf(entries, 'site')[0]?.data;
  if (!site) return [];
  const { contentDate, opened } = site;
  const faults: Fault[] = [];
  for (const entry of entries) {
    const { published, updated, reviewBy, withdrawn } = entry.data as Dated;
    const past: [path: string[], label: string, date: string | undefined][] = [
      [['published'], '公开日期', published],
      [['updated'], '更新日期', updated],
      [['withdrawn', 'date'], '撤下日期', withdrawn?.date],
    ];
    for (const [path, label, date] of past) {
      if (date && date > contentDate)
        faults.push(
          faultAt(
            entry,
            'future-date',
            path,
            `${label} ${date} 晚于内容日期 ${contentDate}`,
            '核对日期；确已发生的，更新 site.yml 的 contentDate',
          ),
        );
    }
    for (const [path, label, date] of past.slice(1)) {
      if (date && published && date < published)
        faults.push(faultAt(entry, 'date-order', path, `${label} ${date} 早于公开日期 ${published}`, '核对这两个日期'));
    }
    if (reviewBy && reviewBy < contentDate && !withdrawn) {
      faults.push(
        faultAt(entry, 'review-overdue', ['reviewBy'], `应于 ${reviewBy} 前复核，已经逾期`, '复核内容，更新 updated，改写下一次复核日期'),
      );
    }
  }
  for (const entry of entriesOf(entries, 'rule')) {
    const { issued, published } = entry.data;
    if (issued > published && issued.length === published.length) {
      faults.push(faultAt(entry, 'date-order', ['issued'], `发布日期 ${issued} 晚于公开日期 ${published}`, '核对这两个日期'));
    } else if (
      opened &&
      issued.length === published.length &&
      issued >= opened &&
      workingDaysBetween(issued, published) > dutyWorkingDays
    ) {
      faults.push(
        faultAt(
          entry,
          'disclosed-late',
          ['published'],
          `发布后 ${workingDaysBetween(issued, published)} 个工作日才公开，超过 ${dutyWorkingDays} 个工作日`,
          '核对日期；确实迟了的如实保留，并查明原因',
        ),
      );
    }
  }
  return faults;
}
