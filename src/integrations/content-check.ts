// Build hook: no page is built from content with errors, and nothing else is made from it. The same checks and the same words as
// `npm run check`.
import type { AstroIntegration } from 'astro';
import { check, hasErrors } from '../model/check.ts';
import type { County } from '../model/county.ts';
import { disclosed } from '../model/disclosed.ts';
import { report } from '../model/report.ts';
import { resolve } from '../model/resolve.ts';
import { readContent, readForBuild } from '../reading/one-reading.ts';

/** Thrown when content has errors. For the build the report has been printed before, for other commands it is the message. */
export class ContentFaults extends Error {
  override name = 'ContentFaults';
}

async function readAndCheck() {
  const content = await readContent();
  const faults = check(content);
  return { entries: content.entries, isSound: !hasErrors(faults), says: report(faults, content.entries.length) };
}

/** The county as the public may see it, for a command that makes something of it; warnings are left to `npm run check`. */
export async function soundCounty(): Promise<County> {
  const { entries, isSound, says } = await readAndCheck();
  if (!isSound) throw new ContentFaults(says);
  return resolve(disclosed(entries));
}

let said = '';

/** Prints the report, if it is not the last one once more; false when content has errors. */
async function printReport(): Promise<boolean> {
  const { isSound, says } = await readAndCheck();
  if (says !== said) console.log(says);
  said = says;
  return isSound;
}

export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command === 'build') readForBuild();
      },
      'astro:build:start': async () => {
        if (!(await printReport())) throw new ContentFaults('内容有错误，见上面的清单');
      },
      // While writing, faults are shown and pages of what is right are served all the same.
      'astro:server:start': async () => {
        await printReport();
      },
    },
  };
}
