// What the kiosk's build has beside its pages: the names for the letter pad, the service worker, and a manifest by which a machine proves
// that what it holds is whole. In: the published county, the finished pages. Out: files in the site.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { publishedCounty } from '../reading/published.ts';
import { padFiles } from '../search/build-titles.ts';
import { searchDocuments } from '../views/search-document.ts';
import { buildFile } from './build-id.ts';
import { filesOf } from './site-files.ts';

/** The list of all files with the SHA-256 of each, in hex; itself and the build id left out. */
export const manifestFile = 'manifest.json';

export interface Manifest {
  /** The build's id. */
  release: string;
  files: Record<string, string>;
}

/** Of no use on a machine that has no address bar. */
const unused = ['opensearch.xml'];

export function kioskFiles(): AstroIntegration {
  return {
    name: 'kiosk-files',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const { file, places } = padFiles(searchDocuments(await publishedCounty()));
        await mkdir(join(root, 'kiosk'), { recursive: true });
        await writeFile(join(root, 'kiosk/titles.json'), JSON.stringify(file));
        await writeFile(join(root, 'kiosk/places.txt'), places);
        await copyFile('src/channels/kiosk/machine/service-worker.js', join(root, 'service-worker.js'));
        for (const name of unused) await rm(join(root, name), { force: true });
      },
    },
  };
}

/** After everything that writes into the site. */
export function kioskManifest(): AstroIntegration {
  return {
    name: 'kiosk-manifest',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files: Manifest['files'] = {};
        for (const path of await filesOf(root))
          if (path !== buildFile)
            files[path] = createHash('sha256')
              .update(await readFile(join(root, path)))
              .digest('hex');
        const release = (await readFile(join(root, buildFile), 'utf8')).trim();
        await writeFile(join(root, manifestFile), JSON.stringify({ release, files } satisfies Manifest));
      },
    },
  };
}
