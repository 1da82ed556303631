import { expect, test } from 'vitest';
import type { Flow } from '../../../src/model/county.ts';
import { durationOf, timeOfMainPath } from '../../../src/model/time-limit.ts';
import { publicSmallCounty } from '../../county.ts';

test('every way a limit may be written is understood', () => {
  expect(['5个工作日', '5工作日', '7日', '7天', '48小时', '3个月', '2年', '即时', undefined].map(durationOf)).toEqual([
    { 工作日: 5 },
    { 工作日: 5 },
    { 日: 7 },
    { 日: 7 },
    { 小时: 48 },
    { 个月: 3 },
    { 年: 2 },
    {},
    {},
  ]);
});

test('a flow takes what the office’s steps on its main path take; the applicant’s time and the side steps do not count', async () => {
  const [flow] = (await publicSmallCounty()).records.flow;
  expect(timeOfMainPath(flow as Flow)).toEqual({ 工作日: 13 });
});

test('of work done at the same time only the longest counts', async () => {
  const flow = (await publicSmallCounty()).records.flow[0] as Flow;
  const [start, split, , visit, end] = flow.steps as [
    Flow['steps'][number],
    Flow['steps'][number],
    unknown,
    Flow['steps'][number],
    Flow['steps'][number],
  ];
  const arrow = (to: Flow['steps'][number]) => ({ to, when: undefined, back: undefined });
  const join = { ...split, number: 6, kind: 'parallel' as const, limit: '1个工作日', next: [arrow(end)] };
  const check = { ...visit, number: 3, limit: '20个工作日', next: [arrow(join)] };
  const steps = [
    { ...start, next: [arrow(split)] },
    Object.assign(split, { kind: 'parallel', limit: '2个工作日', next: [arrow(visit), arrow(check)] }),
    Object.assign(visit, { next: [arrow(join)] }),
    check,
    join,
    end,
  ];
  expect(timeOfMainPath({ ...flow, steps })).toEqual({ 工作日: 2 + 20 + 1 + 3 });
});
