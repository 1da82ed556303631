// `npm run digest` and `npm run periodical` as an editor runs them: the real scripts over the small county, and over damaged ones.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lengthOf } from '../../../src/channels/text/words.ts';
import { canary, smallCounty, withDamage } from '../../county.ts';

const project = join(import.meta.dirname, '../../..');
const year = ['--from', '2026-01-01', '--to', '2026-12-31'];
const mark = '测试数据，均为虚构。';

interface Answer {
  code: number;
  out: string;
  err: string;
}

async function run(command: string, args: string[], content = smallCounty, env: Record<string, string> = {}): Promise<Answer> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [`scripts/${command}.ts`, ...args], {
      cwd: project,
      env: { ...process.env, CONTENT_DIR: content, ...env },
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

let root = '';
let digests = '';
let periodicals = '';
let said: Record<'digest' | 'periodical', string>;

const names = async (folder: string) => (await readdir(folder)).sort();
const fileIn = async (folder: string, ending: string) => {
  const name = (await names(folder)).find((file) => file.endsWith(ending));
  if (!name) throw new Error(`${folder}: ${ending}`);
  return { name, bytes: await readFile(join(folder, name)) };
};
const textIn = async (folder: string, ending: string) => (await fileIn(folder, ending)).bytes.toString('utf8');
const partsOf = (docx: Uint8Array) => Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, part]) => [name, strFromU8(part)]));

/** The paragraphs of a Word file: the text, the fonts of its Chinese characters, its properties as XML. */
function paragraphsOf(docx: Uint8Array) {
  return [...(partsOf(docx)['word/document.xml'] ?? '').matchAll(/<w:p>(.*?)<\/w:p>/g)].map(([, xml = '']) => ({
    text: [...xml.matchAll(/<w:t [^>]*>(.*?)<\/w:t>/g)].map(([, text]) => text).join(''),
    fonts: [...xml.matchAll(/w:eastAsia="(.*?)"/g)].map(([, font]) => font),
    style: /<w:pStyle w:val="(.*?)"/.exec(xml)?.[1],
  }));
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'text-channels-'));
  digests = join(root, 'digest');
  periodicals = join(root, 'periodical');
  const [digest, periodical] = [await run('digest', [...year, '--out', digests]), await run('periodical', [...year, '--out', periodicals])];
  if (digest.code !== 0 || periodical.code !== 0) throw new Error(digest.err + periodical.err);
  said = { digest: digest.out, periodical: periodical.out };
});

afterAll(() => rm(root, { recursive: true, force: true }));

test('the text of the digest says what happened, and its name and the console how many short messages it is', async () => {
  const { name, bytes } = await fileIn(digests, '.txt');
  const text = bytes.toString('utf8');
  const count = Math.ceil(text.length / 67);
  expect(name).toBe(`手机报_2026-01-01_2026-12-31_短信${count}条.txt`);
  expect(said.digest).toContain(`${text.length} 个字符（UCS-2），发短信是 ${count} 条`);
  expect(text.split('\n\n')).toEqual([
    '小样县权力公开平台手机报\n2026年1月1日至12月31日',
    mark,
    '【新公开11项】权力3项、责任3项、流程1项、制度2项、风险2项\n1.县民政局：特困人员认定（权力）\n2.县财政局：代理记账机构执业许可（权力）\n3.县民政局：最低生活保障审核确认（权力）\n4.县财政局：行政许可办理规程（制度）\n5.县民政局：低保审核确认流程\n另有6项',
    '【变更1项】\n1.县民政局：最低生活保障审核确认（权力），承诺时限由25个工作日改为20个工作日',
    '【撤下1项】\n1.小样县民政局：权力 chexia，依据已经废止',
    '【公告1条】\n1.县民政局：关于公开第二季度检查情况的公告',
    '【监督检查1次】\n1.县纪委监委机关：2026年第二季度监督检查，检查2个单位，发现问题1个，整改情况已公开',
    '【意见答复1件】\n1.县民政局：低保为什么要入户两次',
    '详见 https://small.example/zwgk/wgk/changes/\n举报电话12388',
  ]);
});

