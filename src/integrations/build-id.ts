// Build hook, last of those that write: all files of the finished site → build.txt, one line of 16 hex digits that is the same for the
// same content and another one when a byte of the site is. A screen or a kiosk asks for this file to learn that something is new.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesOf } from './site-files.ts';

/** The name of the file at the root of the site. */
export const buildFile = 'build.txt';

/** A page that must know the build it belongs to leaves this attribute empty; it is filled in after the count, which sees it empty. */
const unfilled = 'data-build=""';

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/** Writes build.txt into the folder `root`, fills in the pages that wait for the id, and returns the id. */
export async function writeBuildId(root: string): Promise<string> {
  const lines: string[] = [];
  const waiting = new Map<string, string>();
  for (const file of (await filesOf(root)).filter((path) => path !== buildFile)) {
    const bytes = await readFile(join(root, file));
    lines.push(`${file} ${sha256(bytes)}\n`);
    if (file.endsWith('.html') && bytes.includes(unfilled)) waiting.set(file, bytes.toString('utf8'));
  }
  const id = sha256(lines.join('')).slice(0, 16);
  for (const [file, html] of waiting) await writeFile(join(root, file), html.replace(unfilled, `data-build="${id}"`));
  await writeFile(join(root, buildFile), `${id}\n`);
  return id;
}

export function buildId(): AstroIntegration {
  return {
    name: 'build-id',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        logger.info(`版本：${await writeBuildId(fileURLToPath(dir))}`);
      },
    },
  };
}
