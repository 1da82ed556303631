// What a clerk is told: each damage to a good county is named with file, line, what is wrong; the rest of the county stays quiet.
import { expect, test } from 'vitest';
import { check, hasErrors } from '../../../src/model/check.ts';
import { faultCodes } from '../../../src/model/fault.ts';
import { report } from '../../../src/model/report.ts';
import { readCountyFolder } from '../../../src/reading/county-folder.ts';
import { type Damage, faultsAfter, inOneLine, smallCounty, withDamage } from '../../county.ts';

const powers = 'units/minzheng/powers.yml';
const risks = 'units/minzheng/risks.yml';
const flow = 'units/minzheng/flows/dibao-liucheng.yml';
const rule = 'units/minzheng/rules/dibao-banfa.mdx';
const said = async (...damage: Damage[]) => (await faultsAfter(...damage)).map(inOneLine);

test('a good county has no errors, and its gaps are warnings', async () => {
  const faults = check(await readCountyFolder(smallCounty));
  expect(hasErrors(faults)).toBe(false);
  expect(faults.map(inOneLine)).toContain(`units/caizheng/powers.yml:1 power-without-flow 权力“代理记账机构执业许可”没有运行流程`);
});

test('a deleted record is missed wherever it is referenced', async () => {
  expect(await said({ file: rule, delete: true })).toEqual([
    'units/minzheng/measures.yml:6 unknown-reference 依据的制度引用了不存在的制度“dibao-banfa”',
    `${powers}:14 unknown-reference 运行制度引用了不存在的制度“dibao-banfa”`,
    `${powers}:26 unknown-reference 运行制度引用了不存在的制度“dibao-banfa”`,
    `${powers}:38 unknown-reference 运行制度引用了不存在的制度“dibao-banfa”`,
  ]);
});

test('a misspelt reference is answered with the nearest id', async () => {
  const [fault] = await faultsAfter({ file: risks, replace: 'post: guzhang', by: 'post: guzhan' });
  expect(fault).toMatchObject({ code: 'unknown-reference', file: risks, line: 8, column: 9, remedy: '是否想写 guzhang？' });
});

test('a slide names a record of its kind: one that exists, one at all, and none where the slide is about the whole county', async () => {
  const file = 'playlists/ping.yml';
  const slides = (...written: string[]) => ({
    file,
    write: `title: 屏\nsizes: [512x256]\nslides:\n${written.map((slide) => `  - ${slide}\n`).join('')}`,
  });
  const kinds = ['unit', 'power', 'flow', 'risk', 'notice', 'feedback', 'phone'];
  expect(await said(slides(...kinds.map((kind) => `{ kind: ${kind}, id: meiyou }`)))).toEqual(
    ['单位', '权力', '流程', '风险', '公告', '意见反馈', '单位'].map(
      (label, index) => `${file}:${index + 4} unknown-reference 画面引用了不存在的${label}“meiyou”`,
    ),
  );
  expect(await said(slides('{ kind: power }', '{ kind: counts, id: dibao }'))).toEqual([
    `${file}:4 missing-field 缺少必填字段 id（记录编号）`,
    `${file}:5 wrong-value id（记录编号）写成了“dibao”，不合要求`,
  ]);
  expect(await said(slides('{ kind: power, id: bumi }', '{ kind: notice }', '{ kind: phone }'))).toEqual([]);
});

test('a step that does not exist is a broken reference, from a risk and inside a flow', async () => {
  expect(await said({ file: risks, replace: 'dibao-liucheng/shouli', by: 'dibao-liucheng/shouly' })).toEqual([
    `${risks}:7 unknown-reference 所在环节引用了不存在的环节“dibao-liucheng/shouly”`,
  ]);
  expect(await said({ file: flow, replace: '{ to: shouli', by: '{ to: shouly' })).toEqual([
    `${flow}:15 unknown-reference 环节“材料是否齐全？”的下一环节“shouly”不存在`,
  ]);
  expect(await said({ file: flow, replace: 'lane: ju, name: 入户调查', by: 'lane: jv, name: 入户调查' })).toEqual([
    `${flow}:18 unknown-lane 环节“入户调查”所在泳道“jv”不存在`,
  ]);
});

test('the two hard rules: no power without a rule, no risk without a measure', async () => {
  expect(await said({ file: powers, replace: '  rules: [dibao-banfa, neibu-guiding]\n', by: '' })).toEqual([
    `${powers}:1 power-without-rule 权力“最低生活保障审核确认”没有运行制度`,
  ]);
  const withoutMeasure = await said({ file: risks, replace: '  measures: [shuangren, choucha]\n', by: '' });
  expect(withoutMeasure).toContain(`${risks}:1 risk-without-measure 风险点“入户调查走过场”没有防控措施`);
  expect(withoutMeasure).toContain('units/minzheng/measures.yml:8 unused-measure 防控措施“按比例抽查”没有任何风险点使用');
});

