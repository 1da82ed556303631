// `npm run plaques`: the 廉政风险警示桌牌 of all posts with risks, one PDF a unit and one sheet a post; with --png the same as pictures
// for lock screens. In: the content folder. Out: artefacts/plaques/<unit>.pdf, <unit>/<post>.png.
import { publishedCounty } from '../src/reading/published.ts';
import { postsAtRisk } from '../src/views/plaque.ts';
import { commandLine, fail } from './command-line.ts';
import { runPrinting, unknown } from './print-command.ts';

const usage = [
  '用法：npm run plaques [-- --unit <编号> | -- --post <编号>] [--png] [--out <文件夹>]',
  '把有风险点的岗位印成廉政风险警示桌牌（PDF）：每个单位一个文件，每个岗位一张，A4 横放，沿中线对折立在桌上。没有变化的不重印。',
  '  --unit <编号>   只印一个单位',
  '  --post <编号>   只印一个岗位，在 posts 文件夹里',
  '  --png           同时出电脑锁屏画面（1920×1080），在各单位的文件夹里',
  '  --out <文件夹>  放在别处，默认 artefacts/plaques',
  '内容有错误时不印，原有的文件保持不变。裁切、折叠见 docs/print.md。',
].join('\n');

const given = commandLine(usage, {
  unit: { type: 'string' },
  post: { type: 'string' },
  png: { type: 'boolean', default: false },
  out: { type: 'string', default: 'artefacts/plaques' },
});
if (given) {
  const { unit, post, png, out } = given.values;
  const county = await publishedCounty();
  const units = county.units.filter((item) => postsAtRisk(item).length > 0).map(({ id }) => id);
  const posts = county.units.flatMap(postsAtRisk).map(({ id }) => id);
  const faults = [
    ...(unit !== undefined && post !== undefined ? ['--unit 和 --post 只能写一样。'] : []),
    ...(unit === undefined || units.includes(unit) ? [] : [unknown('单位（有风险点的）', unit, units)]),
    ...(post === undefined || posts.includes(post) ? [] : [unknown('岗位（有风险点的）', post, posts)]),
  ];
  if (faults.length > 0) fail(...faults, usage);
  else {
    const only = post !== undefined ? [`posts/${post}`] : unit !== undefined ? [unit] : units;
    await runPrinting({ job: 'plaques', only, out }, '份桌牌');
    if (png && !process.exitCode) await runPrinting({ job: 'lock-screens', only, out }, '组锁屏画面');
  }
}
