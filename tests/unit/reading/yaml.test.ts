import { expect, test } from 'vitest';
import { missingFence, readProse, splitProse } from '../../../src/reading/prose.ts';
import { parseYaml } from '../../../src/reading/yaml.ts';

test('every field knows its line and column, by name and by value', () => {
  const yaml = parseYaml('- id: a\n  posts: [x, yy]\n- id: b\n');
  expect(yaml.place([0, 'posts', 1])).toEqual({ line: 2, column: 14 });
  expect(yaml.place([0, 'posts'], 'key')).toEqual({ line: 2, column: 3 });
  expect(yaml.place([1, 'id'])).toEqual({ line: 3, column: 7 });
});

test('a field that is absent stands where its record begins', () => {
  const yaml = parseYaml('- id: a\n- id: b\n  title: c\n');
  expect(yaml.place([1, 'published'], 'key')).toEqual({ line: 2, column: 3 });
  expect(yaml.place([7, 'nothing', 'here'])).toEqual({ line: 1, column: 1 });
});

test('front matter counts from its own line', () => {
  expect(parseYaml('title: a\nissued: b', 1).place(['issued'])).toEqual({ line: 3, column: 9 });
});

test('syntax faults are placed and in Chinese; no text makes the reader throw', () => {
  expect(parseYaml('a: 1\na: 2\n').faults).toEqual([
    { line: 2, column: 1, message: '同一条记录里同一个字段写了两次', remedy: '删去其中一个；或者是下一条记录前面漏了“- ”' },
  ]);
  for (const text of [
    '\t- a: 1',
    'a: "x',
    '[',
    '{a',
    '- a\n b',
    '*x',
    'a: &x 1\nb: *x',
    '\u0000',
    '%YAML 9',
    '---\n---',
    ': :',
    '?',
    '!!js a',
  ]) {
    const { faults } = parseYaml(text);
    for (const fault of faults) {
      expect(fault.line, text).toBeGreaterThan(0);
      expect(fault.column, text).toBeGreaterThan(0);
      expect(fault.message, text).toMatch(/[\u4e00-\u9fff]/);
    }
  }
});

test('prose is split from its front matter, also with Windows line ends', () => {
  expect(splitProse('---\ntitle: a\n---\n\n正文')).toEqual({ frontMatter: 'title: a', body: '\n正文', bodyLine: 4 });
  expect(splitProse('---\r\ntitle: a\r\n---\r\n正文')).toEqual({ frontMatter: 'title: a', body: '正文', bodyLine: 4 });
  expect(splitProse('正文')).toBeUndefined();
});

test('a missing fence is missed where the front matter begins or ends', () => {
  expect(missingFence('title: a\n---\n正文').line).toBe(1);
  expect(missingFence('---\ntitle: a\nissuer: b\n\n正文').line).toBe(4);
  expect(missingFence('---\ntitle: a\nissu').line).toBe(3);
});

test('prose gives its text block by block', () => {
  expect(readProse('## 第一章\n\n**第一条**　甲\n\n- 乙\n- 丙\n\n| 金额 | 审批人 |\n|---|---|\n| 5万元 | 局长 |\n', 1)).toEqual({
    blocks: [
      { text: '第一章', line: 1, column: 1 },
      { text: '第一条　甲', line: 3, column: 1 },
      { text: '乙', line: 5, column: 3 },
      { text: '丙', line: 6, column: 3 },
      { text: '金额　审批人', line: 8, column: 1 },
      { text: '5万元　局长', line: 10, column: 1 },
    ],
    faults: [],
  });
});

test('a thousand nested quotes are no crash', () => {
  expect(() => readProse(`${'>'.repeat(8000)} a`, 1)).not.toThrow();
});

test('programs in prose are refused, with their lines', () => {
  const link = readProse('[点](javascript:alert(1))', 1).faults.map(({ code }) => code);
  expect(link).toEqual(['code-in-prose']);
  const codes = (body: string) => readProse(body, 5).faults.map(({ code, line }) => `${code}:${line}`);
  expect(codes('import a from "b"\n\n正文')).toEqual(['code-in-prose:5']);
  expect(codes('正文\n\n{1 + 1}')).toEqual(['code-in-prose:7']);
  expect(codes('正文**粗 {1}**')).toEqual(['code-in-prose:5']);
  expect(codes('## 甲\n\n## 乙\n\n正文')).toEqual(['blank-section:5']);
  expect(codes('正文 <b>粗</b>')).toEqual(['code-in-prose:5']);
  expect(codes('\n\n正文 {')).toEqual(['mdx-syntax:7']);
  expect(codes('  \n')).toEqual(['empty-prose:4']);
});
