import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/e2e/**"],
    globalSetup: [],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The default leaves a core of two idle; most files wait for processes, disks and sockets.
    maxWorkers: 2,
    expect: { poll: { timeout: 20_000 } },
  },
});
