// The house rule: content → schema → model → views → components → channels → pages. Each folder imports only from its left.
import { glob, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** Which folders of src a folder may import from, besides itself. */
const mayImport: Record<string, string[]> = {
  schema: [],
  model: ['schema'],
  reading: ['schema', 'model'],
  views: ['schema', 'model'],
  search: ['views'],
  flowchart: ['views'],
  components: ['views', 'flowchart'],
  styles: [],
  rendering: ['integrations'],
  channels: ['schema', 'model', 'views', 'flowchart', 'components', 'styles', 'search'],
  exchange: ['schema', 'model', 'views', 'flowchart'],
  integrations: ['schema', 'model', 'reading', 'views', 'search'],
  pages: ['reading', 'views', 'channels', 'model'],
  print: ['reading', 'views', 'channels', 'model', 'content.config.ts'],
  'content.config.ts': ['reading'],
};

/** Packages that a folder may use; a folder that is not listed may use any. `views` and `model` know neither Astro nor Node. */
const mayUse: Record<string, RegExp> = { schema: /^zod$/, model: /^zod$/, views: /^$/, flowchart: /^$/, components: /^(astro\/|uqr$)/ };

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

async function imports(): Promise<Import[]> {
  const found: Import[] = [];
  for await (const file of glob('src/**/*.{ts,astro,mjs}')) {
    const text = await readFile(file, 'utf8');
    for (const [, type, source] of text.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)) {
      found.push({
        from: file,
        to: source?.startsWith('.') ? normalize(join(dirname(file), source)) : (source ?? ''),
        typeOnly: type !== undefined,
      });
    }
  }
  return found;
}

const folderOf = (file: string) => file.split('/')[1] ?? '';
const isOurs = (target: string) => target.startsWith('src/');
const inChannel = (file: string) => /^src\/channels\/([^/]+)\//.exec(file)?.[1];
const isBrowserCode = (file: string) => /^src\/(search|channels\/[^/]+)\/browser\/.*\.ts$/.test(file);

test('every folder of src has its place in the table', async () => {
  const folders = new Set((await imports()).map(({ from }) => folderOf(from)));
  expect([...folders].filter((folder) => !(folder in mayImport))).toEqual([]);
});

test('no folder imports from its right', async () => {
  const wrong = (await imports()).filter(
    ({ from, to }) => isOurs(to) && folderOf(to) !== folderOf(from) && !mayImport[folderOf(from)]?.includes(folderOf(to)),
  );
  expect(wrong).toEqual([]);
});

test('schema and model know only zod; views and the flow chart know no package, neither Astro nor Node', async () => {
  const wrong = (await imports()).filter(({ from, to }) => !isOurs(to) && mayUse[folderOf(from)]?.test(to) === false);
  expect(wrong).toEqual([]);
});

test('a channel never imports another channel, only the pages that web and kiosk share', async () => {
  const wrong = (await imports()).filter(
    ({ from, to }) => inChannel(from) && inChannel(to) && inChannel(from) !== inChannel(to) && inChannel(to) !== 'site',
  );
  expect(wrong).toEqual([]);
});

test('browser code takes nothing but types from outside the browser code and src/search', async () => {
  const mayRun = (target: string) => target.startsWith('src/search/') || isBrowserCode(target) || target.endsWith('.css?url');
  const wrong = (await imports()).filter(({ from, to, typeOnly }) => isBrowserCode(from) && !typeOnly && !mayRun(to));
  expect(wrong).toEqual([]);
});

test('only pages, scripts, build hooks and the content configuration read content', async () => {
  const readers = new Set((await imports()).filter(({ to }) => folderOf(to) === 'reading' && isOurs(to)).map(({ from }) => folderOf(from)));
  expect([...readers].sort()).toEqual(['content.config.ts', 'integrations', 'pages', 'print', 'reading']);
});
