// `npm run handbook`: the county's handbooks, or the book of one unit, as PDFs for the printer. Built from the content like the site;
// what has not changed is not printed again. In: the content folder. Out: artefacts/handbooks/<id>.pdf, units/<id>.pdf.
import { glob } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { contentDirectory } from '../src/reading/county-folder.ts';
import { commandLine, fail } from './command-line.ts';
import { runPrinting, unknown } from './print-command.ts';

const usage = [
  '用法：npm run handbook [-- <手册编号> | -- --unit <单位编号> | -- --all] [--out <文件夹>]',
  '把内容印成手册（PDF）：封面、说明、目录、各单位的权力责任流程制度风险、索引、变更记录。没有变化的手册不重印。',
  '  （不写）        印 handbooks 文件夹里写明的每一本手册',
  '  <手册编号>      只印这一本，编号就是 handbooks 中的文件名',
  '  --unit <编号>   印一个单位的分册，不用另写手册文件',
  '  --all           印所有手册和每个单位的分册',
  '  --out <文件夹>  放在别处，默认 artefacts/handbooks',
  '内容有错误时不印，原有的文件保持不变。装订、纸张见 docs/print.md。',
].join('\n');

async function idsOf(pattern: string, id: (file: string) => string): Promise<string[]> {
  return (await Array.fromAsync(glob(pattern, { cwd: contentDirectory() }))).map(id).sort();
}

const given = commandLine(usage, { unit: { type: 'string' }, all: { type: 'boolean', default: false }, out: { type: 'string' } }, true);
if (given) {
  const { values, positionals } = given;
  const handbooks = await idsOf('handbooks/*.yml', (file) => basename(file, '.yml'));
  const units = await idsOf('units/*/unit.yml', (file) => basename(dirname(file)));
  const ways = [positionals.length > 0, values.unit !== undefined, values.all].filter(Boolean).length;
  const faults = [
    ...(ways > 1 ? ['手册编号、--unit、--all 只能写一样'] : []),
    ...positionals.filter((id) => !handbooks.includes(id)).map((id) => unknown('手册', id, handbooks)),
    ...(values.unit !== undefined && !units.includes(values.unit) ? [unknown('单位', values.unit, units)] : []),
    ...(ways === 0 && handbooks.length === 0 ? ['内容文件夹里没有手册：在 handbooks 文件夹写一个，或者用 --unit、--all 印单位分册'] : []),
  ];
  if (faults.length > 0) fail(...faults, usage);
  else {
    const only = values.all
      ? undefined
      : values.unit !== undefined
        ? [`units/${values.unit}`]
        : positionals.length > 0
          ? positionals
          : handbooks;
    await runPrinting({ job: 'handbooks', only, out: values.out ?? 'artefacts/handbooks' }, '本手册');
  }
}
