// BPMN: what we write comes back as it was; what others write keeps its steps, lanes and arrows, and every loss is told.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BpmnModdle } from 'bpmn-moddle';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bpmnOf } from '../../../src/exchange/bpmn-export.ts';
import { type Imported, importBpmn } from '../../../src/exchange/bpmn-import.ts';
import { flowFile } from '../../../src/exchange/flow-file.ts';
import type { Flow } from '../../../src/model/county.ts';
import { disclosed } from '../../../src/model/disclosed.ts';
import { entriesOf } from '../../../src/model/entry.ts';
import { resolve } from '../../../src/model/resolve.ts';
import { readCountyFolder } from '../../../src/reading/county-folder.ts';
import { parseYaml } from '../../../src/reading/yaml.ts';
import { arrowsOf, type FlowRecord, flowSchema } from '../../../src/schema/flow.ts';
import { smallCounty, withDamage } from '../../county.ts';
import { generatedFlow, resolvedFlow } from '../flowchart/generated-flows.ts';

const project = join(import.meta.dirname, '../../..');
const fixture = (name: string) => readFile(join(project, 'tests/fixtures/bpmn', name));
const today = '2026-11-20';

/** `next: x` and `next: [{ to: x }]` say the same. */
const plain = (record: FlowRecord) => ({ ...record, steps: record.steps.map((step) => ({ ...step, next: arrowsOf(step) })) });

async function imported(bytes: Uint8Array | string): Promise<Imported> {
  const result = await importBpmn(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, { today });
  if ('faults' in result) throw new Error(result.faults.join('\n'));
  return result;
}

async function comesBack(flow: Flow, record: FlowRecord): Promise<void> {
  const xml = await bpmnOf(flow);
  const { warnings } = await new BpmnModdle({}).fromXML(xml);
  expect(warnings.map(({ message }) => message)).toEqual([]);
  const { record: back, changes, open } = await imported(xml);
  expect(plain(back)).toEqual(plain(record));
  expect({ changes, open }).toEqual({ changes: [], open: [] });
}

test('every flow of the county comes back from BPMN as it was, with nothing to be told', async () => {
  const content = disclosed((await readCountyFolder(join(project, 'content'))).entries);
  const records = new Map(entriesOf(content.entries, 'flow').map(({ id, data }) => [id, data]));
  const flows = resolve(content).records.flow;
  expect(flows.length).toBeGreaterThan(150);
  for (const flow of flows) await comesBack(flow, records.get(flow.id) as FlowRecord);
});

test('so do generated ones, and texts with everything that XML treats specially', async () => {
  for (let seed = 1; seed <= 30; seed++) {
    const record = generatedFlow(seed, 6 + (seed % 18), 1 + (seed % 5));
    await comesBack(resolvedFlow(record), record);
  }
  const special = generatedFlow(7, 8, 3);
  const [first, second] = special.steps;
  if (!first || !second) throw new Error('eight steps');
  first.detail = "第一行\n第二行\t“<script>” & ']]>' 𠮷 👍 &amp;";
  first.documents = ['甲<乙', '丙;丁', ' 戊 '.trim()];
  second.rights = '<!-- 不是注释 -->';
  special.aliases = ['a&b', '“引号”'];
  await comesBack(resolvedFlow(flowSchema.parse(special)), flowSchema.parse(special));
});

