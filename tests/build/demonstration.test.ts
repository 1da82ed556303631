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

test('four complete units and more than forty powers, none with a gap', async () => {
  const county = resolve(disclosed((await readCountyFolder(join(project, 'content'))).entries));
  expect(county.units.map(({ id }) => id)).toEqual(['lingdao', 'caizheng', 'minzheng', 'liutang']);
  expect(county.records.power.length).toBeGreaterThanOrEqual(40);
  expect(gapsOf(county)).toEqual([]);
});
