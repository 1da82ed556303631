// `npm run channels`: everything that is made from the content besides the site, one command after another, and a page that lists it.
// In: the content folder. Out: artefacts/ and artefacts/index.html. A command that fails stops none of the others; the exit code is 1.
import { spawnSync } from 'node:child_process';
import { glob, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine, fail } from './command-line.ts';
import { disclosedCounty } from './disclosed-county.ts';
import { type MadeFile, madePage } from './made-page.ts';

/** What is made, in the order of the list: the folder below artefacts, what it is called, the command. */
const channels: { folder: string; name: string; script: string; options: string[] }[] = [
  { folder: 'handbooks', name: '公开手册', script: 'handbook.ts', options: ['--all'] },
  { folder: 'boards', name: '公开栏', script: 'boards.ts', options: [] },
  { folder: 'plaques', name: '廉政风险警示桌牌和锁屏画面', script: 'plaques.ts', options: ['--png'] },
  { folder: 'charts', name: '流程图和防控图展板', script: 'charts.ts', options: [] },
];

const usage = [
  '用法：npm run channels [-- --out <文件夹>]',
  `一次做出全部载体：${channels.map(({ name }) => name).join('、')}，并列成一页 index.html。没有变化的不重做。`,
  '  --out <文件夹>  放在别处，默认 artefacts',
].join('\n');

async function filesIn(root: string, titles: ReadonlyMap<string, string>): Promise<MadeFile[]> {
  const files: MadeFile[] = [];
  for (const file of (await Array.fromAsync(glob('**/*.*', { cwd: root }))).sort()) {
    const path = file.replaceAll('\\', '/');
    const folder = path.split('/')[0] ?? '';
    const { size, mtime } = await stat(join(root, file));
    const id =
      path
        .split('/')
        .at(-1)
        ?.replace(/\.\w+$/, '') ?? '';
    if (path.includes('/') && !path.endsWith('.new')) files.push({ path, folder, title: titles.get(id), size, made: mtime });
  }
  return files;
}

const given = commandLine(usage, { out: { type: 'string', default: 'artefacts' } });
if (given) {
  const { out } = given.values;
  const failed: string[] = [];
  for (const { folder, name, script, options } of channels) {
    console.log(`\n▶ ${name}`);
    const command = [join(import.meta.dirname, script), ...options, '--out', join(out, folder)];
    if (spawnSync(process.execPath, command, { stdio: 'inherit' }).status !== 0) failed.push(name);
  }
  const county = await disclosedCounty();
  const named = [...county.units, ...county.records.post, ...county.records.flow, ...county.handbooks];
  const titles = new Map([
    ...named.map(({ id, title }) => [id, title] as const),
    ['lingdao-gangwei', `领导班子岗位权力${county.site.integrityWord}风险公开栏`] as const,
    ['lingdao-yunxing', '领导班子权力公开透明运行工作公开栏'] as const,
  ]);
  const page = madePage({
    county: county.site.county,
    demonstration: county.site.demonstration,
    groups: channels,
    files: await filesIn(out, titles),
  });
  await writeFile(join(out, 'index.html'), page);
  console.log(`\n清单：${join(out, 'index.html')}`);
  if (failed.length > 0) fail(`没有全部做成：${failed.join('、')}，原因见上；原有的文件没有改动。`);
}
