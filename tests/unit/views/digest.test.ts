import { expect, test } from 'vitest';
import type { County, Power } from '../../../src/model/county.ts';
import { digestView, periodicalView } from '../../../src/views/digest.ts';
import type { DigestSection } from '../../../src/views/digest-sections.ts';
import { periodText } from '../../../src/views/wording.ts';
import { publicSmallCounty } from '../../county.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };
const all = Number.POSITIVE_INFINITY;
const titles = (sections: DigestSection[] = []) => sections.map(({ title, total, measure }) => `${title}${total}${measure}`);
const textsIn = (sections: DigestSection[] = [], wanted: string) =>
  sections.find(({ title }) => title === wanted)?.items.map(({ unit, text }) => `${unit}：${text}`);

test('a period has what was disclosed, changed, withdrawn, announced, inspected and answered in it', async () => {
  const sections = digestView(await publicSmallCounty(), year, all)?.sections;
  expect(titles(sections)).toEqual(['新公开11项', '变更1项', '撤下1项', '公告1条', '监督检查1次', '意见答复1件']);
  expect(sections?.map(({ byKind }) => byKind)).toEqual(['权力3项、责任3项、流程1项、制度2项、风险2项', '', '', '', '', '']);
  expect(sections?.slice(1).map(({ items }) => items[0])).toEqual([
    {
      unit: '县民政局',
      text: '最低生活保障审核确认（权力）',
      note: '承诺时限由25个工作日改为20个工作日',
      detail: undefined,
      when: '2026年10月8日变更',
      address: 'https://small.example/zwgk/wgk/powers/dibao/',
    },
    {
      unit: '小样县民政局',
      text: '权力 chexia',
      note: '依据已经废止',
      detail: undefined,
      when: '2026年6月30日撤下',
      address: 'https://small.example/zwgk/wgk/powers/chexia/',
    },
    {
      unit: '县民政局',
      text: '关于公开第二季度检查情况的公告',
      note: undefined,
      detail: undefined,
      when: '2026年7月2日发布',
      address: 'https://small.example/zwgk/wgk/notices/gonggao-1/',
    },
    {
      unit: '县纪委监委机关',
      text: '2026年第二季度监督检查',
      note: '检查2个单位，发现问题1个，整改情况已公开',
      detail: undefined,
      when: '2026年6月20日检查',
      address: 'https://small.example/zwgk/wgk/supervision/',
    },
    {
      unit: '县民政局',
      text: '低保为什么要入户两次',
      note: undefined,
      detail: '改进情况：流程里写明了抽查。',
      when: '2026年5月12日答复',
      address: 'https://small.example/zwgk/wgk/supervision/',
    },
  ]);
});

test('the first and the last day belong to the period, the days around it do not', async () => {
  const county = await publicSmallCounty();
  const on = (from: string, to: string) => titles(digestView(county, { from, to }, all)?.sections);
  expect(on('2026-03-01', '2026-03-01')).toEqual(['新公开2项']);
  expect(on('2026-02-01', '2026-03-01')).toEqual(['新公开4项']);
  expect(on('2026-02-02', '2026-02-28')).toEqual([]);
  expect(on('2026-06-30', '2026-07-01')).toEqual(['撤下1项']);
  expect(digestView(county, { from: '2026-02-02', to: '2026-02-28' }, all)).toBeUndefined();
});

test('a change that came after the period is not shown in it, and it is said that there was one', async () => {
  const county = await publicSmallCounty();
  const view = digestView(county, { from: '2026-01-01', to: '2026-03-31' }, all);
  expect([titles(view?.sections), view?.later]).toEqual([['新公开11项'], 1]);
  expect(digestView(county, { from: '2026-01-01', to: '2026-10-08' }, all)?.later).toBe(0);
});

test('a short list names powers first and lets every unit have its turn, and counts the rest', async () => {
  const [section] = digestView(await publicSmallCounty(), year, 4)?.sections ?? [];
  expect([section?.total, section?.items.map(({ unit, text }) => `${unit}：${text}`)]).toEqual([
    11,
    [
      '县民政局：特困人员认定（权力）',
      '县财政局：代理记账机构执业许可（权力）',
      '县民政局：最低生活保障审核确认（权力）',
      '县财政局：行政许可办理规程（制度）',
    ],
  ]);
});

test('changes that are explained come before those that are not', async () => {
  const county = await publicSmallCounty();
  const tekun = county.records.power.find(({ id }) => id === 'tekun');
  const changed = { ...tekun, updated: '2026-10-30' } as Power;
  const records = { ...county.records, power: county.records.power.map((power) => (power === tekun ? changed : power)) };
  expect(textsIn(digestView({ ...county, records } as County, year, 1)?.sections, '变更')).toEqual([
    '县民政局：最低生活保障审核确认（权力）',
  ]);
});

test('the periodical has the disclosures only, all of them, in the order of the units', async () => {
  const sections = periodicalView(await publicSmallCounty(), year)?.sections;
  expect(titles(sections)).toEqual(['新公开11项', '变更1项', '撤下1项']);
  expect(textsIn(sections, '新公开')).toEqual([
    '县财政局：代理记账机构执业许可（权力）',
    '县财政局：行政许可办理规程（制度）',
    '县民政局：特困人员认定（权力）',
    '县民政局：特困人员认定·受理责任',
    '县民政局：最低生活保障审核确认（权力）',
    '县民政局：最低生活保障审核确认·受理责任',
    '县民政局：最低生活保障审核确认·决定责任',
    '县民政局：低保审核确认流程',
    '县民政局：低保审核确认实施细则（制度）',
    '县民政局：入户调查走过场（风险）',
    '县民政局：窗口推诿（风险）',
  ]);
});

test('the mark of a demonstration and the phone come along; addresses only where the county has one', async () => {
  const county = await publicSmallCounty();
  const { homepage: _, ...site } = county.site;
  expect(digestView(county, year, 1)).toMatchObject({
    demonstration: '测试数据，均为虚构。',
    hotline: '举报电话12388',
    address: 'https://small.example/zwgk/wgk/changes/',
  });
  const without = digestView({ ...county, site }, year, all);
  expect([without?.address, ...(without?.sections.flatMap(({ items }) => items.map(({ address }) => address)) ?? [])]).toEqual(
    Array.from({ length: 17 }),
  );
});

test('a period is named as briefly as it can be', () => {
  expect(periodText({ from: '2026-01-01', to: '2026-03-31' })).toBe('2026年1月1日至3月31日');
  expect(periodText({ from: '2025-12-01', to: '2026-01-31' })).toBe('2025年12月1日至2026年1月31日');
  expect(periodText({ from: '2026-03-01', to: '2026-03-01' })).toBe('2026年3月1日');
});
