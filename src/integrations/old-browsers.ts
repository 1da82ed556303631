// Build hook of the kiosk: all style sheets of the site → one that Chromium 87 understands, because the boxes in lobbies are seldom
// updated. It drops `@layer` blocks whole (known from 99 on), so the layers are written out as specificity; order between sheets then
// needs no care, as every rule of ours has a layer. `:is` (88) becomes lists; the rest is lowered by Lightning CSS, which cannot do
// these two.
import { createHash } from 'node:crypto';
import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import cascadeLayers from '@csstools/postcss-cascade-layers';
import isPseudoClass from '@csstools/postcss-is-pseudo-class';
import type { AstroIntegration } from 'astro';
import { transform } from 'lightningcss';
import postcss from 'postcss';

/** The oldest browser that kiosks and screens are promised to run in. */
const oldest = 87;
export const oldestChromium = `chrome${oldest}`;

/** One sheet that says the same in the oldest browser. Throws with the sheet's place when it cannot be read. */
export async function forOldBrowsers(css: string): Promise<string> {
  const { css: flat } = await postcss([isPseudoClass(), cascadeLayers()]).process(css, { from: undefined });
  const { code } = transform({
    filename: 'site.css',
    code: Buffer.from(flat),
    minify: true,
    targets: { chrome: oldest << 16 },
  });
  return code.toString();
}

const link = /<link rel="stylesheet"[^>]*>/g;

export function oldBrowsers(): AstroIntegration {
  return {
    name: 'old-browsers',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const sheets = (await Array.fromAsync(glob('_astro/*.css', { cwd: root }))).sort();
        const together = await Promise.all(sheets.map((file) => readFile(join(root, file), 'utf8')));
        const css = await forOldBrowsers(together.join('\n'));
        const name = `_astro/site.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
        await Promise.all(sheets.map((file) => rm(join(root, file))));
        await writeFile(join(root, name), css);
        for await (const file of glob('**/*.html', { cwd: root })) {
          const html = (await readFile(join(root, file), 'utf8')).replace(link, '');
          await writeFile(join(root, file), html.replace('</title>', `</title><link rel="stylesheet" href="/${name}">`));
        }
      },
    },
  };
}
