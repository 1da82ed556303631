// One engine in Chromium over HTTP: what it answers, what it loads from a cold cache, how long a query takes when warm.
import type { Browser } from '@playwright/test';
import { addressesOf } from './engines.ts';
import type { Given } from './measures.ts';
import type { Query } from './queries.ts';
import type { Served } from './server.ts';

/** So many queries are asked from a cold cache, spread over all kinds. */
const coldQueries = 60;
/** These load everything before the first query. */
const wholeIndex = new Set(['minisearch', 'flexsearch']);

const percentile = (values: readonly number[], part: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;
const kilobytes = (bytes: number) => (bytes / 1024).toFixed(0);

export async function inBrowser(
  browser: Browser,
  served: Served,
  name: string,
  queries: readonly Query[],
  folder: string,
): Promise<{ cost: Record<string, string>; given: Given[] }> {
  const open = async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${served.address}/${name}.html`);
    await page.waitForFunction(() => 'engine' in window);
    return { context, page };
  };

  const ready: number[] = [];
  const cold: number[] = [];
  const wordLists: number[] = [];
  const step = Math.max(1, Math.floor(queries.length / (wholeIndex.has(name) ? 1 : coldQueries)));
  for (const { text } of queries.filter((_, index) => index % step === 0)) {
    const before = served.sent();
    const { context, page } = await open();
    await page.evaluate(() => window.engine.ready());
    const loaded = served.sent();
    await page.evaluate((query) => window.engine.search(query), text);
    const after = served.sent();
    ready.push(loaded.other - before.other);
    cold.push(after.other - loaded.other);
    wordLists.push(after.wordList - before.wordList);
    await context.close();
  }

  const { context, page } = await open();
  await page.evaluate(() => window.engine.ready());
  const given: Given[] = [];
  for (const { text } of queries) given.push(await page.evaluate((query) => window.engine.search(query), text));
  const warm = await page.evaluate(
    async (texts) => {
      const times: number[] = [];
      for (const text of texts) {
        const start = performance.now();
        await window.engine.search(text);
        times.push(performance.now() - start);
      }
      return times;
    },
    queries.map(({ text }) => text),
  );
  await context.close();

  const address = await addressesOf(folder, name);
  return {
    given: given.map(({ all, first: ten }) => ({ all: address ? all.map((id) => address.get(id) ?? '') : all, first: ten })),
    cost: {
      'ready KB': kilobytes(percentile(ready, 0.5)),
      'first result KB': kilobytes(percentile(ready, 0.5) + percentile(cold, 0.5)),
      'cold query KB p50': kilobytes(percentile(cold, 0.5)),
      'cold query KB p95': kilobytes(percentile(cold, 0.95)),
      'word list KB, once': kilobytes(Math.max(...wordLists)),
      'warm ms p50': percentile(warm, 0.5).toFixed(1),
      'warm ms p95': percentile(warm, 0.95).toFixed(1),
    },
  };
}
