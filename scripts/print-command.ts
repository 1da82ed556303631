// What the printing commands share: a run with its progress on the screen, and what came of it in words. A fault makes the exit code 1.
import { relative } from 'node:path';
import { wallPapers } from '../src/channels/print/sheet.ts';
import { ContentFaults } from '../src/integrations/content-check.ts';
import { type Printed, type PrintRun, printRun } from '../src/rendering/print-run.ts';
import { nearest } from '../src/schema/nearest.ts';
import { fail } from './command-line.ts';

/** What to say of an id that is not there, with the one that was probably meant. */
export function unknown(noun: string, id: string, known: readonly string[]): string {
  const meant = nearest(id, known);
  return `没有编号为“${id}”的${noun}${meant ? `，是否应为 ${meant}？` : known.length > 0 ? `，有 ${known.slice(0, 5).join('、')}${known.length > 5 ? ' 等' : ''}。` : '。'}`;
}

/** What to say of a wall paper that there is not. */
export function paperFaults(paper: string): string[] {
  return Object.hasOwn(wallPapers, paper) ? [] : [`没有“${paper}”这种纸，有 ${Object.keys(wallPapers).join('、')}。`];
}

const width = 24;

/** On a terminal one line that fills; in a log one line a document. */
function show({ id, pageCount, reused, fault }: Printed, count: number, total: number): void {
  const result = fault ? '没有印出' : reused ? '没有变化，沿用' : `${pageCount} 页`;
  if (!process.stderr.isTTY) {
    console.error(`${count}/${total}　${id}　${result}`);
    return;
  }
  const filled = Math.round((count / total) * width);
  process.stderr.write(
    `\r\u001b[K[${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${count}/${total}　${id}　${result}${count === total ? '\n' : ''}`,
  );
}

/**
 * Prints, and says what was printed, what was kept, what went wrong. `noun` is what one document is called: 本手册. Gives what is there
 * now; undefined when anything is missing.
 */
export async function runPrinting(run: Omit<PrintRun, 'progress'>, noun: string): Promise<Printed[] | undefined> {
  const started = performance.now();
  try {
    const results = await printRun({ ...run, progress: show });
    const missing = (run.only ?? []).filter((id) => !results.some((result) => result.id === id));
    const faults = results.filter(({ fault }) => fault);
    const reused = results.filter((result) => result.reused).length;
    const printed = results.length - reused - faults.length;
    const where = relative(process.cwd(), run.out) || '.';
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`印了 ${printed} ${noun}${reused > 0 ? `，${reused} ${noun}没有变化、沿用原来的` : ''}，用时 ${seconds} 秒，在 ${where}`);
    for (const id of missing) fail(`没有可以公开的“${id}”，没有印。`);
    for (const { id, fault } of faults) fail(`${id}：${fault}。原有的文件没有改动。`);
    return missing.length + faults.length === 0 ? results : undefined;
  } catch (error) {
    if (error instanceof ContentFaults) fail('内容有错误，没有印，原有的文件没有改动。');
    else fail(`没有印，原有的文件没有改动。${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}
