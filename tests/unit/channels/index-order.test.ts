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
