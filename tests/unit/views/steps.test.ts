import { expect, test } from 'vitest';
import { flowView } from '../../../src/views/steps.ts';
import { publicSmallCounty } from '../../county.ts';

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
      { text: '入户调查走过场', href: '/risks/ruhu-zouguochang/', level: { name: 'high', word: '高' } },
      { text: '窗口推诿', href: '/risks/tuixie/', level: { name: 'low', word: '低' } },
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
          { text: '齐全：进入第4步“入户调查”', href: `#${anchor('shouli')}`, back: false },
          { text: '不齐全：进入第3步“补充材料”', href: `#${anchor('buzheng')}`, back: false },
        ],
        risks: [{ text: '窗口推诿', href: '/risks/tuixie/', level: { name: 'low', word: '低' } }],
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
        arrows: [{ text: '补正，回到第2步“材料是否齐全？”', href: `#${anchor('qiquan')}`, back: true }],
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
        risks: [{ text: '入户调查走过场', href: '/risks/ruhu-zouguochang/', level: { name: 'high', word: '高' } }],
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
