// `npm run bench`: what the checker and the build cost, as ratios to plain reading of the same files in the same run. Absolute times
// differ from machine to machine; ratios can be compared. Prints a table; asserts nothing.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { check } from '../src/model/check.ts';
import { disclosed } from '../src/model/disclosed.ts';
import { resolve } from '../src/model/resolve.ts';
import { readCountyFolder } from '../src/reading/county-folder.ts';
import { searchDocuments } from '../src/views/search-document.ts';
import { generateCounty } from '../tests/generated-county.ts';

/** Median of three. Unit: ms. */
async function time(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[1] ?? 0;
}

/** The floor: every file read, every YAML parsed into plain data, nothing checked, no positions kept. */
async function plainReading(folder: string): Promise<void> {
  for (const item of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue;
    const text = await readFile(join(item.parentPath, item.name), 'utf8');
    parse(item.name.endsWith('.mdx') ? (text.split('---')[1] ?? '') : text);
  }
}

const rows: Record<string, Record<string, string | number>> = {};
for (const records of [3_000, 30_000]) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    await generateCounty(folder, records);
    const floor = await time(() => plainReading(folder));
    const reading = await time(() => readCountyFolder(folder));
    const content = await readCountyFolder(folder);
    const checking = await time(() => check(content));
    const resolving = await time(() => resolve(disclosed(content.entries)));
    const county = resolve(disclosed(content.entries));
    const documents = await time(() => searchDocuments(county));
    const ratio = (ms: number) => (ms / floor).toFixed(2);
    rows[`${content.entries.length} 条记录`] = {
      '只读不查（秒）': (floor / 1000).toFixed(1),
      '读取并定位 ÷': ratio(reading),
      '检查 ÷': ratio(checking),
      '过滤和连通 ÷': ratio(resolving),
      '查询文档 ÷': ratio(documents),
      '读取和检查（秒）': ((reading + checking) / 1000).toFixed(1),
      '内存（MB）': Math.round(process.memoryUsage().rss / 1e6),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
console.table(rows);
