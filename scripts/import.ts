// `npm run import -- <file.bpmn>`: a flow from another tool as the YAML of a flow file, on stdout or into a new file. What was dropped
// or changed and what is still to be filled in goes to stderr, so that it is read and not saved.
import { open, rm, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { importBpmn } from '../src/exchange/bpmn-import.ts';
import { flowFile } from '../src/exchange/flow-file.ts';
import { largestFile } from '../src/exchange/xml-text.ts';
import { recordId } from '../src/schema/fields.ts';
import { commandLine, fail } from './command-line.ts';

const usage = [
  '用法：npm run import -- <文件.bpmn> [--out <编号.yml>]',
  '把 BPMN 2.0 文件变成流程文件的内容（YAML）。丢弃、改动了什么，还要填什么，另外逐条列出。',
  '  --out <文件>  写进新文件，文件名就是流程编号；已有的文件不会被改动。不写就输出到屏幕',
  '带入和不带入的内容见 docs/bpmn.md。',
].join('\n');

/** The bytes of a file, at most one more than may be imported; undefined where there is none to read. */
async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    const bytes = new Uint8Array(Math.min(size, largestFile + 1));
    await file.read(bytes);
    return bytes;
  } catch {
    return undefined;
  }
}

function list(heading: string, sentences: readonly string[]): void {
  if (sentences.length > 0) console.error([heading, ...sentences.map((sentence) => `  ${sentence}`)].join('\n'));
}

/** Writes a file that is not there yet. */
async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    console.error(`已写进 ${path}，补齐以后用 npm run check 检查`);
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    if (!exists) await rm(path, { force: true });
    fail(exists ? `${path} 已经存在，没有改动它：换一个文件名` : `写不进 ${path}：检查文件夹是否存在、能否写入`);
  }
}

async function importFlow(path: string, out: string | undefined): Promise<void> {
  const id = out === undefined ? undefined : basename(out, extname(out));
  const faults = [
    ...(out !== undefined && extname(out) !== '.yml' ? [`--out 的文件名应当以 .yml 结尾，写成了 ${out}`] : []),
    ...(id !== undefined && !recordId.safeParse(id).success ? [`文件名“${id}”不能作编号：只能用小写字母、数字和连字符`] : []),
  ];
  const bytes = await bytesOf(path);
  if (!bytes) faults.push(`打不开文件 ${path}：检查文件名和权限`);
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const result = bytes && (await importBpmn(bytes, { id, today }));
  if (result && 'faults' in result) faults.push(...result.faults.map((fault) => `${path}：${fault}`));
  if (faults.length > 0 || !result || 'faults' in result) return fail(...faults, '没有导入。');
  const { record, changes, open: missing } = result;
  list('丢弃、改动了这些：', changes);
  list('请补齐、核对这些：', missing);
  const yaml = flowFile(record);
  if (out !== undefined) return write(out, yaml);
  console.error(`存为 units/<单位>/flows/${record.id}.yml（文件名就是编号），补齐以后用 npm run check 检查`);
  process.stdout.write(yaml);
}

const given = commandLine(usage, { out: { type: 'string' } }, true);
if (given) {
  const [path, ...rest] = given.positionals;
  if (!path) fail('没有写要导入的文件', usage);
  else if (rest.length > 0) fail(`一次导入一个文件，多写了 ${rest.join(' ')}`, usage);
  else await importFlow(path, given.values.out);
}
