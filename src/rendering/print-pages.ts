// The HTML of everything that is printed: an Astro build of its own, src/print → .build/print/<job>/, never part of dist.
// Content is checked first, as for the site; style sheets stand in the pages, so that a page is all that there is to be printed.
import { glob, rm } from 'node:fs/promises';
import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import { build } from 'astro';
import { contentCheck } from '../integrations/content-check.ts';
import { paperLinksIntegration } from '../integrations/paper-links.ts';

export interface PrintPage {
  /** Path below the job: `linxi`, `units/minzheng`. */
  id: string;
  file: string;
}

const project = join(import.meta.dirname, '../..');

/** Builds the pages of src/print/pages/<job>/, or only those with the ids given. Throws ContentFaults, after the report was printed. */
export async function buildPrintPages(job: string, only?: readonly string[]): Promise<PrintPage[]> {
  const out = join(project, '.build/print', job);
  await rm(out, { recursive: true, force: true });
  await build({
    configFile: false,
    root: project,
    srcDir: './src/print',
    outDir: out,
    cacheDir: join(project, '.build/print/.cache'),
    publicDir: join(project, '.build/print/none'),
    logLevel: 'silent',
    build: { inlineStylesheets: 'always' },
    integrations: [contentCheck(), mdx(), paperLinksIntegration()],
    vite: { define: { 'import.meta.env.PRINT_JOB': JSON.stringify(job), 'import.meta.env.PRINT_ONLY': JSON.stringify(only ?? null) } },
  });
  const files = await Array.fromAsync(glob(`${job}/**/index.html`, { cwd: out }));
  return files
    .map((file) => ({ id: file.replaceAll('\\', '/').slice(job.length + 1, -'/index.html'.length), file: join(out, file) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
