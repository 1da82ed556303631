// Boards, plaques and charts as an office makes them: the real commands over the demonstration county, every post and every unit, and
// over the small county; the files read by other programs.
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { County, Flow } from '../../src/model/county.ts';
import { disclosed } from '../../src/model/disclosed.ts';
import { resolve } from '../../src/model/resolve.ts';
import { readCountyFolder } from '../../src/reading/county-folder.ts';
import { boards } from '../../src/views/board.ts';
import { plaqueView, postsAtRisk } from '../../src/views/plaque.ts';
import { posterView } from '../../src/views/poster.ts';
import { project, runCommand } from '../command.ts';
import { canary, publicSmallCounty, smallCounty, withDamage } from '../county.ts';
import {
  codeIn,
  codeOn,
  type Faces,
  facesOf,
  fontsOf,
  forbiddenLineStarts,
  type Glyphs,
  outsidePage,
  pixelsOf,
  readPdf,
  tight,
} from './pdf.ts';

const mm = (length: number) => (length / 25.4) * 72;
const together = (glyphs: readonly Glyphs[]) => tight(glyphs.map(({ text }) => text).join(''));
const restIn = (text: string, noun: string) => Number(new RegExp(`其余(\\d+)${noun}`).exec(text)?.[1] ?? 0);
const smallest = (glyphs: readonly Glyphs[]) => Math.min(...glyphs.map(({ em }) => em));

let out = '';
let county: County;
let small: County;
const made = (...path: string[]) => join(out, ...path);

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'sheets-'));
  const content = join(project, 'content');
  county = resolve(disclosed((await readCountyFolder(content)).entries));
  small = await publicSmallCounty();
  const run = async (script: string, ...args: string[]) => {
    const result = await runCommand(script, args, content);
    if (result.code !== 0) throw new Error(result.said);
  };
  await run('boards', '--out', made('boards'));
  await run('plaques', '--out', made('plaques'));
  await run('charts', '--flow', 'mz-f-dibao', '--out', made('charts'));
  await runCommand('channels', ['--only', 'handbooks,boards,plaques,charts,digest', '--out', made('small')], smallCounty);
}, 300_000);
afterAll(() => rm(out, { recursive: true, force: true }));

test('every board is one A2 sheet on which nothing is cut: its items are shown in order, and what is left out is counted', async () => {
  const wrong: string[] = [];
  for (const { id, board } of boards(county)) {
    const { pages, bookmarks, text } = await readPdf(await readFile(made('boards', 'A2', `${id}.pdf`)));
    const [page] = pages;
    const view = board();
    if (!page || pages.length !== 1) throw new Error(`${id}: ${pages.length} pages`);
    expect([Math.round(page.width), Math.round(page.height)]).toEqual([Math.round(mm(594)), Math.round(mm(420))]);
    for (const said of [view.title, view.owner, view.period, view.lead, view.issuer, '演示样本', ...view.phones.map(({ phone }) => phone)])
      if (!text.includes(tight(said))) wrong.push(`${id}: not there: ${said}`);
    for (const part of view.parts) {
      const shown = bookmarks
        .filter(({ path }) => path.length === 3 && path[1]?.startsWith(part.title))
        .map(({ path }) => tight(path[2] ?? ''));
      const rest = restIn(text, /\{n\} (.*?)，/.exec(part.rest)?.[1] ?? '');
      if (shown.length === 0 || shown.length + rest !== part.items.length)
        wrong.push(`${id}: ${part.title}: ${shown.length} shown, ${rest} counted, ${part.items.length} there`);
      for (const [index, title] of shown.entries())
        if (!title.includes(tight(part.items[index]?.title ?? '?'))) wrong.push(`${id}: ${title} is not number ${index + 1}`);
    }
    // 7 mm is the height of a character; its em is a little more.
    if (smallest(page.glyphs) < mm(7.5)) wrong.push(`${id}: letters of ${smallest(page.glyphs)} pt`);
    wrong.push(...outsidePage(page), ...forbiddenLineStarts(page));
  }
  expect(wrong).toEqual([]);
});

test('the code on a board and on a poster leads to the page of what hangs there', async () => {
  const code = async (...path: string[]) => codeOn(await readFile(made(...path)), 1, { scale: 0.9 });
  expect(await code('boards', 'A2', 'lingdao-gangwei.pdf')).toBe('https://linxi.example/zwgk/wgk/units/lingdao/');
  expect(await code('boards', 'A2', 'hetang.pdf')).toBe('https://linxi.example/zwgk/wgk/units/hetang/');
  expect(await code('charts', 'A2', 'mz-f-dibao.pdf')).toBe('https://linxi.example/zwgk/wgk/flows/mz-f-dibao/');
});