test('two records with one id: the second is named, with the place of the first', async () => {
  expect(await said({ file: powers, replace: 'id: tekun', by: 'id: dibao' })).toContain(
    `${powers}:21 duplicate-id 权力编号“dibao”已经用在 ${powers}:1`,
  );
  const sameFile: Damage = {
    file: 'units/caizheng/rules/dibao-banfa.mdx',
    write: '---\ntitle: 甲\nissuer: 乙\nissued: "2024"\npublished: 2026-01-05\n---\n\n正文。\n',
  };
  expect(await said(sameFile)).toEqual([`${rule}:2 duplicate-id 制度编号“dibao-banfa”已经用在 units/caizheng/rules/dibao-banfa.mdx:2`]);
  expect(await said({ file: flow, replace: 'id: buzheng', by: 'id: shouli' })).toContain(
    `${flow}:18 duplicate-id 环节编号“shouli”在本流程中重复`,
  );
});

test('personal data is named by kind, half hidden in the report, and found in prose too', async () => {
  expect(await said({ file: powers, replace: 'title: 最低生活保障审核确认', by: 'title: 低保联系13800001234' })).toContain(
    `${powers}:3 personal-data 出现手机号码 13……34`,
  );
  expect(await said({ file: rule, replace: '当场签字。', by: '当场签字，联系人 １３８ ０００１ ２３４５。' })).toContain(
    `${rule}:16 personal-data 出现手机号码 13……45`,
  );
});

test('an article beyond the end of the law does not exist', async () => {
  expect(await said({ file: powers, replace: 'article: 11', by: 'article: 71' })).toEqual([
    `${powers}:7 article-out-of-range 《社会救助暂行办法》共 70 条，没有第 71 条`,
  ]);
});

test('files that cannot be read as what they should be are named, and the others are still checked', async () => {
  expect(await said({ file: 'units/minzheng/power.yml', write: '' })).toEqual([
    'units/minzheng/power.yml:1 unknown-file 不知道这个文件是什么',
  ]);
  expect(await said({ file: 'units/minzheng/measures.yml', write: new Uint8Array([0xb5, 0xcd, 0xb1, 0xa3]) })).toContain(
    'units/minzheng/measures.yml:1 unreadable-file 文件不是 UTF-8 编码的文本',
  );
  expect(await said({ file: risks, replace: 'severity: 3', by: 'severity: [3' })).toContainEqual(
    expect.stringMatching(/^units\/minzheng\/risks\.yml:[56] yaml-syntax /),
  );
  expect(await said({ file: rule, replace: '本细则。', by: '本细则 {title}。' })).toEqual([
    `${rule}:11 code-in-prose 正文里有花括号、尖括号标签或 import/export`,
  ]);
  expect(await said({ file: rule, replace: '本细则。', by: '本细则，金额<50元。' })).toEqual([
    `${rule}:11 mdx-syntax 正文里的 { 或 < 没有配对，无法排版`,
  ]);
  expect(await said({ file: 'site.yml', delete: true })).toContain('site.yml:1 missing-file 缺少 site.yml');
});

test('a unit folder without unit.yml, an empty file, a folder in the place of a file: said, not passed over', async () => {
  expect(await said({ file: 'units/caizheng/unit.yml', delete: true })).toContain(
    'units/caizheng/unit.yml:1 missing-file 缺少 units/caizheng/unit.yml',
  );
  expect(await said({ file: 'units/minzheng/responsibilities.yml', write: '# 待补\n' })).toContain(
    'units/minzheng/responsibilities.yml:1 wrong-value 文件是空的',
  );
  expect(await said({ file: 'units/minzheng/flows/DiBao.yml', write: 'title: 甲\n' })).toContain(
    'units/minzheng/flows/DiBao.yml:1 wrong-value 文件名“DiBao”不能作编号',
  );
});

test('what YAML would silently take away is a fault: # in a text, & and ! before it', async () => {
  const file = 'units/minzheng/responsibilities.yml';
  const instead = (by: string) => said({ file, replace: 'text: 主动发现并协助申请。', by });
  expect(await instead('text: 主动发现 #并协助申请。')).toEqual([`${file}:19 yaml-syntax 空格加 # 后面的字会丢掉`]);
  expect(await instead('text: &主动 发现并协助申请。')).toEqual([`${file}:19 yaml-syntax 内容以 & 开头，后面的字会丢掉`]);
  expect(await instead('text: !主动 发现并协助申请。')).toEqual([`${file}:19 yaml-syntax 内容以 ! 开头，后面的字会丢掉`]);
  expect(await instead('text：主动发现并协助申请。')).toEqual([`${file}:19 yaml-syntax 字段名后面的冒号是全角的`]);
  expect(await instead('text: "主动发现并协助申请。')).toEqual([`${file}:19 yaml-syntax 引号、括号没有配对，或者少了冒号`]);
});

