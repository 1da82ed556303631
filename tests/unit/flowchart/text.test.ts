import { expect, test } from 'vitest';
import { breakLines, widthOf } from '../../../src/flowchart/text.ts';

test('a Han character is one em, a digit less', () => {
  expect(widthOf('民政局', 15)).toBe(45);
  expect(widthOf('5个工作日', 10)).toBeLessThan(50);
});

test('lines break between words, are about equally long, and are never wider than the room', () => {
  expect(breakLines('受理并登记亲属关系', 15, 120)).toEqual(['受理并登记', '亲属关系']);
  expect(breakLines('县级审查和抽查入户', 15, 120)).toEqual(['县级审查', '和抽查入户']);
  expect(breakLines('备案', 15, 120)).toEqual(['备案']);
});

test('no mark begins a line that may not, none ends one that may not, and a number stays whole', () => {
  for (const text of ['材料齐全、符合法定形式的，当场受理（窗口）。', '报《行政许可法》规定的机关', '按照不低于30.5%的比例抽查12345户']) {
    for (let room = 60; room < 200; room += 7) {
      const lines = breakLines(text, 15, room);
      expect(lines.join('')).toBe(text);
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。、）》%]/);
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（《]$/);
      expect(lines.filter((line) => /30\.5$|1234$/.test(line))).toEqual([]);
    }
  }
});
