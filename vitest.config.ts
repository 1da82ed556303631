import { defineConfig } from 'vitest/config';

// Plain Node, no Astro: what needs Astro is tested through the real build. Builds share Astro's cache folder, so files run in turn.
export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], fileParallelism: false, testTimeout: 180_000, hookTimeout: 180_000 },
});
