import { expect, test } from 'vitest';
import { plaqueView, postsAtRisk } from '../../../src/views/plaque.ts';
import { canary, publicSmallCounty } from '../../county.ts';

test('a plaque has the risks of its post with their measures, who leads it and whom to phone', async () => {
  const county = await publicSmallCounty();
  const posts = county.units.flatMap(postsAtRisk);
  expect(posts.length).toBeGreaterThan(0);
  for (const post of posts) {
    const plaque = plaqueView(post, county);
    expect(plaque).toMatchObject({ heading: '廉政风险警示', post: post.title, unit: post.unit.title });
    expect(new Set(plaque.risks.map(({ title }) => title))).toEqual(new Set(post.risks.map(({ title }) => title)));
    for (const risk of post.risks)
      expect(plaque.risks.find(({ title }) => title === risk.title)?.measures).toEqual(risk.measures.map(({ title }) => title));
    expect(plaque.phones.at(-1)?.phone).toBe('12388');
    expect(JSON.stringify(plaque)).not.toContain(canary);
  }
});

test('the gravest risk comes first; where no risk names a leader, whoever supervises the post is named', async () => {
  const county = await publicSmallCounty();
  const [post] = county.units.flatMap(postsAtRisk);
  const [risk] = post?.risks ?? [];
  if (!post || !risk) throw new Error('a post carries a risk');
  post.risks = [
    { ...risk, title: '小', severity: 1, leader: undefined },
    { ...risk, title: '大', severity: 3, leader: undefined },
  ];
  post.supervisors = [{ way: '外部', post: undefined, body: '派驻纪检监察组' }];
  expect(plaqueView(post, county).risks.map(({ title, level }) => title + level.word)).toEqual(['大高', '小低']);
  expect(plaqueView(post, county).overseer).toEqual({ label: '监督', name: '派驻纪检监察组' });
});

test('more duties than are shown are counted', async () => {
  const county = await publicSmallCounty();
  const [post] = county.units.flatMap(postsAtRisk);
  if (!post) throw new Error('a post carries a risk');
  post.duties = ['甲', '乙', '丙'];
  expect(plaqueView(post, county)).toMatchObject({ duties: ['甲', '乙'], dutyCount: 3 });
});

test('a plaque names the posts in charge but never its own, is as of its last change, and leads to its page', async () => {
  const county = await publicSmallCounty();
  const [post] = county.units.flatMap(postsAtRisk);
  const [risk, other] = post?.risks ?? [];
  if (!post || !risk || !other) throw new Error('a post carries two risks');
  expect(plaqueView(post, county)).toMatchObject({
    overseer: { label: '分管领导岗位', name: '局长' },
    phones: [{ phone: '0000-8600001' }, { phone: '12388' }],
    date: '2026-01-05',
    address: 'https://small.example/zwgk/wgk/posts/guzhang/',
    demonstration: '测试数据，均为虚构。',
  });
  other.leader = post;
  post.unit.supervisionPhone = undefined;
  for (const measure of risk.measures) measure.updated = '2026-09-30';
  expect(plaqueView(post, county)).toMatchObject({ overseer: { name: '局长' }, phones: [{ phone: '12388' }], date: '2026-09-30' });
  risk.updated = '2026-10-09';
  expect(plaqueView(post, county).date).toBe('2026-10-09');
});

test('a plaque is for posts with risks only', async () => {
  const county = await publicSmallCounty();
  expect(county.units.flatMap(({ posts }) => posts).map(({ id }) => id)).toEqual(['juzhang', 'guzhang']);
  expect(county.units.flatMap(postsAtRisk).map(({ id }) => id)).toEqual(['guzhang']);
});