function faceFaults(name: string, { upright, turned, tagged }: Faces, view: ReturnType<typeof plaqueView>): string[] {
  const wrong: string[] = [];
  const text = together(upright);
  if (text !== together(turned)) wrong.push('the faces differ');
  if (!tagged.includes(tight(view.post)) || tagged.split(tight(view.heading)).length !== 2)
    wrong.push('readers do not hear one face, once');
  const rest = restIn(text, '个风险点');
  const shown = view.risks.slice(0, view.risks.length - rest);
  for (const { title, level, measures } of shown)
    if (!text.includes(tight(`${level.word}${title}${measures.join('；')}`))) wrong.push(`not there: ${title}`);
  for (const said of [
    view.unit,
    view.post,
    ...view.duties,
    view.overseer?.name ?? '',
    ...view.phones.map(({ phone }) => phone),
    '演示样本',
  ])
    if (!text.includes(tight(said))) wrong.push(`not there: ${said}`);
  if (shown.length === 0) wrong.push('no risk shown');
  // The finished card is 277 × 190 mm, folded in the middle.
  const [fold, left, right] = [mm(105), mm(10), mm(287)];
  if (upright.some((item) => item.baseline + item.em > fold || item.baseline < mm(10) || item.left < left || item.right > right))
    wrong.push('front face over its edge');
  if (turned.some((item) => item.baseline - item.em < fold || item.baseline > mm(200) || item.right < left || item.left > right))
    wrong.push('back face over its edge');
  if (smallest(upright) < mm(3.19)) wrong.push(`letters of ${smallest(upright)} pt`);
  return wrong.map((fault) => `${name}: ${fault}`);
}

test('every post with risks has a plaque: two faces that say the same, the back upside down and not read out; every risk shown or counted', async () => {
  const wrong: string[] = [];
  for (const unit of county.units) {
    const posts = postsAtRisk(unit);
    const faces = await facesOf(await readFile(made('plaques', `${unit.id}.pdf`)));
    expect([unit.id, faces.length]).toEqual([unit.id, posts.length]);
    for (const [index, post] of posts.entries()) wrong.push(...faceFaults(post.id, faces[index] as Faces, plaqueView(post, county)));
  }
  expect(wrong).toEqual([]);
});

test('the code of a plaque leads to its post; marks say where to cut and where to fold', async () => {
  const bytes = await readFile(made('plaques', 'minzheng.pdf'));
  const [first] = postsAtRisk(county.units.find(({ id }) => id === 'minzheng') as County['units'][number]);
  // The front face; that on the back is upside down.
  expect(await codeOn(bytes, 1, { top: 0.5 })).toBe(`https://linxi.example/zwgk/wgk/posts/${first?.id}/`);
  const scale = 4;
  const { data, width } = await pixelsOf(bytes, 1, scale);
  /** The darkest of the pixels around a place in mm. */
  const darkest = (x: number, y: number) => {
    const around = [-2, -1, 0, 1, 2].flatMap((dx) =>
      [-2, -1, 0, 1, 2].map((dy) => [Math.round(mm(x) * scale) + dx, Math.round(mm(y) * scale) + dy] as const),
    );
    return Math.min(...around.map(([px, py]) => data[(py * width + px) * 4] ?? 255));
  };
  for (const [x, y] of [
    [10, 3],
    [287, 3],
    [10, 207],
    [287, 207],
    [3, 10],
    [3, 200],
    [294, 10],
    [294, 200],
    [1.5, 105],
    [295.5, 105],
  ] as const)
    expect([x, y, darkest(x, y) < 128]).toEqual([x, y, true]);
  expect(darkest(150, 3)).toBe(255);
});

