// The graph: every relation can be followed both ways.
import { expect, test } from 'vitest';
import { publicSmallCounty } from '../../county.ts';

test('from power to flow to risk to measure to rule, and back to the power', async () => {
  const { records } = await publicSmallCounty();
  const power = records.power.find(({ id }) => id === 'dibao');
  const step = power?.flow?.steps[3];
  const risk = step?.risks[0];
  const measure = risk?.measures[0];
  const rule = measure?.rules[0];
  expect([step?.name, risk?.title, measure?.title, rule?.title]).toEqual([
    '入户调查',
    '入户调查走过场',
    '双人入户当场签字',
    '低保审核确认实施细则',
  ]);
  expect(rule?.measures).toContain(measure);
  expect(measure?.risks).toContain(risk);
  expect(risk?.steps).toContain(step);
  expect(step?.flow.powers).toContain(power);
  expect(rule?.powers).toContain(power);
});

test('units come in their order, records in the order their office wrote them', async () => {
  const { units, records } = await publicSmallCounty();
  expect(units.map(({ id }) => id)).toEqual(['caizheng', 'minzheng']);
  expect(records.power.map(({ id }) => id)).toEqual(['daili-jizhang', 'dibao', 'tekun']);
});

test('one flow serves several powers', async () => {
  const { records } = await publicSmallCounty();
  expect(records.flow[0]?.powers.map(({ id }) => id)).toEqual(['dibao', 'tekun']);
});

test('a post knows its powers, responsibilities, steps, risks and measures', async () => {
  const { records } = await publicSmallCounty();
  const post = records.post.find(({ id }) => id === 'guzhang');
  expect({
    powers: post?.powers.length,
    responsibilities: post?.responsibilities.length,
    steps: post?.steps.length,
    risks: post?.risks.length,
    measures: post?.measures.length,
    supervisors: post?.supervisors.map(({ post: by, body }) => by?.title ?? body),
  }).toEqual({ powers: 1, responsibilities: 1, steps: 2, risks: 2, measures: 2, supervisors: ['局长', '派驻纪检监察组'] });
});

test('a responsibility without a title is called after its power and stage', async () => {
  const { records } = await publicSmallCounty();
  expect(records.responsibility.map(({ title }) => title)).toEqual([
    '最低生活保障审核确认·受理责任',
    '最低生活保障审核确认·决定责任',
    '特困人员认定·受理责任',
  ]);
});

test('a law knows what rests on it; grounds of withheld records do not count', async () => {
  const { laws } = await publicSmallCounty();
  expect(laws.map(({ id, citedBy }) => [id, citedBy.map((record) => record.id)])).toEqual([
    ['xuke-fa', ['daili-jizhang', 'dibao-shouli']],
    ['jiuzhu-banfa', ['dibao', 'tekun']],
    ['cishan-fa', []],
  ]);
});

test('an old address is kept only while the record it leads to is public', async () => {
  expect((await publicSmallCounty()).moved).toEqual([{ kind: 'power', from: 'dibao-old', to: 'dibao' }]);
});
