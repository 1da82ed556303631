// A whole run of printing: build the pages of a job, print those that have changed, search what is printed for personal data, write it whole.
// In: a job (a folder of src/print/pages) and where its PDFs go. Out: <out>/<id>.pdf for each page, or the files it asks
// for (outputs.ts), and what was done.
import { execFile } from 'node:child_process';
import { glob, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { personalDataInFile } from '../integrations/output-audit.ts';
import { browserArguments, findPrintBrowser } from './browser.ts';
import { type ChapterPlaces, chaptersIn, type KnownChapters } from './chapters.ts';
import { type CutFonts, fontCutter, fontPackages } from './fonts.ts';
import { madeBefore, makeOutputs, type Output, outputsOf } from './outputs.ts';
import { buildPrintPages } from './print-pages.ts';
import { hashOf, type Imprint } from './printed.ts';

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

interface Document {
  id: string;
  html: string;
  /** Where the page lies, with room beside it for what is printed. */
  page: string;
  /** Where the PDF goes, and what else the page brings forth. */
  outputs: Output[];
  source: string;
  /** Its chapters, if it is a book. */
  chapters: string[];
}

async function printDocument(
  tab: Page,
  { html, page, outputs, source }: Document,
  fonts: CutFonts,
  known: KnownChapters,
): Promise<Imprint> {
  // All that can be in the PDF is in the page; to read it out of the PDF again would cost more than printing it.
  const found = await personalDataInFile('index.html', Buffer.from(html));
  if (found.length > 0) throw new Error(`要印的内容里有${[...new Set(found.map(({ name }) => name))].join('、')}，不能印`);
  const folder = dirname(page);
  const ready = join(folder, 'print.html');
  for (const { name, bytes } of fonts.files) await writeFile(join(folder, name), bytes);
  await writeFile(
    ready,
    html.replace('</head>', () => `<style>${fonts.sheet}</style></head>`),
  );
  await tab.goto(pathToFileURL(ready).href, { timeout: 0 });
  // Before anything is measured, and by name: a book, which is not laid out for the screen, would ask for none before it is printed.
  await tab.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
  return makeOutputs(tab, outputs, source, known);
}

type Result = Imprint & Pick<Printed, 'reused' | 'fault'>;

/** Prints documents, and tells of each as it is done. Books of many chapters come last: by then their page numbers are known. */
async function printAll(
  documents: readonly Document[],
  browserPath: string,
  known: KnownChapters,
  done: (document: Document, result: Result) => void,
): Promise<void> {
  const fontsFor = await fontCutter(documents.map(({ html }) => html));
  const browser = await chromium.launch({ executablePath: browserPath, args: browserArguments });
  const print = async (tab: Page, document: Document) => {
    try {
      done(document, { ...(await printDocument(tab, document, await fontsFor(document.html), known)), reused: false });
    } catch (error) {
      done(document, { pageCount: 0, reused: false, fault: error instanceof Error ? error.message : String(error) });
    }
  };
  /** Side by side, the largest first, so that none is left to be waited for. */
  const sideBySide = async (some: Document[]) => {
    const waiting = some.sort((a, b) => b.html.length - a.html.length);
    const work = async () => {
      // One tab for all documents of a worker: a new one is a new process.
      const tab = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
      for (let document = waiting.shift(); document; document = waiting.shift()) await print(tab, document);
      await tab.close();
    };
    await Promise.all(Array.from({ length: Math.min(tabs, waiting.length) }, work));
  };
  try {
    await sideBySide(documents.filter(({ chapters }) => chapters.length <= 1));
    await sideBySide(documents.filter(({ chapters }) => chapters.length > 1));
  } finally {
    await browser.close();
  }
}

/** Runs the job. Faults of a single document are in its result; the others are printed all the same. Throws ContentFaults. */
export async function printRun({ job, only, out, progress }: PrintRun): Promise<Printed[]> {
  const pages = await buildPrintPages(job, only);
  const browserPath = await findPrintBrowser();
  const engine = await engineHash(browserPath);
  const results: Printed[] = [];
  const known = new Map<string, ChapterPlaces>();
  const done = ({ id, outputs, chapters }: Document, { pageCount, chapter, reused, fault }: Result) => {
    if (chapter) known.set(chapters[0] ?? '', chapter);
    const printed: Printed = { id, file: outputs[0]?.file ?? '', pageCount, reused, ...(fault !== undefined && { fault }) };
    results.push(printed);
    progress?.(printed, results.length, pages.length);
  };
  const fresh: Document[] = [];
  for (const { id, file: page } of pages) {
    const html = await readFile(page, 'utf8');
    const document = { id, html, page, outputs: outputsOf(html, id, out), source: hashOf(engine, html), chapters: chaptersIn(html) };
    const before = await madeBefore(document.outputs, document.source);
    if (before) done(document, { ...before, reused: true });
    else fresh.push(document);
  }
  if (fresh.length > 0) await printAll(fresh, browserPath, known, done);
  return results.sort((a, b) => (a.id < b.id ? -1 : 1));
}