test('the page of the digest survives being pasted: inline styles in px, simple tags, nothing fetched', async () => {
  const html = await textIn(digests, '.html');
  const body = html.slice(html.indexOf('<body'));
  expect(new Set([...body.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag))).toEqual(new Set(['body', 'section', 'p', 'a']));
  expect(new Set([...body.matchAll(/ ([a-z-]+)="/g)].map(([, attribute]) => attribute))).toEqual(new Set(['style', 'href']));
  expect(html).not.toMatch(/<style|<script|<link|<img|class=|id=|src=|url\(|@import|var\(/);
  expect([...body.matchAll(/\d+(?:\.\d+)?(em|rem|vw|%|pt)\b/g)]).toEqual([]);
  for (const [, href] of html.matchAll(/href="(.*?)"/g)) expect(href).toMatch(/^https:\/\/small\.example\/zwgk\/wgk\//);
  expect(html).toContain(mark);
  expect(html).toContain('改进情况：流程里写明了抽查。');
});

test('the Word file has title, mark, the three headings and every item, in the fonts of an official document', async () => {
  const { name, bytes } = await fileIn(periodicals, '.docx');
  const paragraphs = paragraphsOf(bytes);
  const plain = (await textIn(periodicals, '.txt')).trimEnd().split('\n');
  expect(paragraphs.map(({ text }) => text)).toEqual(plain.map((line) => line.replace(/^　+/, '')));
  const { withMarks, words } = lengthOf(plain.join('\n'));
  expect(name).toBe(`报刊稿_2026-01-01_2026-12-31_${withMarks}字.docx`);
  expect(said.periodical).toContain(`${withMarks} 字（与 Word 的“字数”同样算法，含标点），不含标点 ${words} 字`);
  const texts = paragraphs.map(({ text }) => text);
  expect(texts.slice(0, 3)).toEqual(['小样县权力公开事项变动情况', '（2026年1月1日至12月31日）', mark]);
  expect(paragraphs.filter(({ style }) => style === 'Heading1').map(({ text }) => text)).toEqual(['一、新公开', '二、变更', '三、撤下']);
  expect(texts).toContain('县财政局：代理记账机构执业许可（权力），2026年2月1日公开。');
  expect(texts).toContain('县民政局：最低生活保障审核确认（权力），承诺时限由25个工作日改为20个工作日，2026年10月8日变更。');
  expect(texts).toContain('小样县民政局：权力 chexia，依据已经废止，2026年6月30日撤下。');
  expect(paragraphs.map(({ fonts }) => fonts.join('、'))).toEqual(
    expect.arrayContaining(['方正小标宋简体', '黑体', '仿宋_GB2312', '楷体_GB2312、仿宋_GB2312']),
  );
  const { 'word/document.xml': document = '', 'word/styles.xml': styles = '', 'word/fontTable.xml': fonts = '' } = partsOf(bytes);
  expect(document).toMatch(/<w:pgMar w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/);
  expect(styles).toMatch(
    /<w:docDefaults>.*w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>.*w:line="578" w:lineRule="exact".*<\/w:docDefaults>/,
  );
  // 28 characters of 三号 fill a line, by their distance alone: a grid of characters is not the same in every program. Unit: twips.
  const character = 320 + Number(/<w:docDefaults>.*<w:spacing w:val="(-?\d+)"\/>.*<\/w:docDefaults>/.exec(styles)?.[1]);
  const line = 11905 - 1474 - 1587;
  expect([28 * character <= line, 29 * character > line, document.includes('Chars" w:linePitch')]).toEqual([true, true, false]);
  expect(fonts).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
});

test('what is withheld or was withdrawn is in no file, nor in any part of the Word file', async () => {
  for (const folder of [digests, periodicals]) {
    for (const name of await names(folder)) {
      const bytes = await readFile(join(folder, name));
      const texts = name.endsWith('.docx') ? Object.values(partsOf(bytes)) : [bytes.toString('utf8')];
      for (const text of [name, ...texts]) expect(text).not.toContain(canary);
    }
  }
});

test('the same content gives the same bytes, at another hour and in another place', async () => {
  for (const [command, folder] of [
    ['digest', digests],
    ['periodical', periodicals],
  ] as const) {
    const again = join(root, `${command}-again`);
    await run(command, [...year, '--out', again], smallCounty, { TZ: 'America/New_York' });
    expect(await names(again)).toEqual(await names(folder));
    for (const name of await names(folder))
      expect((await readFile(join(again, name))).equals(await readFile(join(folder, name)))).toBe(true);
  }
  const { bytes } = await fileIn(periodicals, '.docx');
  const stamps = [...(partsOf(bytes)['docProps/core.xml'] ?? '').matchAll(/W3CDTF">(.*?)</g)].map(([, day]) => day);
  expect(stamps).toEqual(['2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z']);
});

test('without a homepage no address is anywhere', async () => {
  await withDamage([{ file: 'site.yml', replace: 'homepage: https://small.example/zwgk/wgk/\n', by: '' }], async (folder) => {
    const out = join(root, 'no-address');
    await run('digest', [...year, '--out', out], folder);
    await run('periodical', [...year, '--out', out], folder);
    expect((await names(out)).length).toBe(4);
    const { bytes } = await fileIn(out, '.docx');
    const texts = [
      await textIn(out, '条.txt'),
      await textIn(out, '字.txt'),
      await textIn(out, '.html'),
      ...paragraphsOf(bytes).map(({ text }) => text),
    ];
    for (const text of texts) expect(text).not.toMatch(/https?:|href/);
    expect(texts[0]).toContain('详见平台“公开和变更记录”');
  });
});

test('--items says how many are listed, and the file of an earlier run with another number goes', async () => {
  const out = join(root, 'items');
  await run('digest', [...year, '--out', out]);
  await writeFile(join(out, '手机报_改过的.txt'), '编辑自己的');
  const { code } = await run('digest', [...year, '--out', out, '--items', '1']);
  const text = await textIn(out, '条.txt');
  expect(code).toBe(0);
  expect(text).toContain('1.县民政局：特困人员认定（权力）\n另有10项');
  expect(await names(out)).toEqual([
    '手机报_2026-01-01_2026-12-31.html',
    `手机报_2026-01-01_2026-12-31_短信${Math.ceil(text.length / 67)}条.txt`,
    '手机报_改过的.txt',
  ]);
});

test('it is said when records were changed again after the period, and when the period is not over', async () => {
  const { out } = await run('digest', ['--from', '2026-01-01', '--to', '2026-03-31', '--out', join(root, 'later')]);
  expect(out).toContain('有 1 条记录在2026年3月31日以后又改过');
  expect(out).not.toContain('还没有结束');
  expect(said.digest).not.toContain('以后又改过');
  expect(said.digest).toContain('内容只到 2026-11-01');
});

test('a period without anything is no fault: it is said, and there is no file', async () => {
  for (const command of ['digest', 'periodical']) {
    const out = join(root, 'empty');
    const { code, out: text } = await run(command, ['--from', '2026-02-02', '--to', '2026-02-28', '--out', out]);
    expect([code, text]).toEqual([
      0,
      `2026年2月2日至2月28日没有可以登载的内容（内容日期 2026-11-01），没有生成${command === 'digest' ? '手机报' : '报刊稿'}。\n`,
    ]);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  }
});

test('every slip of the command line is told in one run, in Chinese', async () => {
  const slips: [string, string[], string[]][] = [
    ['digest', [], ['没有写开始日期 --from', '没有写结束日期 --to']],
    ['periodical', ['--from', '2026-02-30'], ['开始日期“2026-02-30”不对', '没有写结束日期 --to']],
    [
      'digest',
      ['--from', '2026.1.1', '--to', '明天', '--items', '0', '多'],
      ['“2026.1.1”不对', '“明天”不对', '--items 应当是 1 以上的整数', '多写了 多'],
    ],
    ['periodical', ['--from', '2026-04-01', '--to', '2026-03-31'], ['开始日期 2026-04-01 晚于结束日期 2026-03-31']],
    ['periodical', ['--form', '2026-04-01'], ['命令写得不对']],
  ];
  for (const [command, args, expected] of slips) {
    const { code, err } = await run(command, args);
    expect(code).toBe(1);
    for (const sentence of [...expected, '用法：npm run']) expect(err).toContain(sentence);
    expect(err).not.toMatch(/at .*\.ts:\d+/);
  }
});

test('--help says how to use it', async () => {
  for (const command of ['digest', 'periodical']) {
    const { code, out } = await run(command, ['--help']);
    expect([code, out.includes(`用法：npm run ${command} -- --from <日期> --to <日期>`)]).toEqual([0, true]);
  }
});

test('content with errors makes nothing: every fault is told, what was there stays', async () => {
  await withDamage(
    [
      { file: 'units/minzheng/powers.yml', replace: 'published: 2026-03-01', by: 'published: 2026-13-01' },
      { file: 'units/minzheng/risks.yml', replace: 'measures: [shuangren, choucha]', by: 'measures: [shuangrem]' },
    ],
    async (folder) => {
      for (const [command, out] of [
        ['digest', digests],
        ['periodical', periodicals],
      ] as const) {
        const before = await names(out);
        const { code, err } = await run(command, [...year, '--out', out], folder);
        expect(code).toBe(1);
        expect(err).toContain('units/minzheng/powers.yml:');
        expect(err).toContain('units/minzheng/risks.yml:');
        expect(err).toContain('原有的文件没有改动');
        expect(await names(out)).toEqual(before);
      }
    },
  );
});

test('personal data that only the finished text makes up stops it', async () => {
  const damage = { file: 'site.yml', replace: '{ name: 举报电话, phone: "12388" }', by: '{ name: 举报电话138000, phone: "12345" }' };
  await withDamage([damage], async (folder) => {
    for (const command of ['digest', 'periodical']) {
      const out = join(root, 'personal');
      const { code, err } = await run(command, [...year, '--out', out], folder);
      expect([code, err.includes('.docx 中有手机号码') || err.includes('.html 中有手机号码')]).toEqual([1, true]);
      await expect(readdir(out)).rejects.toThrow('ENOENT');
    }
  });
});

test('where nothing can be written it is said, and nothing half-written stays', async () => {
  const file = join(root, 'a-file');
  await writeFile(file, '');
  const blocked = join(root, 'blocked');
  await mkdir(join(blocked, '手机报_2026-01-01_2026-12-31.html', 'full'), { recursive: true });
  for (const out of [file, blocked]) {
    const { code, err } = await run('digest', [...year, '--out', out]);
    expect(code).toBe(1);
    expect(err).toContain(`写不进 ${out}`);
  }
  expect((await names(blocked)).filter((name) => name.endsWith('.new'))).toEqual([]);
});