test('a record that cannot do without what is withheld is a fault for the checker, not a surprise for the build', async () => {
  expect(
    await said({
      file: 'units/minzheng/responsibilities.yml',
      replace: '  text: 主动发现并协助申请。',
      by: '  text: 主动发现并协助申请。\n  disclosure: { mode: withheld, reason: 条例第十六条, fields: [power] }',
    }),
  ).toContain('units/minzheng/responsibilities.yml:20 field-cannot-be-withheld 隐去“power”后记录就不完整，不能单独隐去');
});

test('a promise within the law, as long as it, or in other units is no fault; nor is a risk that is left as it was', async () => {
  for (const limits of ['statutoryLimit: 30个工作日', 'statutoryLimit: 20个工作日', 'statutoryLimit: 10日'])
    expect(await said({ file: powers, replace: 'promisedLimit: 20个工作日', by: `${limits}\n  promisedLimit: 20个工作日` })).toEqual([]);
  for (const residual of [1, 3, 'unrated'])
    expect(await said({ file: risks, replace: 'severity: 3', by: `severity: 3\n  residualSeverity: ${residual}` })).toEqual([]);
});

test('only optional fields can be withheld on their own', async () => {
  expect(await said({ file: powers, replace: 'fields: [discretion]', by: 'fields: [title]' })).toEqual([
    `${powers}:19 field-cannot-be-withheld 隐去“title”后记录就不完整，不能单独隐去`,
  ]);
  expect(await said({ file: powers, replace: 'fields: [discretion]', by: 'fields: [discretoin]' })).toEqual([
    `${powers}:19 field-cannot-be-withheld 没有“discretoin”这个字段`,
  ]);
});

test('site.yml sets how grave a gap is, but cannot relax what must stop publishing', async () => {
  const relax = (line: string): Damage => ({ file: 'site.yml', replace: 'contentDate:', by: `checks: { ${line} }\ncontentDate:` });
  const strict = await withDamage([relax('power-without-flow: error')], async (folder) => check(await readCountyFolder(folder)));
  expect(strict.filter((item) => item.code === 'power-without-flow').map((item) => item.level)).toEqual(['error', 'error']);
  const off = await withDamage([relax('power-without-flow: off')], async (folder) => check(await readCountyFolder(folder)));
  expect(off.filter((item) => item.code === 'power-without-flow')).toEqual([]);
  expect(await said(relax('personal-data: off'))).toEqual(['site.yml:20 unknown-check 检查 personal-data 不能放宽']);
});

test('words outside the county’s own lists are kept and pointed out', async () => {
  expect(await said({ file: risks, replace: 'category: 业务流程', by: 'category: 业务流成' })).toEqual([
    `${risks}:4 unlisted-word 风险类别“业务流成”不在 site.yml 的名单内，照原样公开`,
  ]);
});

test('a declared total is held against the count', async () => {
  expect(await said({ file: 'site.yml', replace: 'contentDate:', by: 'declaredTotals: { powers: 7 }\ncontentDate:' })).toEqual([
    'site.yml:20 total-differs 公布的总数是 7，实有 3',
  ]);
});

test('an old address may not point to nothing, nor be taken from a record that is still there', async () => {
  expect(await said({ file: 'moved.yml', replace: 'to: dibao', by: 'to: dibaa' })).toEqual([
    'moved.yml:1 unknown-reference 现编号“dibaa”没有对应的权力',
  ]);
  expect(await said({ file: 'moved.yml', replace: 'from: dibao-old', by: 'from: tekun' })).toEqual([
    'moved.yml:1 duplicate-id 原编号“tekun”仍在使用，不能再转到别处',
  ]);
});

test('the report groups by file, says how to mend, and sums up', async () => {
  const faults = await faultsAfter({ file: powers, replace: 'article: 11', by: 'article: 71' });
  expect(report(faults, 30)).toBe(
    [
      powers,
      `  ${powers}:7:37  错误  《社会救助暂行办法》共 70 条，没有第 71 条  [article-out-of-range]`,
      '      怎么改：核对现行文本的条号；法律修改过的，先改 laws.yml',
      '',
      '共检查 30 条记录，发现错误 1 处、提醒 0 处。错误改完才能发布。',
    ].join('\n'),
  );
  expect(report([], 30)).toBe('共检查 30 条记录，没有发现问题。');
});

test('every fault code has a title of its own', () => {
  const titles = Object.values(faultCodes).map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});

test('a handbook prints units and pages that exist', async () => {
  const handbook = { file: 'handbooks/quanxian.yml', write: 'title: 手册\nunits: [minzhen, caizheng]\nfrontMatter: [abut]\n' };
  expect((await faultsAfter(handbook)).map(inOneLine)).toEqual([
    'handbooks/quanxian.yml:2 unknown-reference 收录单位引用了不存在的单位“minzhen”',
    'handbooks/quanxian.yml:3 unknown-reference 前置页面引用了不存在的页面“abut”',
  ]);
});
