// `npm run stills`: playlists as pictures and texts, for televisions and for players that open no page. Builds the site from the content
// first, so that what is photographed is what would be published. Everything is finished beside the old output before it replaces it.
import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { resolve as absolute, join } from 'node:path';
import iconv from 'iconv-lite';
import { type Browser, chromium } from 'playwright-core';
import { crawlLines, ledLines, readOutScript } from '../src/channels/screen/texts.ts';
import { ContentFaults, soundCounty } from '../src/integrations/content-check.ts';
import type { County } from '../src/model/county.ts';
import { browserArguments, findBrowser } from '../src/rendering/browser.ts';
import { hasFfmpeg, makeFilm } from '../src/rendering/film.ts';
import { type Panel, takeStills } from '../src/rendering/stills.ts';
import type { SiteRecord } from '../src/schema/site.ts';
import { type ScreenView, screenView } from '../src/views/slides.ts';
import { commandLine, fail } from './command-line.ts';
import { isReplaceable, swapFolders } from './swap-folders.ts';

const usage = [
  '用法：npm run stills [-- <播放单编号>……] [--sizes 1920x1080,512x256] [--title-safe] [--mp4] [--out <文件夹>]',
  '把播放单的每个画面生成图片，并生成滚动字幕、口播稿和 LED 屏文字，放在 artefacts/stills/<播放单>。不写编号就生成全部播放单。',
  '  --sizes <尺寸>  宽x高，逗号分开；不写就用播放单里的 sizes',
  '  --title-safe    电视用：四边各留 5%，不会被电视机裁掉',
  '  --mp4           再合成视频，电脑上要装有 ffmpeg',
  '  --out <文件夹>  放到别处',
  '先检查并生成网站，用的就是将要发布的内容。有画面放不下时不生成，原有的图片不动。',
].join('\n');

const nothingDone = '没有生成图片，原有的图片没有改动。';

interface Order {
  out: string;
  sizes: string[] | undefined;
  titleSafe: boolean;
  mp4: boolean;
}

/** A site of its own, from the content in force. */
function buildSite(): string | undefined {
  const site = absolute('.build/stills-site');
  const build = spawnSync(process.execPath, [join(import.meta.dirname, 'build.ts'), '--out', site], { stdio: 'inherit' });
  return build.status === 0 ? site : undefined;
}

const panelOf = (size: string, titleSafe: boolean): Panel => {
  const [width = 0, height = 0] = size.split('x').map(Number);
  return { width, height, titleSafe };
};

/** Every folder of stills holds it. */
const crawlFile = 'crawl.txt';

async function writeTexts(site: SiteRecord, view: ScreenView, folder: string): Promise<void> {
  // Controllers and play-out machines run Windows.
  const text = (lines: readonly string[]) => `${lines.join('\r\n')}\r\n`;
  const led = text(ledLines(site, view));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, crawlFile), text(crawlLines(site, view)));
  await writeFile(join(folder, 'read-out.txt'), text(readOutScript(site, view)));
  await writeFile(join(folder, 'led-utf8.txt'), led);
  await writeFile(join(folder, 'led-gb18030.txt'), iconv.encode(led, 'gb18030'));
}

/** Pictures of one playlist in all sizes. Returns what is wrong. */
async function photograph(browser: Browser, site: string, view: ScreenView, folder: string, order: Order): Promise<string[]> {
  const faults: string[] = [];
  for (const size of order.sizes ?? view.sizes) {
    const says = (done: string) => `播放单 ${view.id}　${size}　${done}`;
    const progress = (slide: string, of: string) => process.stdout.isTTY && process.stdout.write(`\r${says(`第 ${slide}/${of} 个画面`)}`);
    const pictures = join(folder, size);
    const taken = await takeStills(browser, site, view.id, panelOf(size, order.titleSafe), pictures, progress);
    faults.push(...taken.faults);
    if (order.mp4 && taken.faults.length === 0) await makeFilm(pictures, taken.stills, join(folder, `${size}.mp4`));
    console.log(`${process.stdout.isTTY ? '\r' : ''}${says(`${taken.stills.length} 张图片`)}`);
  }
  return faults;
}

async function make(views: readonly ScreenView[], record: SiteRecord, order: Order): Promise<void> {
  const site = buildSite();
  if (!site) return fail(nothingDone);
  const staged = `${order.out}.new`;
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
  try {
    await rm(staged, { recursive: true, force: true });
    const faults: string[] = [];
    for (const view of views) {
      await writeTexts(record, view, join(staged, view.id));
      faults.push(...(await photograph(browser, site, view, join(staged, view.id), order)));
    }
    if (faults.length > 0) return fail(...faults, nothingDone);
    await mkdir(order.out, { recursive: true });
    for (const { id } of views) await swapFolders(join(staged, id), join(order.out, id));
    console.log(`图片和文字在 ${order.out}`);
  } finally {
    await browser.close();
    await rm(staged, { recursive: true, force: true });
  }
}

type Given = Omit<Order, 'sizes'> & { listed: string | undefined };

async function main(county: County, words: readonly string[], given: Given): Promise<void> {
  const views = county.playlists.map((playlist) => screenView(county, playlist));
  const ids = views.map(({ id }) => id);
  const sizes = given.listed?.split(/[,，]/);
  const faults = [
    ...words.filter((id) => !ids.includes(id)).map((id) => `没有播放单“${id}”。现有的播放单：${ids.join('、') || '一个也没有'}`),
    ...(ids.length === 0 && words.length === 0 ? ['内容里没有播放单：在 playlists 文件夹里写一个，写法见 docs/screen.md'] : []),
    ...(sizes?.filter((size) => !/^\d{2,5}x\d{2,5}$/.test(size)) ?? []).map((size) => `尺寸“${size}”写得不对，例如 1920x1080`),
    ...(given.mp4 && !hasFfmpeg() ? ['这台电脑没有 ffmpeg，不能合成视频：装上 ffmpeg，或者去掉 --mp4，只要图片'] : []),
  ];
  if (faults.length > 0) return fail(...faults);
  const wanted = words.length > 0 ? views.filter(({ id }) => words.includes(id)) : views;
  for (const { id } of wanted) {
    const folder = absolute(given.out, id);
    if (!(await isReplaceable(folder, crawlFile)))
      return fail(`${folder} 里有别的文件，不是以前生成的图片，不能换掉。请用 --out 另写一个文件夹。`);
  }
  return make(wanted, county.site, { out: absolute(given.out), sizes, titleSafe: given.titleSafe, mp4: given.mp4 });
}

const given = commandLine(
  usage,
  {
    sizes: { type: 'string' },
    'title-safe': { type: 'boolean', default: false },
    mp4: { type: 'boolean', default: false },
    out: { type: 'string', default: 'artefacts/stills' },
  },
  true,
);
if (given) {
  const { sizes: listed, 'title-safe': titleSafe, mp4, out } = given.values;
  try {
    await main(await soundCounty(), given.positionals, { listed, titleSafe, mp4, out });
  } catch (error) {
    if (!(error instanceof ContentFaults)) throw error;
    fail(error.message, nothingDone);
  }
}
