// The pages that gather records: home, lists, units, laws, coverage, changes, departed addresses.
import { expect, test } from 'vitest';
import type { County, Risk } from '../../../src/model/county.ts';
import { changed, withdrawals } from '../../../src/views/changes.ts';
import { coverageView } from '../../../src/views/coverage.ts';
import { gone } from '../../../src/views/gone.ts';
import { homeView } from '../../../src/views/home.ts';
import { lawViews } from '../../../src/views/laws.ts';
import { listViews } from '../../../src/views/list.ts';
import { listPaths, recordPaths } from '../../../src/views/routes.ts';
import { unitGroups, unitView } from '../../../src/views/unit.ts';
import { publicSmallCounty } from '../../county.ts';

test('the numbers on the home page are those of the lists behind them', async () => {
  const county = await publicSmallCounty();
  const home = homeView(county);
  const lists = new Map(listViews(county).map((view) => [view.href, view.total]));
  expect(home.entrances.map(({ href, count }) => [href, count])).toEqual([
    ['/powers/', 3],
    ['/responsibilities/', 3],
    ['/flows/', 1],
    ['/rules/', 2],
    ['/risks/', 2],
  ]);
  for (const { href, count } of home.entrances) expect(lists.get(href)).toBe(count);
  expect(home.riskLevels.map(({ level, count }) => `${level.word}${count}`)).toEqual(['高1', '低1']);
  expect(home.slogan).toEqual(['谁有权、谁负责，', '一查便知']);
});

test('the home page shows what changed, with the note of what was changed', async () => {
  expect(changed(await publicSmallCounty(), 5)).toEqual([
    {
      text: '最低生活保障审核确认',
      href: '/powers/dibao/',
      kind: '权力',
      unit: '县民政局',
      date: '2026-10-08',
      note: '承诺时限由25个工作日改为20个工作日',
    },
  ]);
});

test('a list can be narrowed by plain links; each leads to a list that has as many records as it says', async () => {
  const views = listViews(await publicSmallCounty());
  const totals = new Map(views.map((view) => [view.href, view.total]));
  const options = views.flatMap(({ facets }) => facets.flatMap((facet) => facet.options));
  expect(options.length).toBeGreaterThan(0);
  for (const { href, count } of options) expect(totals.get(href), href).toBe(count);
  const byUnit = views.find(({ href }) => href === '/powers/by-unit/caizheng/');
  expect([byUnit?.narrowedTo, byUnit?.items.map(({ text }) => text)]).toEqual(['单位：县财政局', ['代理记账机构执业许可']]);
});

test('a facet with one word only is no facet, and a kind without records has no page', async () => {
  const county = await publicSmallCounty();
  const views = listViews({ ...county, records: { ...county.records, flow: [] } });
  expect(views.filter(({ kind }) => kind === 'flow')).toEqual([]);
  expect(views.find(({ href }) => href === '/measures/')?.facets.map(({ label }) => label)).toEqual(['方式']);
});

test('long lists come in pages of a hundred, linked to each other', async () => {
  const county = await publicSmallCounty();
  const [risk] = county.records.risk;
  const many = Array.from({ length: 205 }, (_, index) => ({ ...risk, id: `r${index}` }) as Risk);
  const pages = listViews({ ...county, records: { ...county.records, risk: many } }).filter(
    ({ kind, narrowedTo }) => kind === 'risk' && !narrowedTo,
  );
  expect(pages.map(({ href, items, page }) => [href, items.length, page.previous, page.next])).toEqual([
    ['/risks/', 100, undefined, '/risks/page/2/'],
    ['/risks/page/2/', 100, '/risks/', '/risks/page/3/'],
    ['/risks/page/3/', 5, '/risks/page/2/', undefined],
  ]);
});

