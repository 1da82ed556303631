import { expect, test } from 'vitest';
import type { County, Handbook, Unit } from '../../../src/model/county.ts';
import {
  countsOf,
  type HandbookView,
  handbookCover,
  handbookView,
  unitHandbookCover,
  unitHandbookView,
} from '../../../src/views/handbook.ts';
import type { ChapterSection } from '../../../src/views/handbook-chapter.ts';
import { canary, publicSmallCounty } from '../../county.ts';

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
    '最低生活保障审核确认（）',
    '特困人员认定（）',
    '低保审核确认流程（）',
    '低保审核确认实施细则（）',
    '低保（见最低生活保障审核确认）',
  ]);
  // A book of several units says whose each is.
  expect(handbookView(county, wholeCounty(county)).index.find(({ text }) => text === '特困人员认定')?.note).toBe('县民政局');
  expect(view.changes.map(({ text }) => text)).toEqual(['最低生活保障审核确认']);
});

/** The section of a kind in the chapter of a unit. */
function sectionOf<T extends ChapterSection['type']>(county: County, unit: string, type: T): Extract<ChapterSection, { type: T }> {
  const chapter = handbookView(county, wholeCounty(county)).chapters.find(({ anchor }) => anchor === `units-${unit}`);
  const section = chapter?.sections.find((item) => item.type === type);
  if (!section) throw new Error(`no section ${type} of ${unit}`);
  return section as Extract<ChapterSection, { type: T }>;
}

test('a book of the county tells what is in it, whom to phone, what it is preceded by, and what was withdrawn', async () => {
  const county = await publicSmallCounty();
  const view = handbookView(county, wholeCounty(county));
  expect(view.counts).toEqual(countsOf(county.units));
  expect(view.hotlines.map(({ phone }) => phone)).toEqual(['12388', '12345']);
  expect(view.frontMatter).toEqual(county.pages.slice(0, 1).map(({ id, title }) => ({ id, title })));
  expect(view.withdrawals).toHaveLength(1);
  expect(JSON.stringify(view)).not.toContain(canary);
});

test('what units disclose is counted kind by kind, and of what there is nothing is not said', async () => {
  const [caizheng, unit] = (await publicSmallCounty()).units;
  if (!caizheng || !unit) throw new Error('small county');
  const some = <T>(records: readonly T[], count: number) => Array.from({ length: count }, () => records[0] as T);
  const large: Unit = {
    ...unit,
    powers: some(unit.powers, 2),
    responsibilities: some(unit.responsibilities, 3),
    flows: some(unit.flows, 4),
    rules: some(unit.rules, 5),
    risks: some(unit.risks, 6),
    measures: some(unit.measures, 7),
    posts: some(unit.posts, 8),
  };
  const said = (...units: Unit[]) =>
    countsOf(units)
      .map(({ label, count }) => label + count)
      .join(' ');
  expect(said(caizheng)).toBe('单位1 权力1 制度1');
  expect(said(caizheng, large)).toBe('单位2 权力3 责任3 流程4 制度6 风险点6 防控措施7 岗位8');
});

test('a book is named after what it holds: all units, one of them, or some; that of a unit after the county’s first book', async () => {
  const county = await publicSmallCounty();
  const [caizheng, minzheng] = county.units;
  if (!caizheng || !minzheng) throw new Error('small county');
  const volume = (...units: Unit[]) => handbookCover(county, { ...wholeCounty(county), units }).volume;
  expect([volume(caizheng, minzheng), volume(minzheng)]).toEqual(['全县汇编', '小样县民政局']);
  const third: Unit = { ...caizheng, id: 'jiaotong', powers: [], flows: [], rules: [] };
  county.units.push(third);
  expect(volume(caizheng, minzheng)).toBe('选编');
  expect(handbookView(county, { ...wholeCounty(county), units: [caizheng, minzheng] }).withdrawals).toEqual([]);
  county.handbooks = [];
  expect(unitHandbookCover(county, minzheng).title).toBe('小样县权力公开手册');
  county.handbooks = [{ ...wholeCounty(county), title: '阳光手册' }];
  expect(unitHandbookView(county, minzheng)).toMatchObject({
    title: '阳光手册',
    paper: 'A4',
    address: 'https://small.example/zwgk/wgk/units/minzheng/',
  });
});

test('the changes in a book are those of its units', async () => {
  const county = await publicSmallCounty();
  const [caizheng] = county.units;
  const [power] = caizheng?.powers ?? [];
  if (!caizheng || !power) throw new Error('small county');
  Object.assign(power, { updated: '2026-10-20', changeNote: '改了名称' });
  const texts = (units: Unit[]) => handbookView(county, { ...wholeCounty(county), units }).changes.map(({ text }) => text);
  expect(texts([caizheng])).toEqual(['代理记账机构执业许可']);
  expect(texts(county.units)).toEqual(['代理记账机构执业许可', '最低生活保障审核确认']);
});

