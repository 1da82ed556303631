// The gate: nothing that is withheld or withdrawn gets past it, and what is left is whole.
import { expect, test } from 'vitest';
import { disclosed } from '../../../src/model/disclosed.ts';
import { readCountyFolder } from '../../../src/reading/county-folder.ts';
import { canary, publicSmallCounty, smallCounty } from '../../county.ts';

test('the small county does hold secrets on the left of the gate', async () => {
  expect(JSON.stringify((await readCountyFolder(smallCounty)).entries)).toContain(canary);
});

test('no withheld record, no withheld field, no content of a withdrawn record is left', async () => {
  const { entries, withdrawn } = disclosed((await readCountyFolder(smallCounty)).entries);
  expect(JSON.stringify({ entries, withdrawn })).not.toContain(canary);
  expect(
    entries
      .map(({ id }) => id)
      .filter((id) => ['neibu-gang', 'chexia', 'bumi', 'neibu-guiding', 'neibu-fengxian', 'neibu-cuoshi'].includes(id)),
  ).toEqual([]);
});

test('where a field is withheld the rest of the record stays, and its source never leaves the office', async () => {
  const { entries } = disclosed((await readCountyFolder(smallCounty)).entries);
  const data = entries.find(({ kind, id }) => kind === 'power' && id === 'dibao')?.data;
  expect(data).toMatchObject({ title: '最低生活保障审核确认', target: '申请家庭' });
  for (const field of ['discretion', 'source', 'disclosure']) expect(data).not.toHaveProperty(field);
});

test('a withdrawn record keeps its address, reason, authority and date', async () => {
  expect(disclosed((await readCountyFolder(smallCounty)).entries).withdrawn).toEqual([
    { kind: 'power', id: 'chexia', date: '2026-06-30', reason: '依据已经废止', authority: '小样县民政局' },
  ]);
});

test('references to withheld records are gone from the county', async () => {
  const { records } = await publicSmallCounty();
  const dibao = records.power.find(({ id }) => id === 'dibao');
  expect(dibao?.rules.map(({ id }) => id)).toEqual(['dibao-banfa']);
  expect(dibao?.posts.map(({ id }) => id)).toEqual(['guzhang']);
  expect(dibao?.risks.map(({ id }) => id)).toEqual(['ruhu-zouguochang', 'tuixie']);
});

test('a unit that is withheld takes all its records with it; one that is withdrawn leaves their addresses', async () => {
  const { entries } = await readCountyFolder(smallCounty);
  const withUnit = (change: object) =>
    entries.map((entry) =>
      entry.kind === 'unit' && entry.id === 'caizheng' ? { ...entry, data: { ...entry.data, ...change } } : entry,
    ) as typeof entries;
  const hidden = disclosed(withUnit({ disclosure: { mode: 'withheld', audience: '全社会', reason: '条例第十四条' } }));
  expect(hidden.entries.filter(({ unit }) => unit === 'caizheng')).toEqual([]);
  expect(hidden.withdrawn.map(({ id }) => id)).toEqual(['chexia']);
  const dissolved = disclosed(withUnit({ withdrawn: { date: '2026-09-01', reason: '机构撤销', authority: '县委编办' } }));
  expect(dissolved.entries.filter(({ unit }) => unit === 'caizheng')).toEqual([]);
  expect(dissolved.withdrawn.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'power daili-jizhang',
    'rule xuke-guicheng',
    'unit caizheng',
    'power chexia',
  ]);
});
