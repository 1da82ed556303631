import { expect, test } from 'vitest';
import { kinds } from '../../../src/schema/kinds.ts';
import { fieldNames, isOptional, labelAt, referencesIn } from '../../../src/schema/walk.ts';

test('every field of every kind has a Chinese label', () => {
  const unlabelled: string[] = [];
  for (const [kind, { schema }] of Object.entries(kinds)) {
    for (const name of fieldNames(schema)) if (labelAt(schema, [name]) === name) unlabelled.push(`${kind}.${name}`);
  }
  expect(unlabelled).toEqual([]);
});

test('references are found wherever they stand, with their paths', () => {
  const risk = { posts: [], powers: ['dibao', 'tekun'], steps: ['f/s'], post: 'gang', measures: ['m'], severity: 3 };
  expect(referencesIn(kinds.risk.schema, risk)).toEqual([
    { path: ['powers', 0], to: 'power', id: 'dibao' },
    { path: ['powers', 1], to: 'power', id: 'tekun' },
    { path: ['steps', 0], to: 'step', id: 'f/s' },
    { path: ['post'], to: 'post', id: 'gang' },
    { path: ['measures', 0], to: 'measure', id: 'm' },
  ]);
  const power = { fee: { standard: '5元', basis: [{ law: 'jiage-fa' }] } };
  expect(referencesIn(kinds.power.schema, power)).toEqual([{ path: ['fee', 'basis', 0, 'law'], to: 'law', id: 'jiage-fa' }]);
});

test('only fields that may be left out are optional', () => {
  expect(['title', 'basis', 'discretion', 'rules'].map((name) => isOptional(kinds.power.schema, [name]))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
