import { expect, test } from 'vitest';
import { type BoardPart, boards, unitBoard } from '../../../src/views/board.ts';
import { canary, publicSmallCounty } from '../../county.ts';

/** The items of a part as a reader meets them: what stands at the head of each, then its lines. */
const written = (part: BoardPart | undefined) =>
  part?.items.map(({ title, note, level, levels, lines }) => ({
    head: [level?.word, title, note, ...levels.map((item) => `${item.level.word}${item.count}`)].filter(Boolean).join(' '),
    lines: lines.map((line) => line.map(({ label, text }) => `${label}：${text}`).join(' ')),
  }));

test('a board names its unit, the quarter and the last change, and has all powers and the gravest risks first', async () => {
  const county = await publicSmallCounty();
  const unit = county.units.find(({ id }) => id === 'minzheng');
  if (!unit) throw new Error('the small county has this unit');
  unit.risks.reverse();
  const board = unitBoard(county, unit);
  expect(board).toMatchObject({
    title: '权力公开栏',
    owner: '小样县民政局',
    issuer: '小样县民政局',
    lead: '负责社会救助。',
    period: '2026年第四季度',
    date: '2026-10-08',
    address: 'https://small.example/zwgk/wgk/units/minzheng/',
    demonstration: '测试数据，均为虚构。',
  });
  expect(board.phones.map(({ phone }) => phone)).toEqual(['0000-8600001', '12388']);
  expect(board.counts.map(({ label, count }) => label + count).join(' ')).toBe('权力2 责任3 流程1 制度1 风险点2 防控措施2 岗位2');
  const [powers, risks] = board.parts;
  expect(written(powers)).toEqual([
    { head: '最低生活保障审核确认 20个工作日 高1 低1', lines: ['岗位：社会救助股股长'] },
    { head: '特困人员认定 高1', lines: [] },
  ]);
  expect(written(risks)).toEqual([
    { head: '高 入户调查走过场 社会救助股股长', lines: ['防控：双人入户当场签字；按比例抽查'] },
    { head: '低 窗口推诿 社会救助股股长', lines: ['防控：双人入户当场签字'] },
  ]);
  expect(JSON.stringify(board)).not.toContain(canary);
});

test('of a unit without risks there is no empty part, and the quarter is that of the content', async () => {
  const county = await publicSmallCounty();
  const quarter = (contentDate: string) => {
    county.site.contentDate = contentDate;
    return boards(county)[0]?.board();
  };
  expect(quarter('2026-03-31')?.parts.map(({ title }) => title)).toEqual(['权力清单']);
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2027-12-31'].map((date) => quarter(date)?.period)).toEqual([
    '2026年第一季度',
    '2026年第一季度',
    '2026年第二季度',
    '2027年第四季度',
  ]);
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

test('the boards of the leadership: posts that lead or carry risks, each with what it may do; powers with how they run', async () => {
  const county = await publicSmallCounty();
  for (const unit of county.units) unit.unitKind = '县政府';
  const unit = county.units.find(({ id }) => id === 'minzheng');
  const post = unit?.posts.find(({ id }) => id === 'guzhang');
  const [power] = unit?.powers ?? [];
  if (!unit || !post || !power) throw new Error('small county');
  unit.posts.push({ ...post, id: 'jingban', title: '经办人', isLeader: false, risks: [] });
  post.risks.reverse();
  post.powers = [];
  power.posts = ['甲', '乙', '丙', '丁'].map((title) => ({ ...post, title }));
  const [ofPosts, ofPowers] = boards(county).map(({ board }) => board());
  expect(ofPosts).toMatchObject({
    owner: '小样县财政局　小样县民政局',
    issuer: '小样县人民政府办公室',
    address: 'https://small.example/zwgk/wgk/',
    date: '2026-10-08',
  });
  expect(written(ofPosts?.parts[0])).toEqual([
    { head: '局长', lines: [] },
    {
      head: '社会救助股股长',
      lines: [
        // Of a post that no power names, the powers are those of its risks.
        '权力：最低生活保障审核确认；特困人员认定',
        '风险：入户调查走过场；窗口推诿',
        '防控：双人入户当场签字；按比例抽查',
      ],
    },
  ]);
  expect(written(ofPowers?.parts[0])).toEqual([
    { head: '代理记账机构执业许可 行政许可', lines: ['制度：1项'] },
    {
      head: '最低生活保障审核确认 行政给付 高1 低1',
      lines: ['岗位：甲；乙；丙；丁', '流程：5个环节 制度：1项 责任：2项 时限：20个工作日'],
    },
    { head: '特困人员认定 行政给付 高1', lines: ['流程：5个环节 制度：1项 责任：1项'] },
  ]);
  // On the board of a unit, which is read in passing, the first three stand for all.
  expect(written(unitBoard(county, unit).parts[0])?.[0]?.lines).toEqual(['岗位：甲；乙；丙等4个']);
});
