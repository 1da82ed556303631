// @ts-check
// The site build: content is checked, pages are made, the search index is written, links are made relative, the build gets
// its id, the result is audited.
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { buildId } from './src/integrations/build-id.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { outputAudit } from './src/integrations/output-audit.ts';
import { relativeLinksIntegration } from './src/integrations/relative-links.ts';
import { searchIndex } from './src/integrations/search-index.ts';

export default defineConfig({
  integrations: [contentCheck(), mdx(), searchIndex(), relativeLinksIntegration(), buildId(), outputAudit()],
  trailingSlash: 'always',
  // Style sheets and scripts stay files of their own: fetched once for all pages, and the policy admits no inline code.
  build: { inlineStylesheets: 'never' },
  vite: {
    // Style sheets are written for the oldest browser that kiosks and screens have; later syntax (media ranges) would be dropped there.
    build: { assetsInlineLimit: 0, cssTarget: 'chrome87' },
    // Chunks and workers find each other relative to themselves, so the folder may be moved.
    experimental: { renderBuiltUrl: (_file, { hostType }) => (hostType === 'js' ? { relative: true } : undefined) },
    worker: { format: 'es' },
  },
});
