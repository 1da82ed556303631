// A whole run of printing: build the pages of a job, print those that have changed, search what is printed for personal data, write it whole.
// In: a job (a folder of src/print/pages) and where its PDFs go. Out: <out>/<id>.pdf for each page, or the files it asks
// for (outputs.ts), and what was done.
import { execFile } from 'node:child_process';
import { glob, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { personalDataInFile } from '../integrations/output-audit.ts';
import { browserArguments, findPrintBrowser } from './browser.ts';
import { fontPackages, fontSheet } from './fonts.ts';
import { madeBefore, makeOutputs, type Output, outputsOf } from './outputs.ts';
import { buildPrintPages, type PrintPage } from './print-pages.ts';
import { hashOf } from './printed.ts';

export interface PrintRun {
  job: string;
  /** Ids of the pages wanted; all of the job when not given. */
  only?: readonly string[] | undefined;
  /** Folder of the PDFs. */
  out: string;
  /** Called after each document. */
  progress?: (done: Printed, count: number, total: number) => void;
}

export interface Printed {
  id: string;
  file: string;
  pageCount: number;
  /** Nothing it is printed from has changed: the PDF is the old one. */
  reused: boolean;
  /** Why it was not printed; the old PDF, if there is one, is as it was. */
  fault?: string;
}

/** More tabs cost memory and gain nothing on two cores (docs/measured.md). */
const tabs = 2;

/** The engine as a hash: printing code, fonts, browser. A new version of any of them prints everything anew. */
async function engineHash(browserPath: string): Promise<string> {
  const code = (await Array.fromAsync(glob('*.ts', { cwd: import.meta.dirname }))).sort();
  const sources = await Promise.all(code.map((file) => readFile(join(import.meta.dirname, file))));
  const version = await promisify(execFile)(browserPath, ['--version']).then(
    ({ stdout }) => stdout,
    async () => String((await stat(browserPath)).size),
  );
  return hashOf(version, JSON.stringify(await fontPackages()), ...sources);
}

/** Opens a page as it is printed: with its fonts in it. */
export async function openPage(tab: Page, { file }: PrintPage, html: string): Promise<void> {
  const ready = file.replace(/index\.html$/, 'print.html');
  const sheet = await fontSheet(html);
  await writeFile(
    ready,
    html.replace('</head>', () => `<style>${sheet}</style></head>`),
  );
  await tab.goto(pathToFileURL(ready).href, { timeout: 0 });
}

async function printAndKeep(tab: Page, page: PrintPage, html: string, outputs: readonly Output[], source: string): Promise<number> {
  // All that can be in the PDF is in the page; to read it out of the PDF again would cost more than printing it.
  const found = await personalDataInFile('index.html', Buffer.from(html));
  if (found.length > 0) throw new Error(`要印的内容里有${[...new Set(found.map(({ name }) => name))].join('、')}，不能印`);
  await openPage(tab, page, html);
  return makeOutputs(tab, outputs, source);
}

/** Runs the job. Faults of a single document are in its result; the others are printed all the same. Throws ContentFaults. */
export async function printRun({ job, only, out, progress }: PrintRun): Promise<Printed[]> {
  const pages = await buildPrintPages(job, only);
  const browserPath = await findPrintBrowser();
  const engine = await engineHash(browserPath);
  let browser: Promise<Browser> | undefined;
  const launched = () => {
    browser ??= chromium.launch({ executablePath: browserPath, args: browserArguments });
    return browser;
  };
  const results: Printed[] = [];
  const waiting = [...pages];
  const work = async () => {
    // One tab for all documents of a worker: a new one is a new process.
    let tab: Page | undefined;
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      const { id } = page;
      const html = await readFile(page.file, 'utf8');
      const outputs = outputsOf(html, id, out);
      const source = hashOf(engine, html);
      const before = await madeBefore(outputs, source);
      let result: Printed = { id, file: outputs[0]?.file ?? '', pageCount: before ?? 0, reused: before !== undefined };
      if (before === undefined) {
        try {
          tab ??= await (await launched()).newPage({ viewport: { width: 1920, height: 1080 } });
          result.pageCount = await printAndKeep(tab, page, html, outputs, source);
        } catch (error) {
          result = { ...result, fault: error instanceof Error ? error.message : String(error) };
        }
      }
      results.push(result);
      progress?.(result, results.length, pages.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: tabs }, work));
  } finally {
    await (await browser)?.close();
  }
  return results.sort((a, b) => (a.id < b.id ? -1 : 1));
}
