import { expect, test } from 'vitest';
import { limit, partialDate, phone, recordId } from '../../../src/schema/fields.ts';

test('an id is lower-case words joined by single hyphens', () => {
  for (const right of ['a', 'mz-dibao', '00xk-5']) expect(recordId.safeParse(right).success, right).toBe(true);
  for (const wrong of ['', 'A', 'a_b', 'a--b', '-a', 'a-', '低保', 'a b']) expect(recordId.safeParse(wrong).success, wrong).toBe(false);
});

test('time limits are read as offices write them', () => {
  for (const right of ['20个工作日', '20工作日', '30日', '30天', '3个月', '2小时', '当场', '即时'])
    expect(limit.safeParse(right).success, right).toBe(true);
  for (const wrong of ['尽快', '20', '二十日', '工作日']) expect(limit.safeParse(wrong).success, wrong).toBe(false);
});

test('office phones pass, mobile phones do not', () => {
  for (const right of ['0000-8620012', '010-12345678-123', '12345', '12388']) expect(phone.safeParse(right).success, right).toBe(true);
  for (const wrong of ['13800001234', '138-0000-1234', '8620012', '']) expect(phone.safeParse(wrong).success, wrong).toBe(false);
});

test('a document may be dated to the year, the month or the day', () => {
  for (const right of ['2024', '2024-05', '2024-05-31']) expect(partialDate.safeParse(right).success, right).toBe(true);
  for (const wrong of ['24', '2024-13', '2024-5', '2024/05/06']) expect(partialDate.safeParse(wrong).success, wrong).toBe(false);
});