test('every field comes back, whatever its text', async () => {
  const parts = fc.array(fc.constantFrom(...'审"\'<>&;]\n\t=/#　😀', ' id="甲"', '&#10;', '<!--', ']]>', '退回'), {
    minLength: 1,
    maxLength: 6,
  });
  const text = parts.map(
    (list) =>
      `首${list
        .join('')
        .slice(0, 16)
        .replace(/[\ud800-\udbff]$/, '')}尾`,
  );
  await fc.assert(
    fc.asyncProperty(text, text, text, text, async (a, b, c, d) => {
      const record = flowSchema.parse({
        ...{ id: '2026-a', title: a, shortTitle: b, code: c, codeScheme: d, aliases: [a, b], changeNote: c },
        ...{ published: '2026-01-05', updated: '2026-02-05', effective: '2026-03-01', reviewBy: '2027-01-01' },
        lanes: [
          { id: '1', name: a, public: true },
          { id: 'empty', name: b },
        ],
        steps: [
          { id: '1a', name: a, kind: 'start', lane: '1', limit: '5个工作日', documents: [b, c], rights: d, detail: `${a}${b}`, next: '2b' },
          {
            id: '2b',
            name: b,
            kind: 'decision',
            lane: '1',
            actor: c,
            next: [
              { to: 'c', when: d },
              { to: '1a', when: c, back: c },
              { to: '1a', back: a },
            ],
          },
          { id: 'c', name: c, kind: 'end', lane: '1', rights: a, detail: d },
        ],
      });
      await comesBack(resolvedFlow(record), record);
      expect(flowSchema.parse({ ...(parseYaml(flowFile(record)).value as object), id: record.id })).toEqual(record);
    }),
    { numRuns: 100 },
  );
});

test('what was changed in our file with another tool comes in beside what was ours', async () => {
  const xml = (await bpmnOf(resolvedFlow(generatedFlow(1, 6, 2))))
    .replace(
      '</bpmn:process>',
      '<bpmn:task id="Activity_9" name="抄送" /><bpmn:sequenceFlow id="Flow_9" sourceRef="step-s5" targetRef="Activity_9" />$&',
    )
    .replace(/(id="step-s1" name=")[^"]*/, '$1改过的名称');
  const { record, changes } = await imported(xml);
  expect(record.steps.map(({ id }) => id)).toEqual(['s0', 's1', 's2', 's3', 's4', 's5', 'activity-9']);
  expect(record.steps[1]?.name).toBe('改过的名称');
  expect(record.steps.slice(5).map(({ kind, next }) => [kind, next])).toEqual([
    ['step', 'activity-9'],
    ['end', undefined],
  ]);
  expect(changes.join('\n')).toContain('不再是结束环节');
});

test('the drawing is in the file: upright lanes side by side, every box and arrow, names of decisions off the lines', async () => {
  const record = generatedFlow(12, 14, 4);
  const { rootElement } = await new BpmnModdle({}).fromXML(await bpmnOf(resolvedFlow(record)));
  const [diagram] = (rootElement as unknown as { diagrams: { plane: { planeElement: Record<string, unknown>[] } }[] }).diagrams;
  const shapes = diagram?.plane.planeElement ?? [];
  const lanes = shapes.filter(({ isHorizontal }) => isHorizontal === false);
  expect(lanes).toHaveLength(record.lanes.length + 1);
  expect(shapes.filter(({ waypoint }) => waypoint)).toHaveLength(record.steps.flatMap(arrowsOf).length);
  expect(shapes.filter(({ bounds, isHorizontal }) => bounds && isHorizontal === undefined)).toHaveLength(record.steps.length);
});

test('two pools with nested lanes become one flow; circles, joining gateways, messages and notes are told', async () => {
  const { record, changes, open } = await imported(await fixture('two-pools.bpmn'));
  expect(record.lanes.map(({ name }) => name)).toEqual(['申请人', '民政局·窗口', '救助股·经办人', '救助股·股长']);
  expect(record.steps.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    '提出申请 start',
    '领取决定书 end',
    '受理登记 step',
    '入户调查 step',
    '催办 step',
    '是否符合条件？ decision',
    '签批同意 step',
    '送达决定书 end',
    '不予受理 end',
  ]);
  expect(record.steps.find(({ name }) => name === '是否符合条件？')?.next).toEqual([
    { to: 'task-sign', when: '符合' },
    { to: 'task-check', when: '材料有疑点，重新调查', back: '退回' },
    { to: 'end-refused', when: '其他情形' },
  ]);
  for (const lost of ['一次性告知', '救助系统', '发放清单', '决定书', '代发银行', '分管领导', 'Gateway_Join'])
    expect(changes.join('\n'), lost).toContain(lost);
  expect(open.join('\n')).toContain('写责任岗位 post');
});

