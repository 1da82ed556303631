import { expect, test } from 'vitest';
import { explain } from '../../../src/schema/explain.ts';
import { kinds } from '../../../src/schema/kinds.ts';

const power = { id: 'dibao', title: '低保', type: '行政给付', basis: [{ law: 'a', article: 1 }], published: '2026-01-05' };

function sentences(kind: keyof typeof kinds, value: unknown): string[] {
  const { schema } = kinds[kind];
  const parsed = schema.safeParse(value);
  return parsed.success
    ? []
    : explain(schema, value, parsed.error.issues).map(
        ({ code, path, message, remedy }) => `${code} ${path.join('.')}｜${message}｜${remedy}`,
      );
}

test('a right record has nothing to explain', () => {
  expect(sentences('power', power)).toEqual([]);
});

test('every kind refuses an empty record, in Chinese', () => {
  for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) {
    const said = sentences(kind, {});
    expect(said, kind).not.toEqual([]);
    for (const sentence of said) expect(sentence).toMatch(/^missing-field .*｜缺少必填字段 .*｜补上这一行/);
  }
});

test('a misspelt field names the one that was meant', () => {
  expect(sentences('power', { ...power, promissedLimit: '3日' })).toEqual([
    'unknown-field promissedLimit｜不认识字段“promissedLimit”｜是否想写 promisedLimit（承诺时限）？',
  ]);
});

test('a field nobody meant lists the fields there are', () => {
  expect(sentences('measure', { id: 'a', title: 'b', text: 'c', way: '程序', published: '2026-01-05', zzzzzzzzzz: 1 })[0]).toContain(
    '删去这一行；可用的字段：id、',
  );
});

test('each kind of wrong value says what was found, what is expected, and how it would be right', () => {
  expect(
    sentences('power', {
      ...power,
      title: '',
      code: 12,
      published: '2026-02-30',
      statutoryLimit: '很快',
      posts: 'guzhang',
      basis: [],
      shortTitle: '一二三四五六七八九十一二三四五六七八九十一',
    }).sort(),
  ).toEqual(
    [
      'wrong-value title｜title（名称）写成了“”，不能空着｜改正写法，例如 title: 最低生活保障审核确认',
      'wrong-value code｜code（编码）写成了“12”，应当是文字｜给这个值加上英文引号，引号里照抄原文',
      'wrong-value published｜published（公开日期）写成了“2026-02-30”，应当是真实存在的日期，写作 年-月-日｜改正写法，例如 published: 2026-11-20',
      'wrong-value statutoryLimit｜statutoryLimit（法定时限）写成了“很快”，写法不合要求｜改正写法，例如 statutoryLimit: 20个工作日',
      'wrong-value posts｜posts（责任岗位）写成了“guzhang”，应当是列表（每项前加“- ”）｜每项前加“- ”，或者写成 [甲, 乙]',
      'wrong-value basis｜basis（设定依据）写成了一个列表，至少要有 1 项｜对照“内容怎么写”改正',
      'wrong-value shortTitle｜shortTitle（简称）写成了“一二三四五六七八九十一二三四五六七八九十一”，不能超过 20 个字｜改正写法，例如 shortTitle: 低保审核确认',
    ].sort(),
  );
});

test('of a number that may be a person’s only the ends are repeated', () => {
  for (const complaintPhone of ['13800001234', '138 0000 1234', 13800001234]) {
    const [sentence = ''] = sentences('power', { ...power, complaintPhone });
    expect(sentence).toContain('写成了“13……34”');
  }
});

test('a word outside the list is answered with the list', () => {
  const flow = {
    id: 'a',
    title: 'b',
    published: '2026-01-05',
    lanes: [{ id: 'x', name: '甲' }],
    steps: [
      { id: 's', name: '一', lane: 'x', kind: 'begin' },
      { id: 't', name: '二', lane: 'x' },
    ],
  };
  expect(sentences('flow', flow)).toEqual([
    'wrong-value steps.0.kind｜kind（环节类型）写成了“begin”，只能写 start、step、decision、parallel、end 之一｜start＝开始，step＝一般环节，decision＝判断，parallel＝并联（由此分头同时办，或者都办完在此汇合），end＝结束',
  ]);
  expect(sentences('risk', { id: 'a', title: 'b', description: 'c', category: 'd', severity: 4, published: '2026-01-05' })[0]).toContain(
    '只能写 1、2、3、unrated 之一',
  );
});

test('a fault inside a list of arrows is told of the arrow, not of the list', () => {
  const flow = {
    id: 'a',
    title: 'b',
    published: '2026-01-05',
    lanes: [{ id: 'x', name: '甲' }],
    steps: [
      { id: 's', name: '一', lane: 'x', next: [{ to: 't', whenn: '齐全' }] },
      { id: 't', name: '二', lane: 'x' },
    ],
  };
  expect(sentences('flow', flow)).toEqual(['unknown-field steps.0.next.0.whenn｜不认识字段“whenn”｜是否想写 when（条件）？']);
});

test('quotes are advised where they help, and advised against where they hurt', () => {
  expect(sentences('power', { ...power, published: 20260301 })[0]).toContain('｜改正写法，例如 published: 2026-11-20');
  const risk = { id: 'a', title: 'b', description: 'c', category: 'd', severity: '3', published: '2026-01-05' };
  expect(sentences('risk', risk)[0]).toContain('｜去掉引号，直接写数字或者 true、false');
});

test('the same unknown field in every item of a list is told once, with how often', () => {
  const lanes = ['甲', '乙', '丙'].map((name, index) => ({ id: `l${index}`, name, colour: 'red' }));
  const flow = {
    id: 'a',
    title: 'b',
    published: '2026-01-05',
    lanes,
    steps: [
      { id: 's', name: '一', lane: 'l0' },
      { id: 't', name: '二', lane: 'l0' },
    ],
  };
  expect(sentences('flow', flow)).toEqual([
    expect.stringContaining('unknown-field lanes.0.colour｜不认识字段“colour”（同样的还有 2 处）｜'),
  ]);
});

test('a withheld record must say on which ground', () => {
  expect(sentences('power', { ...power, disclosure: { mode: 'withheld' } })).toEqual([
    'missing-field disclosure.reason｜缺少必填字段 reason（不公开理由）｜补上这一行',
  ]);
});
