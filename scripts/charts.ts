// `npm run charts`: every flow as a drawing (SVG) and as a poster in the form of the 防控图 (PDF). In: the content folder.
// Out: artefacts/charts/<flow>.svg and <paper>/<flow>.pdf. What has not changed is not made again.
import { publishedCounty } from '../src/reading/published.ts';
import { commandLine, fail } from './command-line.ts';
import { paperFaults, runPrinting, unknown } from './print-command.ts';

const usage = [
  '用法：npm run charts [-- --flow <编号> | -- --unit <编号>] [--paper A3|A2|A1] [--out <文件夹>]',
  '每个流程一张流程图（SVG，可以放进别的文档）和一张廉政风险防控图展板（PDF）。没有变化的不重做。',
  '  --flow <编号>   只做一个流程',
  '  --unit <编号>   只做一个单位的流程',
  '  --paper <纸张>  A3、A2 或 A1，默认 A2；环节多、字太小看不清的，接到第二张',
  '  --out <文件夹>  放在别处，默认 artefacts/charts',
  '内容有错误时不做，原有的文件保持不变。',
].join('\n');

const given = commandLine(usage, {
  flow: { type: 'string' },
  unit: { type: 'string' },
  paper: { type: 'string', default: 'A2' },
  out: { type: 'string', default: 'artefacts/charts' },
});
if (given) {
  const { flow, unit, paper, out } = given.values;
  const county = await publishedCounty();
  const units = county.units.filter(({ flows }) => flows.length > 0);
  const ids = units.filter(({ id }) => unit === undefined || id === unit).flatMap(({ flows }) => flows.map(({ id }) => id));
  const faults = [
    ...(flow !== undefined && unit !== undefined ? ['--flow 和 --unit 只能写一样。'] : []),
    ...paperFaults(paper),
    ...(unit === undefined || ids.length > 0
      ? []
      : [
          unknown(
            '单位（有流程的）',
            unit,
            units.map(({ id }) => id),
          ),
        ]),
    ...(flow === undefined || ids.includes(flow) ? [] : [unknown('流程', flow, ids)]),
  ];
  if (faults.length > 0) fail(...faults, usage);
  else await runPrinting({ job: 'charts', only: (flow === undefined ? ids : [flow]).map((id) => `${paper}/${id}`), out }, '张防控图');
}