test('the lock screen of a post is 1920 × 1080, filled to its edges, with the code of the post', async () => {
  const { data, info } = await sharp(made('small', 'plaques', 'minzheng', 'guzhang.png'))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  expect([width, height]).toEqual([1920, 1080]);
  const at = (x: number, y: number) => data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).join();
  const [panel, ground] = ['9,52,63', '6,24,29'];
  // The panel with the post is as high as the screen; the ground of the text reaches to the other edges.
  expect([at(0, 0), at(0, 1079), at(555, 0), at(555, 1079)]).toEqual([panel, panel, panel, panel]);
  expect([at(565, 0), at(565, 1079), at(1919, 0), at(1919, 1079)]).toEqual([ground, ground, ground, ground]);
  // The text takes up its part to the margins, and keeps out of them.
  const ink = { left: width, right: 0, top: height, bottom: 0 };
  for (let y = 0; y < height; y++)
    for (let x = 565; x < width; x++) {
      if (at(x, y) === ground) continue;
      ink.left = Math.min(ink.left, x);
      ink.right = Math.max(ink.right, x);
      ink.top = Math.min(ink.top, y);
      ink.bottom = Math.max(ink.bottom, y);
    }
  expect(ink.left).toBe(650);
  expect(ink.right).toBe(1829);
  expect(ink.top).toBeGreaterThanOrEqual(90);
  expect(ink.top).toBeLessThan(130);
  expect(ink.bottom).toBeLessThan(1010);
  expect(ink.bottom).toBeGreaterThan(970);
  expect(codeIn({ data, width, height })).toBe('https://small.example/zwgk/wgk/posts/guzhang/');
});

/** A flow with more steps and risks than one sheet can hold at a size that can be read; and one that one sheet holds. */
const drawn = (): [Flow, string][] => [
  [county.records.flow.find(({ id }) => id === 'mz-f-dibao') as Flow, 'charts'],
  [small.records.flow[0] as Flow, 'small/charts'],
];

/** Everything that the list of steps says and a poster has room for. */
function stepTexts(flow: Flow): string[] {
  return posterView(flow, county).flow.steps.flatMap(({ number, name, lane, who, limit, arrows, goesOn }) => [
    `${number}${name}`,
    lane,
    typeof who === 'string' ? who : (who?.text ?? ''),
    limit ? `时限${limit}` : '',
    ...(goesOn ? [] : arrows.map(({ label, to }) => `${label}→第${to}步`)),
  ]);
}

test('a poster has every step with its arrows, every risk and every measure; a long one goes on on a second sheet', async () => {
  const pageCounts: number[] = [];
  for (const [flow, folder] of drawn()) {
    const { pages, text } = await readPdf(await readFile(made(folder, 'A2', `${flow.id}.pdf`)));
    pageCounts.push(pages.length);
    const wanted = [
      ...stepTexts(flow),
      ...flow.risks.map(({ title }) => title),
      ...flow.risks.flatMap(({ measures }) => measures.map(({ title }) => title)),
    ];
    const plain = text.replaceAll(',回第', '→第');
    expect(wanted.map(tight).filter((item) => !plain.includes(item))).toEqual([]);
    for (const [index, page] of pages.entries()) {
      expect([Math.round(page.width), Math.round(page.height)]).toEqual([Math.round(mm(420)), Math.round(mm(594))]);
      expect(page.text).toContain(tight(`${flow.title}廉政风险防控图`));
      if (pages.length > 1) expect(page.text).toContain(`第${index + 1}张,共${pages.length}张`);
      // Where the way goes on from sheet to sheet both ends say so.
      expect([page.text.includes('接上一张'), page.text.includes('接下一张')]).toEqual([index > 0, index < pages.length - 1]);
      expect([...outsidePage(page), ...forbiddenLineStarts(page)]).toEqual([]);
      expect(smallest(page.glyphs)).toBeGreaterThan(mm(4.6));
    }
  }
  expect(pageCounts).toEqual([2, 1]);
});

