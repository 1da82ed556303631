import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { personalDataInFile } from '../../../src/integrations/output-audit.ts';
import { browserArguments, findBrowser } from '../../../src/rendering/browser.ts';
import { encode } from '../../../src/search/tokens.ts';

const names = async (file: string, content: string | Uint8Array) =>
  (await personalDataInFile(file, typeof content === 'string' ? Buffer.from(content) : content)).map(({ name }) => name);

test('personal data is found in pages, also split by tags, in packed files, in the search index and in names of files', async () => {
  expect(await names('powers/a/index.html', '<p>联系13800001234</p>')).toEqual(['手机号码']);
  expect(await names('powers/a/index.html', '<p>联系138<b>0000</b>1234</p>')).toEqual(['手机号码']);
  expect(await names('powers/a/index.html', '<meta name="description" content="13800001234">')).toEqual(['手机号码']);
  expect(await names('data/a.json', gzipSync('{"电话":"13800001234"}'))).toEqual(['手机号码']);
  expect(await names('pagefind/fragment/a.pf_fragment', gzipSync(encode('经办人手机13800001234。')))).toEqual(['手机号码']);
  expect(await names('files/13800001234.txt', '')).toEqual(['手机号码']);
});

test('numbers of different cells are not read as one', async () => {
  expect(await names('a/index.html', '<td>138</td><td>00001234</td>')).toEqual([]);
});

test('Word files are read paragraph by paragraph, whatever runs they are cut into', async () => {
  const word = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) });
  expect(await names('a.docx', word('<w:p><w:r><w:t>联系138</w:t></w:r><w:r><w:t>00001234</w:t></w:r></w:p>'))).toEqual(['手机号码']);
  expect(await names('a.docx', word('<w:p><w:t>138</w:t></w:p><w:p><w:t>00001234</w:t></w:p>'))).toEqual([]);
});

test('pages without personal data pass', async () => {
  expect(await names('a/index.html', '<p>监督电话 0000-8620019，12388</p><script src="/_astro/a.13800001.js"></script>')).toEqual([]);
});

test('PDFs are read as people read them, and their properties too', async () => {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
  try {
    const page = await browser.newPage();
    const print = async (html: string) => {
      await page.setContent(html);
      return page.pdf({ tagged: true });
    };
    expect(await names('files/a.pdf', await print('<p>经办人电话 138<b>0000</b>1234</p>'))).toEqual(['手机号码']);
    expect(await names('files/a.pdf', await print('<title>联系13800001234</title><p>手册</p>'))).toEqual(['手机号码']);
    expect(await names('files/a.pdf', await print('<title>手册</title><p>监督电话 0000-8620019</p>'))).toEqual([]);
  } finally {
    await browser.close();
  }
});
