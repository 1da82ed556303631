// Every fault code has a page for clerks (docs/faults) and a broken county that shows it (tests/fixtures/broken): one set, three places.
// A broken county is the small county with the files of its folder laid over it; `deleted.txt` lists what is taken away.
import { cp, glob, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../../src/model/check.ts';
import { type FaultCode, faultCodes } from '../../../src/model/fault.ts';
import { report } from '../../../src/model/report.ts';
import { readCountyFolder } from '../../../src/reading/county-folder.ts';
import { smallCounty } from '../../county.ts';

const broken = join(import.meta.dirname, '../../fixtures/broken');
const docs = join(import.meta.dirname, '../../../docs/faults');
const codes = Object.keys(faultCodes).sort();
const textOf = (path: string) => readFile(path, 'utf8');

/** What the checker prints of a broken county, without what it prints of the small county anyway. */
async function printed(code: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'broken-'));
  try {
    await cp(smallCounty, folder, { recursive: true });
    await cp(join(broken, code), folder, { recursive: true });
    const deleted = await textOf(join(broken, code, 'deleted.txt')).catch(() => '');
    for (const file of ['deleted.txt', 'expected.txt', ...deleted.split('\n').filter(Boolean)])
      await rm(join(folder, file), { force: true });
    const before = new Set(check(await readCountyFolder(smallCounty)).map(({ message }) => message));
    const content = await readCountyFolder(folder);
    return `${report(
      check(content).filter(({ message }) => !before.has(message)),
      content.entries.length,
    )}\n`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('codes, pages and broken counties are the same set', async () => {
  expect((await readdir(broken)).sort()).toEqual(codes);
  expect((await Array.fromAsync(glob('*.md', { cwd: docs }))).map((file) => file.replace('.md', '')).sort()).toEqual(codes);
});

for (const code of codes as FaultCode[]) {
  test(`${code}: the broken county prints what is expected, and the page shows it`, async () => {
    const expected = await textOf(join(broken, code, 'expected.txt'));
    expect(await printed(code)).toBe(expected);
    expect(expected).toContain(`[${code}]`);
    const page = await textOf(join(docs, `${code}.md`));
    const [, line = '', remedy = ''] = new RegExp(`^ *(.*\\[${code}\\])\\n *(.*)$`, 'm').exec(expected) ?? [];
    expect(page).toContain(`# ${faultCodes[code].title}\n`);
    expect(page).toContain(`${line}\n${remedy}`);
    for (const heading of ['## 意思', '## 例子', '## 检查时显示', '## 怎么改']) expect(page).toContain(heading);
  });
}
