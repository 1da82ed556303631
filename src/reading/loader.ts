// Astro content-layer loader for kinds with a prose body. It hands Astro the id and the file and lets Astro compile the MDX;
// all data of the record comes from the county, so the entry carries none. Only disclosed records are handed over.

import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader } from 'astro/loaders';
import { disclosed } from '../model/disclosed.ts';
import { entriesOf } from '../model/entry.ts';
import { contentDirectory } from './county-folder.ts';
import { readContent } from './one-reading.ts';

export type ProseKind = 'rule' | 'notice' | 'page';

export function countyLoader(kind: ProseKind): Loader {
  return {
    name: `county-${kind}`,
    async load({ store, config, generateDigest, watcher }) {
      const directory = contentDirectory();
      const fill = async () => {
        const { entries } = await readContent();
        store.clear();
        for (const entry of entriesOf(disclosed(entries).entries, kind)) {
          const filePath = relative(fileURLToPath(config.root), join(directory, entry.file)).replaceAll('\\', '/');
          store.set({
            id: entry.id,
            data: {},
            filePath,
            deferredRender: true,
            digest: generateDigest((entry.prose ?? []).map(({ text }) => text).join('\n')),
          });
        }
      };
      await fill();
      watcher?.add(directory);
      watcher?.on('all', (_event, path) => {
        if (pathToFileURL(path).href.startsWith(pathToFileURL(directory).href)) void fill();
      });
    },
  };
}
