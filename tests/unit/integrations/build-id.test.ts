import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeBuildId } from '../../../src/integrations/build-id.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'build-id-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function site(files: Record<string, string>): Promise<string> {
  await rm(root, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return writeBuildId(root);
}

const files = { 'b/index.html': '<p>乙</p>', 'a.css': 'a{}' };

test('the id is the same for the same files, and another one when a byte or a name changes', async () => {
  const id = await site(files);
  expect(id).toMatch(/^[0-9a-f]{16}$/);
  expect(await readFile(join(root, 'build.txt'), 'utf8')).toBe(`${id}\n`);
  expect(await site(files)).toBe(id);
  expect(await writeBuildId(root)).toBe(id);
  expect(await site({ ...files, 'a.css': 'b{}' })).not.toBe(id);
  expect(await site({ 'b/index.html': '<p>乙</p>', 'b.css': 'a{}' })).not.toBe(id);
});

test('a page that waits for the id carries it, and all others stay as they are', async () => {
  const id = await site({ ...files, 'screen/index.html': '<html data-build=""><p>丙</p>' });
  expect(await readFile(join(root, 'screen/index.html'), 'utf8')).toBe(`<html data-build="${id}"><p>丙</p>`);
  expect(await readFile(join(root, 'b/index.html'), 'utf8')).toBe(files['b/index.html']);
});
