import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { personalDataInFile } from '../../../src/integrations/output-audit.ts';
import { encode } from '../../../src/search/tokens.ts';

const names = (file: string, content: string | Uint8Array) =>
  personalDataInFile(file, typeof content === 'string' ? Buffer.from(content) : content).map(({ name }) => name);

test('personal data is found in pages, also split by tags, in packed files, in the search index and in names of files', () => {
  expect(names('powers/a/index.html', '<p>联系13800001234</p>')).toEqual(['手机号码']);
  expect(names('powers/a/index.html', '<p>联系138<b>0000</b>1234</p>')).toEqual(['手机号码']);
  expect(names('powers/a/index.html', '<meta name="description" content="13800001234">')).toEqual(['手机号码']);
  expect(names('data/a.json', gzipSync('{"电话":"13800001234"}'))).toEqual(['手机号码']);
  expect(names('pagefind/fragment/a.pf_fragment', gzipSync(encode('经办人手机13800001234。')))).toEqual(['手机号码']);
  expect(names('files/13800001234.txt', '')).toEqual(['手机号码']);
});

test('numbers of different cells are not read as one', () => {
  expect(names('a/index.html', '<td>138</td><td>00001234</td>')).toEqual([]);
});

test('pages without personal data pass', () => {
  expect(names('a/index.html', '<p>监督电话 0000-8620019，12388</p><script src="/_astro/a.13800001.js"></script>')).toEqual([]);
});
