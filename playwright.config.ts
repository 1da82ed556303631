import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from './src/rendering/browser.ts';

const port = 4400;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.build/test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  forbidOnly: true,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    launchOptions: { executablePath: await findBrowser(), args: browserArguments },
  },
  // The demonstration county, built by scripts/test.ts (or `npm run build -- --out .build/site`) before the browser starts.
  webServer: { command: `node tests/serve.ts .build/site ${port}`, url: `http://127.0.0.1:${port}/`, reuseExistingServer: false },
});
