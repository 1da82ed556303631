// `npm run check`: reads the content folder, prints every fault with its place and remedy, exits 1 when any stops publishing.
// --json for programs, --github as annotations that a pull request shows beside the line.
import { check, hasErrors } from '../src/model/check.ts';
import { asGithubAnnotations, asJson, report } from '../src/model/report.ts';
import { contentDirectory, readCountyFolder } from '../src/reading/county-folder.ts';
import { commandLine } from './command-line.ts';

const usage = [
  '用法：npm run check [-- --json | --github]',
  '检查内容文件夹（默认 content，可用环境变量 CONTENT_DIR 另指）中的全部记录，列出每一处问题和改法。',
  '  --json    输出 JSON，供其他程序读取',
  '  --github  输出 GitHub 注释，在合并请求里显示在对应的行旁边',
  '有错误时退出码为 1，只有提醒或没有问题时为 0。每种问题的说明见 docs/faults。',
].join('\n');

const given = commandLine(usage, { json: { type: 'boolean', default: false }, github: { type: 'boolean', default: false } });
if (given) {
  const { values } = given;
  const content = await readCountyFolder(contentDirectory());
  const faults = check(content);
  if (values.json) console.log(asJson(faults, content.entries.length));
  else if (values.github) console.log(asGithubAnnotations(faults, process.env['CONTENT_DIR'] ?? 'content'));
  else console.log(report(faults, content.entries.length));
  if (hasErrors(faults)) process.exitCode = 1;
}
