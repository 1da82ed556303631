// @ts-check
// The site build: content is checked, pages are made, the search index is written, links are made relative, the build
// gets its id, the result is audited.
// CHANNEL says for whom: `web` (default) or `kiosk`. The pages are the same; `#channel/…` is the folder of src/channels that frames them.
// HANDBOOKS names the folder of the handbooks to publish; scripts/build.ts sets both.
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { bookDownloads } from './src/integrations/book-downloads.ts';
import { buildId } from './src/integrations/build-id.ts';
import { channelRoutes } from './src/integrations/channel-routes.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { kioskFiles, kioskManifest } from './src/integrations/kiosk.ts';
import { lockIn } from './src/integrations/lock-in.ts';
import { oldBrowserScreens, oldBrowsers, oldestChromium } from './src/integrations/old-browsers.ts';
import { outputAudit } from './src/integrations/output-audit.ts';
import { relativeLinksIntegration } from './src/integrations/relative-links.ts';
import { searchIndex } from './src/integrations/search-index.ts';

const channel = process.env.CHANNEL ?? 'web';
const forKiosk = channel === 'kiosk';

export default defineConfig({
  integrations: [
    contentCheck(),
    channelRoutes(channel),
    mdx(),
    ...(forKiosk ? [kioskFiles(), oldBrowsers(), lockIn()] : [searchIndex(), oldBrowserScreens(), bookDownloads()]),
    relativeLinksIntegration(),
    buildId(),
    ...(forKiosk ? [kioskManifest()] : []),
    outputAudit(),
  ],
  trailingSlash: 'always',
  // Style sheets and scripts stay files of their own: fetched once for all pages, and the policy admits no inline code.
  build: { inlineStylesheets: 'never' },
  vite: {
    resolve: { alias: { '#channel': fileURLToPath(new URL(`src/channels/${channel}`, import.meta.url)) } },
    build: { assetsInlineLimit: 0, ...(forKiosk ? { target: oldestChromium } : {}) },
    // Chunks and workers find each other relative to themselves, so the folder may be moved.
    experimental: { renderBuiltUrl: (_file, { hostType }) => (hostType === 'js' ? { relative: true } : undefined) },
    worker: { format: 'es' },
  },
});
