import { expect, test } from 'vitest';
import { fault } from '../../../src/model/fault.ts';
import { asGithubAnnotations, asJson } from '../../../src/model/report.ts';

const one = fault(
  'date-order',
  'units/a/powers.yml',
  { line: 3, column: 5 },
  '更新日期 2025-10-08 早于 100%, 公开日期',
  '核对\n这两个日期',
);

test('for programs: every part of a fault is a field of its own', () => {
  expect(JSON.parse(asJson([one], 7))).toEqual({
    records: 7,
    faults: [
      {
        code: 'date-order',
        level: 'error',
        file: 'units/a/powers.yml',
        line: 3,
        column: 5,
        message: '更新日期 2025-10-08 早于 100%, 公开日期',
        remedy: '核对\n这两个日期',
      },
    ],
  });
});

test('for pull requests: one line a fault, signs escaped, the path from the root of the repository', () => {
  expect(asGithubAnnotations([one, { ...one, level: 'warning' }], 'content').split('\n')).toEqual([
    '::error file=content/units/a/powers.yml,line=3,col=5,title=date-order::更新日期 2025-10-08 早于 100%25, 公开日期。怎么改：核对%0A这两个日期',
    '::warning file=content/units/a/powers.yml,line=3,col=5,title=date-order::更新日期 2025-10-08 早于 100%25, 公开日期。怎么改：核对%0A这两个日期',
  ]);
});
