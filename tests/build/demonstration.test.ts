// The demonstration county as it is shipped: built for the browser tests, weighed, and counted against what it promises.
import { execFileSync } from 'node:child_process';
import { glob, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { disclosed } from '../../src/model/disclosed.ts';
import { gapsOf } from '../../src/model/gaps.ts';
import { resolve } from '../../src/model/resolve.ts';
import { readCountyFolder } from '../../src/reading/county-folder.ts';
import { segments } from '../../src/views/urls.ts';
import { chineseDate } from '../../src/views/wording.ts';
import { brokenLinks, readSite } from '../links.ts';

const project = join(import.meta.dirname, '../..');
const site = join(project, '.build/site');

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.ts', '--out', site], { cwd: project, env: { ...process.env, CONTENT_DIR: 'content' } });
});

/** First paint of a page: its HTML and the sheets and scripts that block it, each compressed with gzip. Unit: bytes. */
async function firstPaint(page: string): Promise<number> {
  const html = await readFile(join(site, page), 'utf8');
  const blocking = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)">|<script src="([^"]+)">/g)].map(([, sheet, script]) =>
    posix.join(posix.dirname(page), sheet ?? script ?? ''),
  );
  if (blocking.length === 0) throw new Error(`${page} has no style sheet`);
  const parts = [Buffer.from(html), ...(await Promise.all(blocking.map((file) => readFile(join(site, file)))))];
  return parts.reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0);
}

test('no record page needs more than 14 KB before it can be read', async () => {
  const pages = await Array.fromAsync(glob('{powers,responsibilities,flows,rules,risks,measures,posts}/*/index.html', { cwd: site }));
  expect(pages.length).toBeGreaterThan(500);
  const heavy: string[] = [];
  for (const page of pages) if ((await firstPaint(page)) > 14 * 1024) heavy.push(page);
  expect(heavy).toEqual([]);
});

/** Text as it is compared: without tags, quotation marks and blanks. */
const tight = (text: string) =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#\d+|[a-z]+);/g, '')
    .normalize('NFKC')
    .replace(/[\s“”‘’"'<>&]/g, '');

/** Fields that are no text of the record's own page: names within a flow, kinds shown as forms, what lists, search and screens use. */
const elsewhere =
  /^(?:\w+\.id|flow\.(?:lanes\.id|steps\.(?:id|kind|lane|next|next\.to))|risk\.steps|unit\.(?:kind|group|aliases|updated)|\w+\.shortTitle)$/;

test('what an office fills in can be read on the page of the record: every text, telephone and date', async () => {
  const { entries } = disclosed((await readCountyFolder(join(project, 'content'))).entries);
  const ids = new Set(entries.map(({ id }) => id));
  const lost = new Map<string, string>();
  const compared = new Set<string>();
  for (const { kind, id, data } of entries) {
    if (!(kind in segments)) continue;
    const page = tight(await readFile(join(site, segments[kind as keyof typeof segments], id, 'index.html'), 'utf8'));
    const look = (value: unknown, path: string): void => {
      if (Array.isArray(value)) for (const item of value) look(item, path);
      else if (typeof value === 'object' && value !== null) for (const [name, item] of Object.entries(value)) look(item, `${path}.${name}`);
      else if (typeof value === 'string' && !ids.has(value) && !elsewhere.test(path)) {
        compared.add(path);
        const shown = /^\d{4}-\d\d(?:-\d\d)?$/.test(value) ? chineseDate(value) : value;
        if (!page.includes(tight(shown))) lost.set(path, `${id}: ${value}`);
      }
    };
    look(data, kind);
  }
  expect(Object.fromEntries(lost)).toEqual({});
  expect(compared.size).toBeGreaterThan(80);
});

test('every link of the shipped county holds', async () => {
  expect(brokenLinks(await readSite(site))).toEqual([]);
});

test('the county is of the size of a real leadership disclosure and beyond, and nothing in it is missing', async () => {
  const county = resolve(disclosed((await readCountyFolder(join(project, 'content'))).entries));
  const { power, responsibility, flow, rule, risk, measure, post } = county.records;
  expect(county.units.length).toBeGreaterThanOrEqual(16);
  expect(power.length).toBeGreaterThanOrEqual(120);
  expect(responsibility.length).toBeGreaterThanOrEqual(300);
  expect(flow.length).toBeGreaterThanOrEqual(46);
  expect(flow.filter(({ powers }) => powers.length > 1).length).toBeGreaterThanOrEqual(3);
  expect(rule.length).toBeGreaterThanOrEqual(60);
  expect(risk.length).toBeGreaterThanOrEqual(215);
  expect(new Set(risk.map(({ category }) => category)).size).toBe(5);
  expect(new Set(risk.map(({ severity }) => severity)).size).toBe(3);
  expect(measure.length).toBeGreaterThanOrEqual(267);
  expect(post.filter(({ risks }) => risks.length > 0).length).toBeGreaterThanOrEqual(45);
  expect(new Set(power.map(({ type }) => type)).size).toBeGreaterThanOrEqual(14);
  expect(gapsOf(county)).toEqual([]);
});
