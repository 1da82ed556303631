// How long a flow takes when all goes well: the limits of its steps added up along the main path. In: a flow. Out: amounts by unit.
// Units are never converted into each other: how many days five working days are depends on the calendar.
import type { Flow, Step } from './county.ts';
import { mainPath, onward, splits, startOf } from './flow-path.ts';

export const limitUnits = ['工作日', '日', '小时', '个月', '年'] as const;
export type LimitUnit = (typeof limitUnits)[number];
export type Duration = Partial<Record<LimitUnit, number>>;

const unitOf: Record<string, LimitUnit> = {
  工作日: '工作日',
  自然日: '日',
  日: '日',
  天: '日',
  小时: '小时',
  个月: '个月',
  月: '个月',
  年: '年',
};

/** 5个工作日 → { 工作日: 5 }; 即时 → nothing at all. The pattern is that of `limit` in schema/fields.ts. */
export function durationOf(limit: string | undefined): Duration {
  const [, count, word = ''] = /^(\d+)\s*个?(\D+)$/.exec(limit ?? '') ?? [];
  const unit = unitOf[word === '月' ? '个月' : word];
  return count && unit ? { [unit]: Number(count) } : {};
}

export function sum(durations: readonly Duration[]): Duration {
  const total: Duration = {};
  for (const duration of durations) {
    for (const unit of limitUnits) if (duration[unit]) total[unit] = (total[unit] ?? 0) + duration[unit];
  }
  return total;
}

/** Days as the calendar goes on average; only to tell which of two branches is the longer one. */
const roughDays: Record<LimitUnit, number> = { 工作日: 7 / 5, 日: 1, 小时: 1 / 24, 个月: 30, 年: 365 };
const rough = (duration: Duration) => limitUnits.reduce((days, unit) => days + (duration[unit] ?? 0) * roughDays[unit], 0);

/** The applicant's own time is not the office's. */
const timeOf = (steps: readonly Step[]) => sum(steps.filter(({ lane }) => !lane.public).map(({ limit }) => durationOf(limit)));

/** All limits along the main path; of branches that run at the same time only the longest. */
export function timeOfMainPath(flow: Flow): Duration {
  const path = mainPath(startOf(flow));
  const parts: Duration[] = [];
  let done = 0;
  for (const [position, step] of path.entries()) {
    if (position < done) continue;
    parts.push(timeOf([step]));
    if (!splits(step)) continue;
    const branches = onward(step).map(mainPath);
    const join = path.find((later, at) => at > position && branches.every((branch) => branch.includes(later)));
    if (!join) continue;
    const times = branches.map((branch) => timeOf(branch.slice(0, branch.indexOf(join))));
    parts.push(times.reduce((longest, time) => (rough(time) > rough(longest) ? time : longest)));
    done = path.indexOf(join);
  }
  return sum(parts);
}
