// The finished folder of the small county, every byte of it: what may not be there is not there, what is linked is there.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../command.ts';
import { canary, smallCounty, withDamage } from '../county.ts';
import { brokenLinks, readSite } from '../links.ts';

/** The real command, as an office runs it. */
const build = (content: string, out: string) => runCommand('build', ['--out', out], content);

let root = '';
let site = '';
let files: string[] = [];
let pages: Map<string, string>;

const listed = async (folder: string) => [...(await readSite(folder)).files].sort();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'site-'));
  site = join(root, 'dist');
  const { code, said } = await build(smallCounty, site);
  if (code !== 0) throw new Error(said);
  const built = await readSite(site);
  files = [...built.files].sort();
  pages = built.pages;
});

afterAll(() => rm(root, { recursive: true, force: true }));

/** A file's text, also of the files that Pagefind packs. */
async function textOf(file: string): Promise<string> {
  const bytes = await readFile(join(site, file));
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

test('every record of the public has its page, and the page says what it is', () => {
  for (const page of [
    'index.html',
    'powers/dibao/index.html',
    'flows/dibao-liucheng/index.html',
    'rules/dibao-banfa/index.html',
    'risks/ruhu-zouguochang/index.html',
    'measures/shuangren/index.html',
    'posts/guzhang/index.html',
    'units/minzheng/index.html',
    'laws/index.html',
    'laws/xuke-fa/index.html',
    'coverage/index.html',
    '404.html',
  ]) {
    expect([...pages.keys()]).toContain(page);
  }
  expect(pages.get('rules/dibao-banfa/index.html')).toContain('为规范低保审核确认，制定本细则。');
});

test('nothing that is withheld or withdrawn is in any byte: pages, index, scripts, names of files', async () => {
  const encoded = [
    canary,
    canary
      .split('')
      .map((char) => `&#x${char.charCodeAt(0).toString(16)};`)
      .join(''),
    encodeURIComponent(canary),
    JSON.stringify(canary).slice(1, -1),
  ];
  // The index holds text as pairs of characters.
  const indexed = `金丝 丝雀`;
  for (const file of files) {
    const text = await textOf(file);
    for (const secret of [...encoded, indexed, '丝雀'])
      expect(text.includes(secret) || file.includes(secret), `${file} holds ${secret}`).toBe(false);
  }
  expect(files.filter((file) => /neibu|bumi/.test(file))).toEqual([]);
});

test('the search for secrets is awake: what is public is found in the pages and in the index', async () => {
  const holding = [];
  for (const file of files) if (/人均|均收/.test(await textOf(file))) holding.push(file.split('/')[0]);
  expect(new Set(holding)).toEqual(new Set(['powers', 'pagefind']));
});

test('a withdrawn record keeps its address, with reason, authority and date; a moved one leads on', () => {
  expect(pages.get('powers/chexia/index.html')).toContain('小样县民政局于2026年6月30日撤下。原因：依据已经废止。');
  expect(pages.get('powers/dibao-old/index.html')).toMatch(/content="3; url=\.\.\/\.\.\/powers\/dibao\/"/);
});

test('every link leads to a page that is there, every anchor to a place on it, and none starts at the root of the host', () => {
  expect(brokenLinks({ files: new Set(files), pages })).toEqual([]);
});

test('every page forbids what it does not need', () => {
  for (const [page, html] of pages) expect(html, page).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'self'/);
});

test('no page asks anything of another site', async () => {
  for (const file of files.filter((name) => /\.(html|css|js)$/.test(name) && !name.startsWith('pagefind/'))) {
    const text = await textOf(file);
    expect(text.match(/(?:src|href|action)="https?:[^"]*"|url\(\s*['"]?https?:|@import/g) ?? [], file).toEqual([]);
  }
});

test('every page is marked as a demonstration, and carries the meta tags and the footer that a government page must have', () => {
  for (const [page, html] of pages) {
    expect(html, page).toContain('测试数据，均为虚构。');
    for (const name of ['SiteName', 'SiteDomain', 'SiteIDCode']) expect(html, page).toContain(`<meta name="${name}"`);
    for (const words of ['主办：小样县人民政府办公室', '监督：中共小样县纪律检查委员会', '网站标识码：0000000000', '本页更新于'])
      expect(html, page).toContain(words);
  }
  const article = pages.get('powers/dibao/index.html') ?? '';
  for (const tag of [
    '<meta name="ArticleTitle" content="最低生活保障审核确认">',
    '<meta name="PubDate" content="2026-01-05 00:00">',
    '<meta name="ContentSource" content="县民政局">',
    '<meta name="ColumnName" content="权力公开">',
  ])
    expect(article).toContain(tag);
});

