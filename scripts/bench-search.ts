// `npm run bench:search`: what search finds and costs, beside Pagefind as documented, MiniSearch and FlexSearch, in the same run, in
// Chromium over HTTP, over the county and over generated ones. Sizes are bytes transferred. Prints tables; asserts nothing.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { publishedCounty } from '../src/reading/published.ts';
import { browserArguments, findBrowser } from '../src/rendering/browser.ts';
import { searchDocuments, searchSynonyms } from '../src/views/search-document.ts';
import { generatedDocuments } from '../tests/search/corpus.ts';
import { buildEngines, enginesFor } from '../tests/search/engines.ts';
import { inBrowser } from '../tests/search/in-browser.ts';
import { kindsTable, scoresTable } from '../tests/search/measures.ts';
import { oracleOf } from '../tests/search/oracle.ts';
import { queriesOf } from '../tests/search/queries.ts';
import { serveFolder } from '../tests/search/server.ts';
import { openBuilt } from '../tests/search-index.ts';

const { values } = parseArgs({
  options: { corpus: { type: 'string', default: 'county,3000,30000' }, failures: { type: 'boolean', default: false } },
});

const county = await publishedCounty();
const synonyms = searchSynonyms(county);
const models = searchDocuments(county);
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
try {
  for (const corpus of values.corpus.split(',')) {
    const documents = corpus === 'county' ? models : generatedDocuments(models, Number(corpus));
    const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));
    const names = enginesFor(documents.length);
    const seconds = await buildEngines(folder, names, documents, synonyms);
    const oracle = oracleOf(documents);
    const queries = queriesOf(oracle, synonyms, documents.length);
    const served = await serveFolder(folder);
    const own = await openBuilt(join(folder, 'pagefind'));
    const answers = new Map<string, { all: string[]; first: string[] }[]>();
    const costs: Record<string, Record<string, number | string>> = {};
    for (const name of names) {
      const { cost, given } = await inBrowser(browser, served, name, queries, folder);
      if (name === 'ours')
        for (const [index, { text }] of queries.entries())
          given[index] = { all: (await own.search(text)).all, first: given[index]?.first ?? [] };
      answers.set(name, given);
      costs[name] = { ...cost, 'index built, s': seconds[name]?.toFixed(1) ?? '' };
    }
    console.log(`\n${corpus}: ${documents.length} pages, ${queries.length} queries`);
    console.table(scoresTable(queries, answers));
    console.table(costs);
    console.table(kindsTable(queries, answers.get('ours') ?? []));
    if (values.failures) {
      for (const [index, { kind, text, right }] of queries.entries()) {
        const first = answers.get('ours')?.[index]?.first ?? [];
        if (!first.some((href) => right.has(href))) console.log(`  ${kind}: ${text} (${right.size})`);
      }
    }
    await own.close();
    await served.close();
    await rm(folder, { recursive: true, force: true });
  }
} finally {
  await browser.close();
}