test('the first section lists powers with limit and risks, and posts with duties, supervisors and what is checked', async () => {
  const { powers, posts, measureCount } = sectionOf(await publicSmallCounty(), 'minzheng', 'unit');
  const levels = (counts: (typeof powers)[number]['riskLevels']) => counts.map(({ level, count }) => level.word + count).join(' ');
  expect(powers.map(({ number, text, type, limit, riskLevels }) => [number, text, type, limit, levels(riskLevels)])).toEqual([
    [1, '最低生活保障审核确认', '行政给付', '20个工作日', '高1 低1'],
    [2, '特困人员认定', '行政给付', '按流程各环节时限', '高1'],
  ]);
  expect(posts.map(({ title, duties, supervisors, notes, riskCount }) => [title, duties, supervisors, notes, riskCount])).toEqual([
    ['局长', ['主持全面工作'], [], [], 0],
    ['社会救助股股长', ['审核低保申请', '组织抽查'], ['上级：局长', '外部：派驻纪检监察组'], ['检查重点：抽查比例'], 2],
  ]);
  expect(measureCount).toBe(2);
});

test('a power has each of its duties with their grounds; what hangs on no power, flow or risk of the unit stands at the end', async () => {
  const county = await publicSmallCounty();
  const printed = () => sectionOf(county, 'minzheng', 'powers');
  expect(printed().powers.map(({ id, duties }) => [id, duties.map((duty) => [duty.id, ...duty.notes])])).toEqual([
    ['dibao', [['dibao-shouli', '责任依据：《中华人民共和国行政许可法》第三十二条'], ['dibao-jueding']]],
    ['tekun', [['tekun-shouli']]],
  ]);
  expect(printed().otherDuties).toEqual([]);
  expect(sectionOf(county, 'minzheng', 'risks').otherMeasures).toEqual([]);
  const unit = county.units.find(({ id }) => id === 'minzheng');
  const [duty] = unit?.responsibilities ?? [];
  const [measure] = unit?.measures ?? [];
  if (!unit || !duty || !measure) throw new Error('small county');
  unit.responsibilities.push({ ...duty, id: 'gangwei', power: undefined });
  unit.measures.push({ ...measure, id: 'tongyong' });
  for (const power of unit.powers) power.flow = undefined;
  expect(printed().otherDuties.map(({ id }) => id)).toEqual(['gangwei']);
  expect(printed().otherFlows.map(({ id }) => id)).toEqual(['dibao-liucheng']);
  expect(sectionOf(county, 'minzheng', 'risks').otherMeasures.map(({ id }) => id)).toEqual(['tongyong']);
});

test('a risk says where it lies and who is in charge, a measure by which rules; risks without a post come last', async () => {
  const county = await publicSmallCounty();
  const unit = county.units.find(({ id }) => id === 'minzheng');
  const risk = unit?.risks.find(({ id }) => id === 'tuixie');
  if (!unit || !risk) throw new Error('small county');
  risk.post = undefined;
  const { posts } = sectionOf(county, 'minzheng', 'risks');
  expect(posts.map(({ post, anchor, risks }) => [post?.text, anchor, risks.map(({ id }) => id)])).toEqual([
    ['社会救助股股长', 'units-minzheng-risks-guzhang', ['ruhu-zouguochang']],
    [undefined, 'units-minzheng-risks-other', ['tuixie']],
  ]);
  const [row] = posts[0]?.risks ?? [];
  expect(row?.places).toEqual(['最低生活保障审核确认', '特困人员认定', '低保审核确认流程第4步“入户调查”', '分管：局长']);
  expect(row?.measures.map(({ way, post, rules }) => [way, post, rules])).toEqual([
    ['程序', '社会救助股股长', ['低保审核确认实施细则']],
    ['监督', '社会救助股股长', []],
  ]);
});

test('risks of another unit’s table are named without a page in a book that does not hold it', async () => {
  const county = await publicSmallCounty();
  const [caizheng, minzheng] = county.units;
  const [power] = caizheng?.powers ?? [];
  if (!caizheng || !minzheng || !power) throw new Error('small county');
  power.risks = minzheng.risks.slice(0, 1);
  const tables = (view: HandbookView) => {
    const section = view.chapters.find(({ anchor }) => anchor === 'units-caizheng')?.sections.find(({ type }) => type === 'powers');
    return section?.type === 'powers' ? section.powers[0]?.risks.map(({ table }) => table.anchor) : undefined;
  };
  expect(tables(unitHandbookView(county, caizheng))).toEqual([undefined]);
  expect(tables(handbookView(county, wholeCounty(county)))).toEqual(['units-minzheng-risks-guzhang']);
});

test('rules are printed with number, day, issuer and standing; of supervision a chapter has what concerns its unit', async () => {
  const county = await publicSmallCounty();
  expect(sectionOf(county, 'minzheng', 'rules').rules.map(({ details }) => details)).toEqual([
    '小民发〔2025〕3号，2025年4月小样县民政局发布，现行',
  ]);
  const numbers = (unit: string) => sectionOf(county, unit, 'supervision').phones.map(({ lines }) => lines[0]?.[0]);
  expect([numbers('minzheng'), numbers('caizheng')]).toEqual([
    ['0000-8600001', '12388', '12345'],
    ['12388', '12345'],
  ]);
  const [inspection] = county.supervision.inspections;
  if (inspection) inspection.units = inspection.units.filter(({ id }) => id === 'minzheng');
  const shown = (unit: string) => {
    const { view } = sectionOf(county, unit, 'supervision');
    const appraised = view?.appraisals.flatMap(({ rows }) => rows.map(({ grade }) => grade));
    return [view?.inspections.length, view?.alerts.length, appraised, view?.feedback.map(({ id }) => id)];
  };
  expect(shown('minzheng')).toEqual([1, 2, ['优秀'], ['fk-001']]);
  expect(shown('caizheng')).toEqual([0, 0, ['良好'], []]);
});
