// Random counties: whatever is withheld, nothing of it passes the gate; whatever is written, the reader answers and never breaks.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disclosed } from '../../../src/model/disclosed.ts';
import type { AnyEntry } from '../../../src/model/entry.ts';
import { resolve } from '../../../src/model/resolve.ts';
import { readCountyFolder } from '../../../src/reading/county-folder.ts';
import { readProse, splitProse } from '../../../src/reading/prose.ts';
import { parseYaml } from '../../../src/reading/yaml.ts';
import { explain } from '../../../src/schema/explain.ts';
import { kindNames, kinds } from '../../../src/schema/kinds.ts';
import { recordPaths, unitPaths } from '../../../src/views/routes.ts';
import { searchDocuments } from '../../../src/views/search-document.ts';
import { smallCounty } from '../../county.ts';

const secret = '密语';

/** Every text of a record made a secret; ids, references and words of fixed lists keep their form. */
function allSecret(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => allSecret(item, key));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, allSecret(item, name)]));
  return typeof value === 'string' && /\p{Script=Han}/u.test(value) && !['mode', 'audience', 'reason', 'way', 'status'].includes(key)
    ? `${secret}${value}`
    : value;
}

const ways = [
  { disclosure: { mode: 'withheld', audience: '全社会', reason: '条例第十四条' } },
  { disclosure: { mode: 'on-request', audience: '全社会' } },
  { disclosure: { mode: 'proactive', audience: '党内' } },
  { withdrawn: { date: '2026-05-01', reason: '已经废止', authority: '县政府' } },
];

test('random parts of a county withheld in random ways: nothing of them is in any page or search document', async () => {
  const { entries } = await readCountyFolder(smallCounty);
  const hideable = entries.filter(({ kind }) => !['site', 'law', 'moved'].includes(kind));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(hideable.length - 1), fc.constantFrom(...ways)), { maxLength: 12 }), async (hidden) => {
      const changed = new Map(hidden.map(([index, way]) => [hideable[index] as AnyEntry, way]));
      const mixed = entries.map((entry) => {
        const way = changed.get(entry);
        const prose = entry.prose?.map((block) => ({ ...block, text: `${secret}${block.text}` }));
        if (!way) return entry;
        return { ...entry, data: { ...(allSecret(entry.data) as object), ...way }, ...(prose ? { prose } : {}) } as unknown as AnyEntry;
      });
      const county = resolve(disclosed(mixed));
      const shown = JSON.stringify([recordPaths(county), unitPaths(county), searchDocuments(county)]);
      expect(shown).not.toContain(secret);
    }),
    { numRuns: 60 },
  );
});

test('the gate test is awake: without the gate the secrets are seen', async () => {
  const { entries } = await readCountyFolder(smallCounty);
  const mixed = entries.map((entry) => (entry.kind === 'risk' ? ({ ...entry, data: allSecret(entry.data) } as AnyEntry) : entry));
  expect(JSON.stringify(searchDocuments(resolve({ entries: mixed, withdrawn: [] })))).toContain(secret);
});

const scraps = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        '- ',
        ': ',
        '\n',
        '\n  ',
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        '&a',
        '*a',
        '|',
        '>',
        '%',
        '#',
        '!!',
        '---\n',
        '\t',
        '\u0000',
        '\ufeff',
        '<a>',
        '`',
        '**',
        'import x',
        '低保',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('random text: the reader of YAML and of prose answers with faults on real lines, and never throws', () => {
  fc.assert(
    fc.property(scraps, (text) => {
      const lines = text.split(/\r\n|\r|\n/).length;
      const faults = [...parseYaml(text).faults, ...readProse(text, 1).faults, ...readProse(splitProse(text)?.body ?? '', 1).faults];
      for (const { line, column, message } of faults) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines + 1);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(message).toMatch(/\p{Script=Han}/u);
      }
    }),
    { numRuns: 500 },
  );
});

test('random values for every kind are explained in Chinese, with a place', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...kindNames),
      fc.oneof(
        fc.anything({ maxDepth: 3 }),
        fc.dictionary(
          fc.constantFrom('id', 'title', 'steps', 'lanes', 'basis', 'disclosure', 'published', 'posts'),
          fc.anything({ maxDepth: 3 }),
        ),
      ),
      (kind, value) => {
        const { schema } = kinds[kind];
        const parsed = schema.safeParse(value);
        if (parsed.success) return;
        const said = explain(schema, value, parsed.error.issues);
        expect(said.length).toBeGreaterThan(0);
        for (const { message, remedy } of said) {
          expect(message).toMatch(/\p{Script=Han}/u);
          expect(remedy).toMatch(/\S/);
        }
      },
    ),
    { numRuns: 400 },
  );
});
