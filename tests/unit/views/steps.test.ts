import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Flow } from '../../../src/model/county.ts';
import { disclosed } from '../../../src/model/disclosed.ts';
import { resolve } from '../../../src/model/resolve.ts';
import { readCountyFolder } from '../../../src/reading/county-folder.ts';
import { actorsOf, flowView } from '../../../src/views/steps.ts';
import { publicSmallCounty, smallCounty, withDamage } from '../../county.ts';

test('a flow as a list: numbers, who, limits, conditions, returns and risks', async () => {
  const { records } = await publicSmallCounty();
  const [flow] = records.flow;
  if (!flow) throw new Error('the small county has a flow');
  const anchor = (step: string) => `step-${step}`;
  const nothing = {
    limit: undefined,
    documents: [],
    detail: undefined,
    rights: undefined,
    arrows: [],
    goesOn: false,
    risks: [],
    reachedBy: undefined,
    aside: false,
  };
  expect(flowView(flow)).toEqual({
    title: '低保审核确认流程',
    href: '/flows/dibao-liucheng/',
    stepCount: 5,
    lanes: ['申请家庭', '县民政局'],
    risks: [
      { text: '窗口推诿', href: '/risks/tuixie/', level: { name: 'low', word: '低' }, number: 1 },
      { text: '入户调查走过场', href: '/risks/ruhu-zouguochang/', level: { name: 'high', word: '高' }, number: 2 },
    ],
    steps: [
      {
        ...nothing,
        number: 1,
        anchor: anchor('shenqing'),
        kind: 'start',
        name: '提出申请',
        lane: '申请家庭',
        who: undefined,
        documents: ['申请书'],
        arrows: [{ to: 2, label: '', text: '进入第2步“材料是否齐全？”', href: `#${anchor('qiquan')}`, back: false }],
        goesOn: true,
      },
      {
        ...nothing,
        number: 2,
        anchor: anchor('qiquan'),
        kind: 'decision',
        name: '材料是否齐全？',
        lane: '县民政局',
        limit: '即时',
        who: { text: '社会救助股股长', href: '/posts/guzhang/' },
        arrows: [
          { to: 4, label: '齐全', text: '齐全：进入第4步“入户调查”', href: `#${anchor('shouli')}`, back: false },
          { to: 3, label: '不齐全', text: '不齐全：进入第3步“补充材料”', href: `#${anchor('buzheng')}`, back: false },
        ],
        risks: [{ text: '窗口推诿', href: '/risks/tuixie/', level: { name: 'low', word: '低' }, number: 1 }],
      },
      {
        ...nothing,
        number: 3,
        anchor: anchor('buzheng'),
        kind: 'step',
        name: '补充材料',
        lane: '申请家庭',
        who: '申请人',
        rights: '可以要求书面告知',
        aside: true,
        reachedBy: '第2步“不齐全”时',
        arrows: [{ to: 2, label: '补正', text: '补正，回到第2步“材料是否齐全？”', href: `#${anchor('qiquan')}`, back: true }],
      },
      {
        ...nothing,
        number: 4,
        anchor: anchor('shouli'),
        kind: 'step',
        name: '入户调查',
        lane: '县民政局',
        limit: '10个工作日',
        detail: '两人以上入户。',
        who: { text: '社会救助股股长', href: '/posts/guzhang/' },
        arrows: [{ to: 5, label: '', text: '进入第5步“确认并发证”', href: `#${anchor('queren')}`, back: false }],
        goesOn: true,
        risks: [{ text: '入户调查走过场', href: '/risks/ruhu-zouguochang/', level: { name: 'high', word: '高' }, number: 2 }],
      },
      {
        ...nothing,
        number: 5,
        anchor: anchor('queren'),
        kind: 'end',
        name: '确认并发证',
        lane: '县民政局',
        limit: '3个工作日',
        who: { text: '局长', href: '/posts/juzhang/' },
      },
    ],
  });
});

test('work done by several at once: where it parts, who goes on together, and where all are waited for', async () => {
  const shared = await readFile(join(smallCounty, 'units/minzheng/flows/dibao-liucheng.yml'), 'utf8');
  const parallel = shared.replace(
    / {2}- id: qiquan[\s\S]*/,
    [
      '  - { id: qiquan, kind: parallel, lane: ju, name: 分头核查, next: [hedui, shouli] }',
      '  - { id: hedui, lane: ju, name: 信息核对, next: huizong }',
      '  - { id: shouli, lane: ju, name: 入户调查, next: huizong }',
      '  - { id: huizong, kind: parallel, lane: ju, name: 汇总结果, next: queren }',
      '  - { id: queren, kind: end, lane: ju, name: 确认并发证 }\n',
    ].join('\n'),
  );
  const steps = await withDamage([{ file: 'units/minzheng/flows/dibao-liucheng.yml', write: parallel }], async (folder) => {
    const { records } = resolve(disclosed((await readCountyFolder(folder)).entries));
    return flowView(records.flow[0] as Flow).steps;
  });
  expect(steps.map(({ reachedBy }) => reachedBy)).toEqual([
    undefined,
    undefined,
    undefined,
    '第2步后，与第3步同时办理',
    '第3、4步都办完后',
    undefined,
  ]);
  expect(steps[1]?.arrows.map(({ text }) => text)).toEqual(['同时进入第3步“信息核对”', '同时进入第4步“入户调查”']);
});

test('who acts is said once where the post is called like its lane', () => {
  const post = { text: '法制审核岗', href: '/posts/fazhi/' };
  expect([
    actorsOf({ lane: '法制审核岗', who: post }),
    actorsOf({ lane: '执法大队', who: post }),
    actorsOf({ lane: '村委会', who: '评议代表' }),
    actorsOf({ lane: '村委会', who: undefined }),
  ]).toEqual([['法制审核岗'], ['执法大队', '法制审核岗'], ['村委会', '评议代表'], ['村委会']]);
});
