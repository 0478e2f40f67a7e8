import { defineConfig } from "vitest/config";

/** The browser test. Needs a Chromium: `scripts/fetch-chromium.mjs` finds or installs one. */
export default defineConfig({
  test: {
    include: ["tests/e2e/**/*.e2e.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