test('no section stands empty', () => {
  for (const [page, html] of pages)
    expect(html.match(/<(ul|ol|dl|section|tbody)[^>]*>\s*<\/\1>/g)?.filter((found) => !found.includes('id="results"')) ?? [], page).toEqual(
      [],
    );
});

test('with content errors nothing is built and the last good site stays, byte for byte', async () => {
  const kept = join(root, 'kept');
  await cp(site, kept, { recursive: true });
  const before = await listed(kept);
  const { code, said } = await withDamage(
    [{ file: 'units/minzheng/powers.yml', replace: 'type: 行政给付', by: 'typ: 行政给付' }],
    (folder) => build(folder, kept),
  );
  expect(code).toBe(1);
  expect(said).toContain('units/minzheng/powers.yml:5:3  错误  不认识字段“typ”');
  expect(said).toContain('原有的网页没有改动');
  expect(await listed(kept)).toEqual(before);
  for (const file of before) expect((await readFile(join(kept, file))).equals(await readFile(join(site, file))), file).toBe(true);
  await expect(stat(`${kept}.new`)).rejects.toThrow();
});

test('a folder with something else in it is never replaced, not even by a sound site', async () => {
  const foreign = join(root, 'foreign');
  await mkdir(foreign);
  await writeFile(join(foreign, '会议纪要.docx'), '不是网站');
  for (const out of [foreign, join(foreign, '会议纪要.docx')]) {
    const { code, said } = await build(smallCounty, out);
    expect([code, said]).toEqual([1, expect.stringContaining('不能换掉')]);
  }
  expect(await readdir(root)).not.toContain('foreign.new');
  expect(await readFile(join(foreign, '会议纪要.docx'), 'utf8')).toBe('不是网站');
});

test.each(['check', 'build', 'kiosk-pack', 'charts'])(
  '%s answers a wrong option or word with its usage, and does nothing',
  async (script) => {
    for (const wrong of ['--nothing', 'nothing']) {
      const { code, said } = await runCommand(script, [wrong], smallCounty);
      expect([code, said]).toEqual([1, expect.stringMatching(/^命令写得不对。\n用法：npm run/)]);
      expect(said).not.toMatch(/ {4}at /);
    }
  },
);

test('personal data that the content checks cannot see, in the target of a link, stops the finished site', async () => {
  const out = join(root, 'leaking');
  const link = { file: 'notices/gonggao-1.mdx', replace: '已经公开。', by: '已经公开，[联系](tel:13800001234)。' };
  const { code, said } = await withDamage([link], (folder) => build(folder, out));
  expect(code).toBe(1);
  expect(said).toContain('notices/gonggao-1/index.html 中有手机号码');
  await expect(stat(out)).rejects.toThrow();
});

test('the same content gives the same bytes, and the same build.txt', async () => {
  const again = join(root, 'again');
  expect((await build(smallCounty, again)).code).toBe(0);
  expect(await listed(again)).toEqual(files);
  for (const file of files) expect((await readFile(join(again, file))).equals(await readFile(join(site, file))), file).toBe(true);
  expect(await textOf('build.txt')).toMatch(/^[0-9a-f]{16}\n$/);
});

test('embedded in the county portal, the pages leave header and footer to it', async () => {
  const embedded = join(root, 'embedded');
  const { code } = await withDamage([{ file: 'site.yml', replace: 'contentDate:', by: 'embedded: true\ncontentDate:' }], (folder) =>
    build(folder, embedded),
  );
  expect(code).toBe(0);
  const html = await readFile(join(embedded, 'powers/dibao/index.html'), 'utf8');
  expect(html).not.toMatch(/class="(masthead|top|footer)"/);
  expect(html).toContain('测试数据，均为虚构。');
  expect(html).toContain('公开日期');
});

test('a browser can offer the search, once the full address of the site is known', async () => {
  expect(await readFile(join(site, 'opensearch.xml'), 'utf8')).toContain(
    'template="https://small.example/zwgk/wgk/search/?q={searchTerms}"',
  );
  expect(pages.get('search/index.html')).toContain('href="../opensearch.xml"');
});
