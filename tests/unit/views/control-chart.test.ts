import { expect, test } from 'vitest';
import type { Flow } from '../../../src/model/county.ts';
import { controlView } from '../../../src/views/control-chart.ts';
import { publicSmallCounty } from '../../county.ts';

test('防控图: every step in the middle, its risks beside it in turn left and right, each with its measures', async () => {
  const flow = (await publicSmallCounty()).records.flow[0] as Flow;
  const view = controlView(flow);
  expect(view).toMatchObject({
    title: '低保审核确认流程廉政风险防控图',
    href: '/flows/dibao-liucheng/control/',
    riskCount: 2,
    measureCount: 2,
  });
  const cells = ({ left, right }: (typeof view.rows)[number]) =>
    [left, right].map((side) =>
      side.map(({ number, text, measures }) => `${number} ${text}：${measures.map((item) => item.text).join('、')}`),
    );
  expect(view.rows.map((row) => [row.number, row.name, ...cells(row)])).toEqual([
    [1, '提出申请', [], []],
    [2, '材料是否齐全？', ['1 窗口推诿：双人入户当场签字'], []],
    [3, '补充材料', [], []],
    [4, '入户调查', [], ['2 入户调查走过场：双人入户当场签字、按比例抽查']],
    [5, '确认并发证', [], []],
  ]);
});

test('a risk that hangs on several steps shows its measures once, and then says where', async () => {
  const flow = (await publicSmallCounty()).records.flow[0] as Flow;
  const [risk] = flow.risks;
  if (!risk) throw new Error('the flow has a risk');
  flow.steps[4]?.risks.push(risk);
  const [first, again] = controlView(flow)
    .rows.flatMap(({ left, right }) => [...left, ...right])
    .filter(({ text }) => text === risk.title);
  expect([first?.seenAt, again?.seenAt]).toEqual([undefined, 4]);
});
