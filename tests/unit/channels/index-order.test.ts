import { expect, test } from 'vitest';
import { inIndexOrder } from '../../../src/channels/print/index-order.ts';

const entries = (...texts: string[]) => texts.map((text) => ({ text, note: '' }));

test('an index is in the order of pinyin, read in context, marks not read, what has no sound last', () => {
  const groups = inIndexOrder(entries('重大行政决策', '财政补贴', '《安全生产办法》', '重新核定', '财政评审', '12345热线', '把关'));
  expect(groups.map(({ initial, entries: found }) => `${initial}：${found.map(({ text }) => text).join('、')}`)).toEqual([
    'A：《安全生产办法》',
    'B：把关',
    'C：财政补贴、财政评审、重新核定',
    'Z：重大行政决策',
    '其他：12345热线',
  ]);
});

test('within a letter sound decides, then tone, whatever numbers the characters have', () => {
  const texts = ['义务教育入学', '《医疗废物管理条例》', '移民后期扶持', '以工代赈项目', '一次性告知', '行业用水', '行政许可'];
  expect(inIndexOrder(entries(...texts)).map(({ entries: found }) => found.map(({ text }) => text))).toEqual([
    ['行业用水'],
    ['行政许可'],
    ['一次性告知', '以工代赈项目', '《医疗废物管理条例》', '移民后期扶持', '义务教育入学'],
  ]);
  const [alike] = inIndexOrder(entries('义务', '遗物', '医务', '异物'));
  expect(alike?.entries.map(({ text }) => text)).toEqual(['医务', '遗物', '义务', '异物']);
});
