// Build hook, after all others: the finished site is searched for personal data, every file of it, once more. What slipped past
// the checks of the content (in a template, a file name, a page put in by hand) stops the build, and the last good site stays.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { strFromU8, unzipSync } from 'fflate';
import { type PersonalData, personalDataIn } from '../model/checks/privacy.ts';
import { decode } from '../search/tokens.ts';
import { filesOf } from './site-files.ts';

/** Thrown when personal data stands in the output; its message lists where. */
export class PersonalDataInOutput extends Error {
  override name = 'PersonalDataInOutput';
}

/** Pagefind's programs are the same for every county; its index files hold the words of the fragments once more, packed. */
const notText = /^pagefind\/(?:pagefind[\w-]*\.(?:js|css)|wasm\.[\w.-]*|.*\.(?:pf_meta|pf_index|pf_filter))$/;

/** The text of every page of a PDF, and what its properties say: both are packed, and letters are numbers of glyphs. */
async function textsOfPdf(bytes: Uint8Array): Promise<string[]> {
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf');
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  const [{ text }, { info, metadata }] = [await extractText(document), await getMeta(document)];
  return [...text, JSON.stringify(info), JSON.stringify(metadata)];
}

/** The text of every part of a Word file, its properties too: a word may be cut into runs, a paragraph is not. */
function textsOfDocx(bytes: Uint8Array): string[] {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.xml$/.test(name));
  return parts.map(([, part]) =>
    strFromU8(part)
      .replace(/<\/w:p>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  );
}

/** The texts of a file: as it lies there, packed files unpacked, PDFs read, HTML also as it is read (a number may be split by tags). */
async function textsOf(file: string, bytes: Uint8Array): Promise<string[]> {
  const raw = Buffer.from(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  if (file.endsWith('.html'))
    return [raw, raw.replace(/<\/(?:p|li|dd|dt|h\d|td|th|div|section|span)>|<br>/g, '\n').replace(/<[^>]*>/g, '')];
  // Packed streams are noise in which anything can be found; what they hold is read below.
  if (file.endsWith('.pdf')) return [raw.replace(/\bstream\r?\n[\s\S]*?endstream/g, ''), ...(await textsOfPdf(bytes))];
  if (file.endsWith('.docx')) return textsOfDocx(bytes);
  if (file.endsWith('.pf_fragment')) return [decode(raw).join('')];
  return [raw];
}

/** Personal data in one file, each find once. */
export async function personalDataInFile(file: string, bytes: Uint8Array): Promise<PersonalData[]> {
  if (notText.test(file)) return [];
  const found = [file, ...(await textsOf(file, bytes))].flatMap(personalDataIn);
  return [...new Map(found.map((item) => [item.found, item])).values()];
}

export function outputAudit(): AstroIntegration {
  return {
    name: 'output-audit',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const lines: string[] = [];
        for (const file of await filesOf(root))
          for (const { name } of await personalDataInFile(file, await readFile(join(root, file)))) lines.push(`  ${file} 中有${name}`);
        if (lines.length > 0) throw new PersonalDataInOutput(`生成的网页里出现个人信息，不能发布：\n${lines.join('\n')}`);
      },
    },
  };
}
