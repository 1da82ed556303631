import { expect, test } from 'vitest';
import { searchDocuments, searchFilters } from '../../../src/views/search-document.ts';
import { canary, publicSmallCounty } from '../../county.ts';

test('every public record, unit, cited law, feedback, notice and standing page can be found, once', async () => {
  const documents = searchDocuments(await publicSmallCounty());
  expect(documents.map(({ href }) => href)).toHaveLength(new Set(documents.map(({ href }) => href)).size);
  expect(Object.fromEntries([...Map.groupBy(documents, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]))).toEqual({
    权力: 3,
    责任: 3,
    流程: 1,
    制度: 2,
    风险: 2,
    防控措施: 2,
    岗位: 2,
    单位: 2,
    法律法规: 2,
    意见反馈: 1,
    公告: 1,
    页面: 3,
  });
  expect(JSON.stringify(documents)).not.toContain(canary);
});

test('a power is found by everything its page says, and by the names people use', async () => {
  const document = searchDocuments(await publicSmallCounty()).find(({ href }) => href === '/powers/dibao/');
  expect(document).toMatchObject({
    title: '最低生活保障审核确认',
    aliases: ['低保', '0012'],
    kind: '权力',
    unit: '县民政局',
    level: undefined,
  });
  for (const words of [
    '人均收入低于当地低保标准',
    '《社会救助暂行办法》第十一条第一款',
    '一次性告知需要补正的材料。',
    '入户调查',
    '低保审核确认实施细则',
    '不到现场就填写调查表，收入靠估。',
  ]) {
    expect(document?.text).toContain(words);
  }
});

test('the full text of a rule is found, and its document number', async () => {
  const document = searchDocuments(await publicSmallCounty()).find(({ href }) => href === '/rules/dibao-banfa/');
  expect(document?.aliases).toEqual(['小民发〔2025〕3号']);
  expect(document?.text).toContain('第一条　为规范低保审核确认，制定本细则。');
});

test('the handbooks are found where they are offered for download, by the titles of all', async () => {
  const county = await publicSmallCounty();
  const found = () => searchDocuments(county).find(({ href }) => href === '/downloads/');
  expect(found()).toBeUndefined();
  county.books = [{ id: 'units/minzheng', pageCount: 9, size: 1e5 }];
  expect(found()).toMatchObject({ title: '手册下载', kind: '页面', text: ['小样县权力公开手册（小样县民政局分册）'] });
  expect(found()?.aliases).toContain('下载');
});

test('filters hold the words that occur, levels gravest first', async () => {
  expect(searchFilters(await publicSmallCounty())).toEqual([
    {
      name: 'kind',
      label: '类别',
      words: ['权力', '责任', '流程', '制度', '风险', '防控措施', '岗位', '单位', '法律法规', '意见反馈', '公告', '页面'],
    },
    { name: 'unit', label: '单位', words: ['县财政局', '县民政局'] },
    { name: 'type', label: '权力类型', words: ['行政给付', '行政许可'] },
    { name: 'level', label: '风险等级', words: ['高', '低'] },
    { name: 'year', label: '年份', words: ['2026', '2025', '2024'] },
  ]);
});