test('a unit shows its powers with flow and risks, its responsibilities by power, its risks gravest first', async () => {
  const { units } = await publicSmallCounty();
  const unit = units.find(({ id }) => id === 'minzheng');
  if (!unit) throw new Error('minzheng');
  const view = unitView(unit);
  expect(view.powers.map(({ text, flow, risks }) => [text, flow?.text, risks.map(({ level, count }) => `${level.word}${count}`)])).toEqual([
    ['最低生活保障审核确认', '5 个环节', ['高1', '低1']],
    ['特困人员认定', '5 个环节', ['高1']],
  ]);
  expect(view.responsibilities.map(({ power, items }) => [power?.text, items.length])).toEqual([
    ['最低生活保障审核确认', 2],
    ['特困人员认定', 1],
  ]);
  expect(view.risks.map(({ text }) => text)).toEqual(['入户调查走过场', '窗口推诿']);
  expect(view.updated).toBe('2026-10-08');
});

test('units are grouped by the themes of the county, in its order', async () => {
  expect(unitGroups(await publicSmallCounty())).toEqual([
    { title: '资金', units: [{ text: '县财政局', href: '/units/caizheng/', count: 1 }] },
    { title: '民生', units: [{ text: '县民政局', href: '/units/minzheng/', count: 2 }] },
  ]);
});

test('laws are listed with what rests on each article; a law nobody cites is not listed', async () => {
  expect(
    lawViews(await publicSmallCounty()).map(({ title, count, citations }) => [
      title,
      count,
      citations.map(({ article, records }) => `${article}：${records.map(({ text }) => text).join('、')}`),
    ]),
  ).toEqual([
    ['中华人民共和国行政许可法', 2, ['第十二条：代理记账机构执业许可', '第三十二条：最低生活保障审核确认·受理责任']],
    ['社会救助暂行办法', 2, ['第十一条：最低生活保障审核确认', '第十四条：特困人员认定']],
  ]);
});

test('what is missing is public: gaps by name, and reviews that are overdue on the day of the content', async () => {
  const county = await publicSmallCounty();
  const [power] = county.records.power;
  if (power) power.reviewBy = '2026-10-31';
  const view = coverageView(county);
  expect(
    view.rows.map(({ unit, powers, completePowers, risks, guardedRisks, overdue }) => [
      unit.text,
      completePowers,
      powers,
      guardedRisks,
      risks,
      overdue,
    ]),
  ).toEqual([
    ['县财政局', 0, 1, 0, 0, 1],
    ['县民政局', 2, 2, 2, 2, 0],
  ]);
  expect(view.gaps.map(({ title, records }) => [title, records.map(({ text }) => text)])).toEqual([
    ['权力没有运行流程', ['代理记账机构执业许可']],
    ['权力没有责任', ['代理记账机构执业许可']],
    ['权力没有查找风险', ['代理记账机构执业许可']],
  ]);
  expect(view.overdue).toEqual([
    { text: '代理记账机构执业许可', href: '/powers/daili-jizhang/', unit: '县财政局', reviewBy: '2026-10-31' },
  ]);
});

test('withdrawn and moved addresses say so, and say nothing else', async () => {
  const county = await publicSmallCounty();
  expect(gone(county).map(({ href, title, says, next }) => [href, title, says, next.href])).toEqual([
    ['/powers/chexia/', '该内容已撤下', '小样县民政局于2026年6月30日撤下。原因：依据已经废止。', '/powers/'],
    ['/powers/dibao-old/', '该内容已换了地址', '内容没有变，请到新的地址查看。', '/powers/dibao/'],
  ]);
  expect(withdrawals(county)).toEqual([
    { text: '权力 chexia', href: '/powers/chexia/', date: '2026-06-30', reason: '依据已经废止', authority: '小样县民政局' },
  ]);
});

test('no two pages have one address', async () => {
  const county: County = await publicSmallCounty();
  const addresses = [
    ...recordPaths(county).map(({ params }) => `/${params.kind}/${params.id}/`),
    ...listPaths(county).map(({ props }) => props.view.href),
  ];
  expect(new Set(addresses).size).toBe(addresses.length);
});
