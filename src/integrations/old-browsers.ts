// Build hooks for browsers that are seldom updated. Kiosk: all style sheets of the site → one that Chromium 87 understands. Web: the sheets
// of screens, for the players behind panels; phones get theirs as they are, which is smaller. Chromium 87 drops `@layer` blocks whole
// (known from 99 on), so the layers are written out as specificity; order between sheets then needs no care, as every rule of ours has
// a layer. `:is` (88) becomes lists; the rest is lowered by Lightning CSS, which cannot do these two.
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import cascadeLayers from '@csstools/postcss-cascade-layers';
import isPseudoClass from '@csstools/postcss-is-pseudo-class';
import type { AstroIntegration } from 'astro';
import { transform } from 'lightningcss';
import postcss from 'postcss';
import { filesOf, rewritePages } from './site-files.ts';

/** The oldest browser that kiosks and screens are promised to run in. */
const oldest = 87;
export const oldestChromium = `chrome${oldest}`;

/** One sheet that says the same in the oldest browser. Throws with the sheet's place when it cannot be read. */
export async function forOldBrowsers(css: string): Promise<string> {
  const { css: flat } = await postcss([isPseudoClass(), cascadeLayers()]).process(css, { from: undefined });
  return transform({ filename: 'site.css', code: Buffer.from(flat), minify: true, targets: { chrome: oldest << 16 } }).code.toString();
}

const link = /<link rel="stylesheet"[^>]*>/g;

export function oldBrowsers(): AstroIntegration {
  return {
    name: 'old-browsers',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const sheets = (await filesOf(root)).filter((file) => file.endsWith('.css'));
        const together = await Promise.all(sheets.map((file) => readFile(join(root, file), 'utf8')));
        const css = await forOldBrowsers(together.join('\n'));
        const name = `_astro/site.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
        await Promise.all(sheets.map((file) => rm(join(root, file))));
        await writeFile(join(root, name), css);
        await rewritePages(root, (html) => html.replace(link, '').replace('</title>', `</title><link rel="stylesheet" href="/${name}">`));
      },
    },
  };
}

export function oldBrowserScreens(): AstroIntegration {
  return {
    name: 'old-browser-screens',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const sheets = new Set<string>();
        for (const file of (await filesOf(root)).filter((path) => /^screen\/.*\.html$/.test(path)))
          for (const [, sheet] of (await readFile(join(root, file), 'utf8')).matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g))
            sheets.add(sheet ?? '');
        for (const sheet of sheets) await writeFile(join(root, sheet), await forOldBrowsers(await readFile(join(root, sheet), 'utf8')));
      },
    },
  };
}
