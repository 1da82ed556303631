// Build hook: the published county → dist/pagefind/.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { publishedCounty } from '../reading/published.ts';
import { buildIndex } from '../search/build-index.ts';
import { searchDocuments, searchSynonyms } from '../views/search-document.ts';

export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const county = await publishedCounty();
        const documents = searchDocuments(county);
        await buildIndex(documents, searchSynonyms(county), fileURLToPath(new URL('pagefind/', dir)));
        logger.info(`搜索索引：${documents.length} 页`);
      },
    },
  };
}
