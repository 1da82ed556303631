// Build hook: the routes that only one channel has. What lies in src/pages is in every build; folders that begin with a low line are not
// routes until they are named here.
import type { AstroIntegration } from 'astro';
import { attractUrl, downloadsUrl } from '../views/urls.ts';

const routes: Record<string, { pattern: string; entrypoint: string }[]> = {
  web: [
    { pattern: '/screen/[playlist]/[...slide]', entrypoint: './src/pages/_screen/slides.astro' },
    { pattern: `${downloadsUrl}[...only]`, entrypoint: './src/pages/_web/downloads.astro' },
  ],
  kiosk: [{ pattern: attractUrl, entrypoint: './src/pages/_kiosk/attract.astro' }],
};

/** `channel` as in CHANNEL; a channel without routes of its own has none. */
export function channelRoutes(channel: string): AstroIntegration {
  return {
    name: 'channel-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const route of routes[channel] ?? []) injectRoute(route);
      },
    },
  };
}