test('a file of a workflow engine without lanes, with a loop, expressions and odd ids', async () => {
  const { record, changes, open } = await imported(await fixture('engine-without-lanes.bpmn20.xml'));
  expect(record.steps.flatMap((step) => arrowsOf(step).flatMap(({ back }) => back ?? []))).toEqual(['驳回']);
  expect(changes.join('\n')).toContain('截短为');
  expect(open.join('\n')).toMatch(/flowable:assignee[\s\S]*写泳道名称/);
  expect(record.steps.every(({ id }) => /^[a-z0-9-]+$/.test(id))).toBe(true);
});

test('subprocesses are opened, parallel gateways kept, link events joined', async () => {
  const { record } = await imported(await fixture('subprocesses.bpmn'));
  expect(record.steps.filter(({ kind }) => kind === 'parallel').map(({ id, next }) => [id, next])).toEqual([
    ['split', ['plan', 'papers']],
    ['join', 'wait'],
  ]);
});

test('several beginnings become branches of one', async () => {
  const { record, open } = await imported(await fixture('several-starts.bpmn'));
  expect(record.steps.filter(({ kind }) => kind === 'start').map(({ name, next }) => [name, next])).toEqual([
    [
      '开始',
      [
        { to: 'choose', when: '网上申请' },
        { to: 'receive', when: '窗口申请' },
      ],
    ],
  ]);
  expect(open.join('\n')).toContain('图上有 2 处开始');
});

test('what is no BPMN, or broken, or dangerous, is refused in Chinese', async () => {
  const says = async (text: string | Uint8Array) => {
    const result = await importBpmn(typeof text === 'string' ? new TextEncoder().encode(text) : text, { today });
    return 'faults' in result ? result.faults.join('\n') : 'imported';
  };
  const whole = (await fixture('two-pools.bpmn')).toString('utf8');
  expect(await says('')).toContain('不是 XML');
  expect(await says('PK\u0003\u0004zip')).toContain('不是 XML');
  expect(await says('<mxfile><diagram/></mxfile>')).toContain('不是 BPMN');
  expect(await says(whole.slice(0, whole.length / 2))).toMatch(/XML 写坏了|没有写完/);
  expect(await says('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>')).toContain('文档类型声明');
  expect(await says('<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>')).toContain('没有流程');
  expect(await says(new Uint8Array(6_000_000).fill(32))).toContain('文件太大');
  expect(await says(new Uint8Array([0x3c, 0xff, 0xfe, 0x80]))).toContain('编码');
});

