// `npm run export -- flow <id> --bpmn`: a flow as the public may see it, as a file that other tools read. On stdout, or into the file
// given with --out, which is whole or not touched.
import { bpmnOf } from '../src/exchange/bpmn-export.ts';
import { check } from '../src/model/check.ts';
import { disclosed } from '../src/model/disclosed.ts';
import { resolve } from '../src/model/resolve.ts';
import { contentDirectory, readCountyFolder } from '../src/reading/county-folder.ts';
import { nearest } from '../src/schema/nearest.ts';
import { commandLine, fail } from './command-line.ts';
import { writeWhole } from './whole-files.ts';

const usage = [
  '用法：npm run export -- flow <流程编号> --bpmn [--out <文件.bpmn>]',
  '把内容文件夹（默认 content，可用环境变量 CONTENT_DIR 另指）中一个公开的流程导出为 BPMN 2.0 文件，含图形。',
  '  --bpmn        导出的格式，目前只有这一种',
  '  --out <文件>  写进文件（已有的会被替换）；不写就输出到屏幕',
  '不公开的、已撤下的流程不能导出。带入和不带入的内容见 docs/bpmn.md。',
].join('\n');

async function exportFlow(id: string, out: string | undefined): Promise<void> {
  const content = await readCountyFolder(contentDirectory());
  const file = content.entries.find((entry) => entry.kind === 'flow' && entry.id === id)?.file;
  const errors = check(content).filter(
    (fault) => fault.level === 'error' && (file ? fault.file === file : fault.file === '.' || fault.file.endsWith(`/flows/${id}.yml`)),
  );
  if (errors.length > 0) {
    fail(...errors.map(({ file: at, line, column, message, remedy }) => `${at}:${line}:${column}  ${message}\n    怎么改：${remedy}`));
    return fail('流程有错误，没有导出。');
  }
  const county = resolve(disclosed(content.entries));
  const flow = county.records.flow.find((record) => record.id === id);
  if (!flow) {
    const meant = nearest(
      id,
      county.records.flow.map((record) => record.id),
    );
    return fail(`没有编号为“${id}”的公开流程${meant ? `，是否应为 ${meant}？` : '。编号就是 units/<单位>/flows 中的文件名。'}`);
  }
  const xml = await bpmnOf(flow);
  if (out === undefined) return void process.stdout.write(xml);
  try {
    await writeWhole(new Map([[out, xml]]));
    console.error(`已把流程“${flow.title}”导出到 ${out}`);
  } catch {
    fail(`写不进 ${out}：检查文件夹是否存在、能否写入`);
  }
}

const given = commandLine(usage, { bpmn: { type: 'boolean', default: false }, out: { type: 'string' } }, true);
if (given) {
  const { values, positionals } = given;
  const [what, id, ...rest] = positionals;
  const faults = [
    ...(what === 'flow' ? [] : ['第一个词应当是 flow（流程）']),
    ...(id ? [] : ['没有写流程编号']),
    ...(rest.length > 0 ? [`一次导出一个流程，多写了 ${rest.join(' ')}`] : []),
    ...(values.bpmn ? [] : ['没有写导出的格式 --bpmn']),
  ];
  if (faults.length > 0 || !id) fail(...faults, usage);
  else await exportFlow(id, values.out);
}