test('a chart as SVG needs nothing but itself and says what the list of steps says', async () => {
  for (const [flow, folder] of drawn()) {
    const svg = await readFile(made(folder, `${flow.id}.svg`), 'utf8');
    expect(svg).not.toMatch(/var\(|url\(|href=|<style|class=|@import/);
    expect([...svg.matchAll(/<text [^>]*>/g)].filter(([tag]) => !/ fill="rgb.* font-family="'Noto Sans SC'/.test(tag))).toEqual([]);
    const drawn = tight([...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text).join('')).replace(/&#(\d+);/g, (_all, code) =>
      String.fromCharCode(Number(code)),
    );
    const described = tight(/<desc>([^<]*)/.exec(svg)?.[1] ?? '');
    for (const { number, name, who, limit, arrows, risks } of posterView(flow, county).flow.steps) {
      const inBox = [
        `${number} ${name}`,
        typeof who === 'string' ? who : (who?.text ?? ''),
        limit ? `时限 ${limit}` : '',
        ...arrows.map(({ label }) => label),
        ...risks.map((risk) => `${risk.level.word[0]}${risk.number}`),
      ];
      expect(inBox.filter((text) => !drawn.includes(tight(text)))).toEqual([]);
      for (const { text } of arrows) expect(described).toContain(tight(text));
      for (const { text } of risks) expect(described).toContain(tight(text));
    }
    const { info } = await sharp(Buffer.from(svg)).png().toBuffer({ resolveWithObject: true });
    expect(info.width).toBeGreaterThan(300);
  }
});

test('letters are cut from our own fonts', async () => {
  for (const file of ['boards/A2/hetang.pdf', 'plaques/minzheng.pdf', 'charts/A2/mz-f-dibao.pdf'])
    expect(fontsOf(await readFile(made(file))).filter(({ faults }) => faults.length > 0)).toEqual([]);
});

test('npm run channels makes everything and lists it; made anew it has the same bytes, made again it is kept', async () => {
  const list = await readFile(made('small', 'index.html'), 'utf8');
  const links = [...list.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => decodeURIComponent(href)).sort();
  const files = (await Array.fromAsync(glob('*/**/*.*', { cwd: made('small') }))).sort();
  expect(links).toEqual(files);
  expect(links).toEqual(
    expect.arrayContaining(['boards/A2/minzheng.pdf', 'plaques/minzheng.pdf', 'charts/dibao-liucheng.svg', 'charts/A2/dibao-liucheng.pdf']),
  );
  expect(links.some((file) => /^plaques\/minzheng\/.*\.png$/.test(file))).toBe(true);
  expect(list).toContain('测试数据，均为虚构。');
  expect(list).not.toContain(canary);
  /** What each command says it has made, as `印了 3`. */
  const makeAgain = async () => {
    const counts: string[] = [];
    for (const [script, ...args] of [['boards'], ['plaques', '--png'], ['charts']] as [string, ...string[]][]) {
      const { code, said } = await runCommand(script, [...args, '--out', made('again', script)], smallCounty);
      expect(code).toBe(0);
      counts.push(...(said.match(/印了 \d+ .*?，/g) ?? []));
    }
    return counts;
  };
  expect(await makeAgain()).toEqual(['印了 2 张公开栏，', '印了 1 份桌牌，', '印了 1 组锁屏画面，', '印了 1 张防控图，']);
  const fresh = (await Array.fromAsync(glob('**/*.*', { cwd: made('again') }))).sort();
  expect(fresh).toEqual(files.filter((file) => !/^(handbooks|digest)\//.test(file)));
  for (const file of fresh)
    expect([file, (await readFile(made('again', file))).equals(await readFile(made('small', file)))]).toEqual([file, true]);
  expect(await makeAgain()).toEqual(['印了 0 张公开栏，', '印了 0 份桌牌，', '印了 0 组锁屏画面，', '印了 0 张防控图，']);
});

test('what does not fit even in the smallest letters is not printed: the command names the sheet, and the old file stays', async () => {
  const file = made('small', 'boards', 'A2', 'caizheng.pdf');
  const before = await readFile(file);
  const damage = [
    { file: 'units/caizheng/unit.yml', replace: '负责财政收支。', by: `${'编制预算、核拨资金、检查账目，'.repeat(150)}并负责财政收支。` },
  ];
  const { code, said: complaint } = await withDamage(damage, (folder) =>
    runCommand('boards', ['--unit', 'caizheng', '--out', made('small', 'boards')], folder),
  );
  expect(code).toBe(1);
  expect(complaint).toContain('“小样县财政局权力公开栏（A2）”用最小的字（7.6mm）也排不下');
  expect((await readFile(file)).equals(before)).toBe(true);
});

test('an unknown unit, post, flow or paper is answered with what there is', async () => {
  const answer = async (script: string, ...args: string[]) => {
    const { code, said: text } = await runCommand(script, args, smallCounty);
    expect(code).toBe(1);
    return text;
  };
  expect(await answer('boards', '--unit', 'minzhen')).toContain('没有编号为“minzhen”的公开栏，是否应为 minzheng？');
  expect(await answer('charts', '--flow', 'dibao', '--paper', 'B4')).toMatch(/没有“B4”这种纸[\s\S]*没有编号为“dibao”的流程/);
  expect(await answer('plaques', '--post', 'neibu-gang')).toContain('没有编号为“neibu-gang”的岗位');
});
