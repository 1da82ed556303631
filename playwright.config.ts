import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from './src/rendering/browser.ts';

const port = 4400;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.build/test-results',
  fullyParallel: true,
  workers: 2,
  // The slowest test takes 36 s on two cores. The limit is there to end what hangs, not to judge a slow machine.
  timeout: 240_000,
  forbidOnly: true,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    launchOptions: { executablePath: await findBrowser(), args: browserArguments },
  },
  // The demonstration county for web and kiosk, built by the tests in tests/build (or `npm run build -- --out .build/site` and
  // `npm run build -- --channel kiosk --out .build/kiosk`) before the browser starts.
  webServer: ['site', 'kiosk'].map((folder, index) => ({
    command: `node tests/serve.ts .build/${folder} ${port + index}`,
    url: `http://127.0.0.1:${port + index}/`,
    reuseExistingServer: false,
  })),
});
