import { expect, test } from 'vitest';
import type { County, Handbook } from '../../../src/model/county.ts';
import { handbookView, unitHandbookView } from '../../../src/views/handbook.ts';
import { publicSmallCounty } from '../../county.ts';

function wholeCounty(county: County): Handbook {
  return {
    id: 'quanxian',
    title: '小样县权力公开手册',
    units: [...county.units].reverse(),
    paper: 'A4',
    frontMatter: county.pages.slice(0, 1),
  };
}

test('a book has its units in the order of the office, each with what it has, numbered', async () => {
  const county = await publicSmallCounty();
  const view = handbookView(county, wholeCounty(county));
  expect([view.volume, view.date, view.address]).toEqual(['全县汇编', '2026-11-01', 'https://small.example/zwgk/wgk/']);
  expect(view.chapters.map(({ title, sections }) => [title, sections.map((section) => section.title)])).toEqual([
    ['小样县民政局', ['一、单位职责、权力清单和岗位', '二、权力、责任和运行流程', '三、廉政风险点和防控措施', '四、制度', '五、监督']],
    ['小样县财政局', ['一、单位职责、权力清单和岗位', '二、权力、责任和运行流程', '三、制度', '四、监督']],
  ]);
});

test('a flow that several powers share is printed with the first; the others say where', async () => {
  const county = await publicSmallCounty();
  const [chapter] = handbookView(county, wholeCounty(county)).chapters;
  const powers = chapter?.sections.find(({ type }) => type === 'powers');
  if (powers?.type !== 'powers') throw new Error('no powers');
  expect(powers.powers.map(({ id, flow }) => [id, flow && ('flow' in flow ? `printed ${flow.id}` : `see ${flow.anchor}`)])).toEqual([
    ['dibao', 'printed dibao-liucheng'],
    ['tekun', 'see flows-dibao-liucheng'],
  ]);
  expect(powers.otherFlows).toEqual([]);
});

test('risks are grouped by post, the gravest first, each with all its measures', async () => {
  const county = await publicSmallCounty();
  const [chapter] = handbookView(county, wholeCounty(county)).chapters;
  const section = chapter?.sections.find(({ type }) => type === 'risks');
  if (section?.type !== 'risks') throw new Error('no risks');
  expect(
    section.posts.map(({ post, risks }) => [post?.text, risks.map(({ id, measures }) => [id, measures.map((measure) => measure.id)])]),
  ).toEqual([
    [
      '社会救助股股长',
      [
        ['ruhu-zouguochang', ['shuangren', 'choucha']],
        ['tuixie', ['shuangren']],
      ],
    ],
  ]);
});

test('a power names its risks by the table they stand in, and says on which page that table begins', async () => {
  const county = await publicSmallCounty();
  const [chapter] = handbookView(county, wholeCounty(county)).chapters;
  const powers = chapter?.sections.find(({ type }) => type === 'powers');
  const tables = chapter?.sections.find(({ type }) => type === 'risks');
  if (powers?.type !== 'powers' || tables?.type !== 'risks') throw new Error('no powers or risks');
  const [table] = tables.posts;
  expect(powers.powers[0]?.risks).toEqual([
    {
      table: { text: '社会救助股股长', anchor: table?.anchor },
      risks: county.records.power.find(({ id }) => id === 'dibao')?.risks.map(({ title }) => expect.objectContaining({ text: title })),
    },
  ]);
});

test('what leads outside a unit book is named without a page', async () => {
  const county = await publicSmallCounty();
  const minzheng = county.units.find(({ id }) => id === 'minzheng');
  const caizheng = county.units.find(({ id }) => id === 'caizheng');
  const [power] = minzheng?.powers ?? [];
  const [rule] = caizheng?.rules ?? [];
  if (!minzheng || !power || !rule) throw new Error('small county');
  power.rules.push(rule);
  const powers = unitHandbookView(county, minzheng).chapters[0]?.sections.find(({ type }) => type === 'powers');
  if (powers?.type !== 'powers') throw new Error('no powers');
  expect(powers.powers[0]?.rules.map(({ text, anchor }) => [text, anchor])).toEqual([
    ['低保审核确认实施细则', 'rules-dibao-banfa'],
    ['行政许可办理规程', undefined],
  ]);
});

test('a unit book has the date of its own last change, and lists titles and everyday names', async () => {
  const county = await publicSmallCounty();
  const minzheng = county.units.find(({ id }) => id === 'minzheng');
  if (!minzheng) throw new Error('minzheng');
  const view = unitHandbookView(county, minzheng);
  expect([view.volume, view.date, view.withdrawals]).toEqual(['小样县民政局分册', '2026-10-08', []]);
  expect(view.index.map(({ text, note }) => `${text}（${note}）`)).toEqual([
    '最低生活保障审核确认（县民政局）',
    '特困人员认定（县民政局）',
    '低保审核确认流程（县民政局）',
    '低保审核确认实施细则（县民政局）',
    '低保（见最低生活保障审核确认）',
  ]);
  expect(view.changes.map(({ text }) => text)).toEqual(['最低生活保障审核确认']);
});
