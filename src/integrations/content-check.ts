// Build hook: no page is built from content with errors. The same checks and the same words as `npm run check`.
import type { AstroIntegration } from 'astro';
import { check, hasErrors } from '../model/check.ts';
import { report } from '../model/report.ts';
import { readContent, readForBuild } from '../reading/one-reading.ts';

/** Thrown when content has errors, after the report has been printed. */
export class ContentFaults extends Error {
  override name = 'ContentFaults';
}

async function printReport(): Promise<boolean> {
  const content = await readContent();
  const faults = check(content);
  console.log(report(faults, content.entries.length));
  return hasErrors(faults);
}

export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command === 'build') readForBuild();
      },
      'astro:build:start': async () => {
        if (await printReport()) throw new ContentFaults('内容有错误，见上面的清单');
      },
      // While writing, faults are shown and pages of what is right are served all the same.
      'astro:server:start': async () => {
        await printReport();
      },
    },
  };
}
