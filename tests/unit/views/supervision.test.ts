import { expect, test } from 'vitest';
import { siteView } from '../../../src/views/site.ts';
import { quarterName, supervisionView } from '../../../src/views/supervision.ts';
import { publicSmallCounty } from '../../county.ts';

test('inspections, alerts by quarter, appraisals best first, feedback with what came of it', async () => {
  const minzheng = { text: '县民政局', href: '/units/minzheng/' };
  const caizheng = { text: '县财政局', href: '/units/caizheng/' };
  expect(supervisionView(await publicSmallCounty())).toEqual({
    inspections: [
      {
        id: 'jc-2026q2',
        title: '2026年第二季度监督检查',
        date: '2026年6月20日',
        body: '县纪委监委机关',
        units: [minzheng, caizheng],
        scope: '抽查流程时限与窗口是否一致。',
        findings: ['县民政局窗口公示的时限还是旧的'],
        rectification: '已于六月底更换。',
      },
    ],
    alerts: [
      { quarter: '2026年第二季度', rows: [{ unit: minzheng, red: 0, orange: 0, yellow: 2, handled: 2 }] },
      { quarter: '2026年第一季度', rows: [{ unit: minzheng, red: 0, orange: 1, yellow: 3, handled: 4 }] },
    ],
    appraisals: [
      {
        id: 'kh-2025',
        title: '2025年度考核',
        method: '定量占七成，定性占三成。',
        rows: [
          { unit: minzheng, quantitative: '95.0', qualitative: '93.5', grade: '优秀' },
          { unit: caizheng, quantitative: '90.5', qualitative: '88.0', grade: '良好' },
        ],
      },
    ],
    feedback: [
      {
        id: 'fk-001',
        title: '低保为什么要入户两次',
        unit: minzheng,
        received: '2026年5月6日',
        answered: '2026年5月12日',
        question: '家里刚来过人调查，怎么又来？',
        answer: '第二次是县里的抽查，抽中的都会去。',
        improvement: '流程里写明了抽查。',
      },
    ],
    updated: '2026-07-08',
  });
  expect(quarterName('2026-Q4')).toBe('2026年第四季度');
});

test('a column is offered only once there is something in it', async () => {
  const county = await publicSmallCounty();
  expect(siteView(county).columns.map(({ href }) => href)).toEqual(['/supervision/', '/notices/']);
  const empty = { ...county, notices: [], supervision: { inspections: [], alerts: [], appraisals: [], feedback: [] } };
  expect(siteView(empty).columns).toEqual([]);
  expect(supervisionView(empty)).toBeUndefined();
});
