// The files that a page brings forth, as its HTML says: its PDF; or instead of it pictures (`data-picture="name"`); and besides it
// drawings (`data-drawing="name"`). In: the page's HTML, then the page as it is open. Out: where the files go, then their bytes.
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { KnownChapters } from './chapters.ts';
import { fitSheets } from './fit.ts';
import { type PrintedPdf, printPdf } from './pdf.ts';
import { drawingsOf, picturesOf } from './pictures.ts';
import { type Imprint, keepPrint, printedBefore } from './printed.ts';

export interface Output {
  file: string;
  form: 'pdf' | 'png' | 'svg';
  /** Name of the picture or drawing in the page. */
  name: string;
}

export function outputsOf(html: string, id: string, out: string): Output[] {
  const named = (attribute: string) => [...html.matchAll(new RegExp(`\\s${attribute}="([^"]+)"`, 'g'))].map(([, name = '']) => name);
  const output = (name: string, form: Output['form']): Output => ({ file: resolve(out, `${name}.${form}`), form, name });
  const pictures = named('data-picture').map((name) => output(name, 'png'));
  return [...(pictures.length > 0 ? pictures : [output(id, 'pdf')]), ...named('data-drawing').map((name) => output(name, 'svg'))];
}

/** What is known of all together. */
function together(prints: readonly Imprint[]): Imprint {
  return {
    pageCount: prints.reduce((sum, { pageCount }) => sum + pageCount, 0),
    chapter: prints.find(({ chapter }) => chapter)?.chapter,
  };
}

/** What is known of them, if every file is as it was made from the same source; else undefined. */
export async function madeBefore(outputs: readonly Output[], source: string): Promise<Imprint | undefined> {
  const prints = await Promise.all(outputs.map(({ file }) => printedBefore(file, source)));
  const found = prints.filter((print) => print !== undefined);
  return found.length === prints.length ? together(found) : undefined;
}

/** Makes all of them before the first is written. Throws with what is wrong; then the old files are as they were. */
export async function makeOutputs(tab: Page, outputs: readonly Output[], source: string, known: KnownChapters): Promise<Imprint> {
  await fitSheets(tab);
  const made = { png: await picturesOf(tab), svg: await drawingsOf(tab) };
  const prints: [string, PrintedPdf][] = [];
  for (const { file, form, name } of outputs) {
    const bytes = form === 'pdf' ? undefined : made[form].get(name);
    if (form === 'pdf') prints.push([file, await printPdf(tab, known)]);
    else if (bytes) prints.push([file, { bytes, pageCount: form === 'png' ? 1 : 0 }]);
    else throw new Error(`没有画出“${name}”`);
  }
  for (const [file, print] of prints) await keepPrint(file, source, print);
  return together(prints.map(([, print]) => print));
}
