// `npm run bench:kiosk`: what the lobby machine's pad costs: bytes of its script and of the names, and the time from a key to the results
// on the page, in Chromium over the county and over a generated one of 6,000 titles. Prints a table; asserts nothing.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { publishedCounty } from '../src/reading/published.ts';
import { browserArguments, findBrowser } from '../src/rendering/browser.ts';
import { padFiles } from '../src/search/build-titles.ts';
import { searchDocuments } from '../src/views/search-document.ts';
import { generatedDocuments } from '../tests/search/corpus.ts';
import { serveFolder } from '../tests/search/server.ts';

/** The kiosk's site, as the tests build it: `npm run build -- --channel kiosk --out .build/kiosk`. */
const site = '.build/kiosk';
/** Slower than this machine by so much is an old box in a lobby. */
const slowdowns = [1, 6];

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
const percentile = (values: readonly number[], share: number) => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

const scripts = (await readdir(join(site, '_astro'))).filter((file) => file.endsWith('.js'));
const code = await Promise.all(scripts.map((file) => readFile(join(site, '_astro', file))));
console.log(`scripts of all kiosk pages: ${kilobytes(code.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0))} KB gzip`);

const models = searchDocuments(await publishedCounty());
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
const served = await serveFolder(site);
const rows: Record<string, Record<string, string | number>> = {};
try {
  for (const count of [models.length, 6000]) {
    const documents = count === models.length ? models : generatedDocuments(models, count);
    const { file, places } = padFiles(documents);
    const names = JSON.stringify(file);
    // One- to four-letter beginnings of names, as visitors press them: each key is one measurement.
    const typed = documents.filter((_, index) => index % 40 === 0).map(({ title }) => title);
    const initials = (title: string) =>
      [...title.replace(/[^\p{Script=Han}]/gu, '').slice(0, 4)]
        .map((char) => Object.keys(file.letters).find((letter) => file.letters[letter]?.includes(char)) ?? '')
        .join('');
    for (const slowdown of slowdowns) {
      const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
      await page.route('**/kiosk/titles.json', (route) => route.fulfill({ body: names, contentType: 'application/json' }));
      await page.route('**/kiosk/places.txt', (route) => route.fulfill({ body: places, contentType: 'text/plain' }));
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      await page.goto(`${served.address}/search/index.html`);
      await page.waitForSelector('#hits a');
      const times = await page.evaluate((words) => {
        const measured: number[] = [];
        const clear = document.getElementById('clear') as HTMLButtonElement;
        for (const word of words) {
          clear.click();
          for (const letter of word) {
            const started = performance.now();
            document.querySelector<HTMLButtonElement>(`[data-letter=${letter}]`)?.click();
            // Layout is part of what one waits for.
            document.getElementById('hits')?.getBoundingClientRect();
            measured.push(performance.now() - started);
          }
        }
        return measured;
      }, typed.map(initials));
      rows[`${documents.length} names, CPU ÷ ${slowdown}`] = {
        'names gzip, KB': kilobytes(gzipSync(names, { level: 9 }).length),
        'names brotli, KB': kilobytes(brotliCompressSync(names).length),
        keys: times.length,
        'key to result p50, ms': percentile(times, 0.5).toFixed(1),
        'p95, ms': percentile(times, 0.95).toFixed(1),
        'slowest, ms': percentile(times, 0.999).toFixed(1),
      };
      await page.close();
    }
  }
  console.table(rows);
} finally {
  await served.close();
  await browser.close();
}
