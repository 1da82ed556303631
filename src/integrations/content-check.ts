// Build hook: no page is built from content with errors. The same checks and the same words as `npm run check`.
import type { AstroIntegration } from 'astro';
import { check, hasErrors } from '../model/check.ts';
import { report } from '../model/report.ts';
import { contentDirectory, readCountyFolder } from '../reading/county-folder.ts';

/** Thrown when content has errors; its message is the whole report. */
export class ContentFaults extends Error {
  override name = 'ContentFaults';
}

export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:build:start': async ({ logger }) => {
        const content = await readCountyFolder(contentDirectory());
        const faults = check(content);
        const text = report(faults, content.entries.length);
        if (hasErrors(faults)) throw new ContentFaults(text);
        logger.info(text);
      },
    },
  };
}
