import { expect, test } from 'vitest';
import { boards, unitBoard } from '../../../src/views/board.ts';
import { canary, publicSmallCounty } from '../../county.ts';

test('a board names its unit, the quarter and the last change, and has all powers and the gravest risks first', async () => {
  const county = await publicSmallCounty();
  const unit = county.units.find(({ id }) => id === 'minzheng');
  if (!unit) throw new Error('the small county has this unit');
  const board = unitBoard(county, unit);
  expect(board).toMatchObject({ title: '权力公开栏', owner: '小样县民政局', issuer: '小样县民政局' });
  expect(board.period).toMatch(/^20\d\d年第[一二三四]季度$/);
  expect(board.phones.map(({ phone }) => phone)).toEqual(['0000-8600001', '12388']);
  const [powers, risks] = board.parts;
  expect(powers?.items.map(({ title }) => title)).toEqual(unit.powers.map(({ title }) => title));
  expect(new Set(risks?.items.map(({ title }) => title))).toEqual(new Set(unit.risks.map(({ title }) => title)));
  expect(risks?.items.map(({ level }) => level?.word)).toEqual(
    [...(risks?.items ?? [])]
      .map(({ level }) => level?.word)
      .sort((a, b) => '高中低未'.indexOf(a?.[0] ?? '') - '高中低未'.indexOf(b?.[0] ?? '')),
  );
  expect(JSON.stringify(board)).not.toContain(canary);
});

test('without a public address the rest is said to be on the site, not behind a code that is not there', async () => {
  const county = await publicSmallCounty();
  const rest = () => boards(county).flatMap(({ board }) => board().parts.map((part) => part.rest));
  county.site.homepage = undefined;
  expect(rest().join()).not.toContain('二维码');
  county.site.homepage = 'https://small.example/';
  expect(rest().every((text) => text.includes('{n}') && text.includes('二维码'))).toBe(true);
});

test('the leadership has two boards, of its posts and of its powers, in place of that of a unit', async () => {
  const county = await publicSmallCounty();
  expect(boards(county).map(({ id }) => id)).toEqual(county.units.map(({ id }) => id));
  const unit = county.units.find(({ id }) => id === 'minzheng');
  if (unit) unit.unitKind = '县政府';
  expect(boards(county).map(({ id, board }) => `${id} ${board().title}`)).toEqual([
    'lingdao-gangwei 岗位权力廉政风险公开栏',
    'lingdao-yunxing 权力公开透明运行工作公开栏',
    'caizheng 权力公开栏',
  ]);
});