const inProcess = (inner: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"><process id="p">${inner}</process></definitions>`;

test('files in other encodings are read by their declaration', async () => {
  const text = inProcess('<task id="a" name="@"/><task id="b" name="乙"/><sequenceFlow id="f" sourceRef="a" targetRef="b"/>');
  const nameIn = async (bytes: Uint8Array) => (await imported(bytes)).record.steps[0]?.name;
  const gbk = `<?xml version="1.0" encoding="GBK"?>${text.replace('乙', 'B').replace('@', '\xca\xdc\xc0\xed')}`;
  expect(await nameIn(Buffer.from(gbk, 'latin1'))).toBe('受理');
  const utf16 = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${text.replace('@', '受理')}`;
  expect(await nameIn(Buffer.from(utf16, 'utf16le'))).toBe('受理');
});

test('files made to hang or crash a reader are refused', async () => {
  const nested = (depth: number) =>
    Array.from({ length: depth }, (_, at) => `<subProcess id="s${at}"><task id="t${at}"/>`).join('') + '</subProcess>'.repeat(depth);
  const hostile = [
    '<'.repeat(2_000_000),
    `<a ${'"'.repeat(2_000_000)}`,
    "<a '".repeat(1_000_000),
    '<a b="'.repeat(800_000),
    '<!--'.repeat(1_000_000),
    `<flowNodeRef>${' '.repeat(4_000_000)}`,
    `<a ${'b'.repeat(4_000_000)}`,
    inProcess(`<laneSet>${'<lane><childLaneSet>'.repeat(20_000)}${'</childLaneSet></lane>'.repeat(20_000)}</laneSet><task id="t"/>`),
    inProcess(nested(200)),
    inProcess(Array.from({ length: 20_000 }, (_, at) => `<task id="t${at}"/>`).join('')),
    `<?xml version="1.0"?><!-- <a> --><!DOCTYPE d [<!ENTITY a "aaaa">]>${inProcess('<task id="a" name="&a;"/>')}`,
  ];
  for (const text of hostile)
    expect(await importBpmn(new TextEncoder().encode(text), { today }), text.slice(0, 40)).toHaveProperty('faults');
});

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'bpmn-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** A command as a clerk runs it, in the shipped county. */
const run = (script: string, ...args: string[]) => runIn('content', script, ...args);

async function runIn(county: string, script: string, ...args: string[]): Promise<{ code: number; out: string; said: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(project, 'scripts', script), ...args], {
      cwd: project,
      env: { ...process.env, CONTENT_DIR: county },
    });
    return { code: 0, out: stdout, said: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, said: stderr };
  }
}

test('the commands: a flow goes out as a file and comes back as the YAML of a flow; nothing is overwritten, nothing half-written', async () => {
  const file = join(scratch, 'dibao.bpmn');
  expect(await run('export.ts', 'flow', 'mz-f-dibao', '--bpmn', '--out', file)).toMatchObject({ code: 0 });
  const back = join(scratch, 'mz-f-dibao.yml');
  expect(await run('import.ts', file, '--out', back)).toMatchObject({ code: 0 });
  expect(await readFile(back, 'utf8')).toContain('title: 最低生活保障审核确认流程');
  await writeFile(back, '别动我');
  const refused = await run('import.ts', file, '--out', back);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.said).toContain('已经存在');
  expect(await readFile(back, 'utf8')).toBe('别动我');
});

test('the commands say what is wrong, all at once', async () => {
  expect((await run('export.ts', 'flow', 'mz-f-diba', '--bpmn')).said).toContain('是否应为 mz-f-dibao');
  expect((await run('export.ts', 'power')).said).toMatch(/第一个词应当是 flow[\s\S]*没有写流程编号[\s\S]*--bpmn/);
  const wrong = await run('import.ts', join(scratch, 'no-such-file.bpmn'), '--out', join(scratch, 'X.txt'));
  expect(wrong).toMatchObject({ code: 1 });
  expect(wrong.said).toMatch(/\.yml 结尾[\s\S]*不能作编号[\s\S]*打不开文件/);
});

test('what may not be published is in no file: a withheld flow is not exported, withheld fields are left out', async () => {
  const name = (await readdir(join(smallCounty, 'units'), { recursive: true })).find((path) => /flows\/[^/]+\.yml$/.test(path)) ?? '';
  const id = name.replace(/^.*\/|\.yml$/g, '');
  const exported = (written: string) =>
    withDamage([{ file: `units/${name}`, replace: 'title:', by: `${written}\ntitle:` }], (county) =>
      runIn(county, 'export.ts', 'flow', id, '--bpmn'),
    );
  expect(await exported('disclosure: { mode: withheld, reason: 条例第十六条 }')).toMatchObject({ code: 1, out: '' });
  const cut = 'shortTitle: 金丝雀\nsource: { file: 金丝雀 }\ndisclosure: { mode: withheld, reason: 条例第十六条, fields: [shortTitle] }';
  const { code, out } = await exported(cut);
  expect([code, out.includes('</bpmn:definitions>'), out.includes('金丝雀')]).toEqual([0, true, false]);
  const wrong = await exported('titel: 错\nfoo: 1');
  expect(wrong).toMatchObject({ code: 1, out: '' });
  expect(wrong.said).toMatch(/titel[\s\S]*foo/);
});
