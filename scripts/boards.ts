// `npm run boards`: the 公开栏 as PDFs for the printer: the two of the leadership and one of each unit. In: the content folder.
// Out: artefacts/boards/<paper>/<id>.pdf. What has not changed is not printed again.
import { publishedCounty } from '../src/reading/published.ts';
import { boards } from '../src/views/board.ts';
import { commandLine, fail } from './command-line.ts';
import { paperFaults, runPrinting, unknown } from './print-command.ts';

const usage = [
  '用法：npm run boards [-- --unit <编号>] [--paper A3|A2|A1] [--out <文件夹>]',
  '把内容印成公开栏（PDF）：县领导班子的两张，其余每个单位、乡镇、村各一张。没有变化的不重印。',
  '  --unit <编号>   只印一张：单位编号，或者 lingdao-gangwei（岗位权力廉政风险）、lingdao-yunxing（权力公开透明运行）',
  '  --paper <纸张>  A3、A2 或 A1，默认 A2；字高按一米外看得清定，排不下的写明还有几项，二维码里看全部',
  '  --out <文件夹>  放在别处，默认 artefacts/boards',
  '内容有错误时不印，原有的文件保持不变。',
].join('\n');

const given = commandLine(usage, {
  unit: { type: 'string' },
  paper: { type: 'string', default: 'A2' },
  out: { type: 'string', default: 'artefacts/boards' },
});
if (given) {
  const { unit, paper, out } = given.values;
  const ids = boards(await publishedCounty()).map(({ id }) => id);
  const faults = [...paperFaults(paper), ...(unit === undefined || ids.includes(unit) ? [] : [unknown('公开栏', unit, ids)])];
  if (faults.length > 0) fail(...faults, usage);
  else await runPrinting({ job: 'boards', only: (unit === undefined ? ids : [unit]).map((id) => `${paper}/${id}`), out }, '张公开栏');
}
