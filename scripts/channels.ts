// `npm run channels`: everything that is made from the content besides the site, one command after another, and a page that lists it.
// In: the content folder. Out: artefacts/ and artefacts/index.html. A command that fails stops none of the others; the exit code is 1.
import { spawnSync } from 'node:child_process';
import { glob, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentFaults, soundCounty } from '../src/integrations/content-check.ts';
import type { County } from '../src/model/county.ts';
import { commandLine, fail } from './command-line.ts';
import { type MadeFile, madePage } from './made-page.ts';

interface Channel {
  /** Folder below artefacts, and the name on the command line. */
  folder: string;
  /** What is in it. */
  name: string;
  script: string;
  options: string[];
}

/** The quarter of the content's date, as far as it has been disclosed: what the digest and the paper are told. */
function quarterOf(contentDate: string): string[] {
  const [year, month] = contentDate.split('-');
  const first = String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0');
  return ['--from', `${year}-${first}-01`, '--to', contentDate];
}

/** What is made, in the order of the list. Nothing is asked for that a county has not got: playlists are not everybody's. */
const channelsOf = ({ site, playlists }: County): Channel[] => [
  { folder: 'handbooks', name: '公开手册', script: 'handbook.ts', options: ['--all'] },
  { folder: 'boards', name: '公开栏', script: 'boards.ts', options: [] },
  { folder: 'plaques', name: '廉政风险警示桌牌和锁屏画面', script: 'plaques.ts', options: ['--png'] },
  { folder: 'charts', name: '流程图和防控图展板', script: 'charts.ts', options: [] },
  ...(playlists.length > 0 ? [{ folder: 'stills', name: '电子屏、LED 屏和电视台的画面和文字', script: 'stills.ts', options: [] }] : []),
  { folder: 'digest', name: '本季度手机报', script: 'digest.ts', options: quarterOf(site.contentDate) },
  { folder: 'periodical', name: '本季度报刊稿', script: 'periodical.ts', options: quarterOf(site.contentDate) },
  { folder: 'kiosk', name: '便民查询机内容包', script: 'kiosk-pack.ts', options: [] },
];

const usage = [
  '用法：npm run channels [-- --only <载体>,<载体>……] [--out <文件夹>]',
  '一次做出全部载体，并列成一页 index.html：手册、公开栏、桌牌、展板、屏幕画面、手机报、报刊稿、查询机内容包。没有变化的手册、公开栏、桌牌、展板不重做。',
  '  --only <载体>   只做这几样，逗号分开：handbooks、boards、plaques、charts、stills、digest、periodical、kiosk',
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

/** Makes the channels one after another. Returns the names of those that failed. */
function make(channels: readonly Channel[], out: string): string[] {
  return channels.flatMap(({ folder, name, script, options }) => {
    console.log(`\n▶ ${name}`);
    const command = [join(import.meta.dirname, script), ...options, '--out', join(out, folder)];
    return spawnSync(process.execPath, command, { stdio: 'inherit' }).status === 0 ? [] : [name];
  });
}

async function list(county: County, channels: readonly Channel[], out: string): Promise<void> {
  const named = [...county.units, ...county.records.post, ...county.records.flow, ...county.handbooks];
  const titles = new Map([
    ...named.map(({ id, title }) => [id, title] as const),
    ['lingdao-gangwei', `领导班子岗位权力${county.site.integrityWord}风险公开栏`] as const,
    ['lingdao-yunxing', '领导班子权力公开透明运行工作公开栏'] as const,
  ]);
  const { county: name, demonstration } = county.site;
  const page = madePage({ county: name, demonstration, groups: channels, files: await filesIn(out, titles) });
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'index.html'), page);
  console.log(`\n清单：${join(out, 'index.html')}`);
}

async function main(out: string, only: readonly string[] | undefined): Promise<void> {
  const county = await soundCounty();
  const channels = channelsOf(county);
  const unknown = only?.filter((word) => !channels.some(({ folder }) => folder === word)) ?? [];
  if (unknown.length > 0) return fail(`没有“${unknown.join('、')}”，可以写：${channels.map(({ folder }) => folder).join('、')}`);
  const failed = make(only ? channels.filter(({ folder }) => only.includes(folder)) : channels, out);
  await list(county, channels, out);
  if (failed.length > 0) fail(`没有全部做成：${failed.join('、')}，原因见上；原有的文件没有改动。`);
}

const given = commandLine(usage, { out: { type: 'string', default: 'artefacts' }, only: { type: 'string' } });
if (given) {
  try {
    await main(given.values.out, given.values.only?.split(/[,，]/));
  } catch (error) {
    if (!(error instanceof ContentFaults)) throw error;
    fail(error.message, '什么也没有做，原有的文件没有改动。');
  }
}
