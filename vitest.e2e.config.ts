import { defineConfig } from 'vitest/config'

/** Started by `npm run e2e`, which provides the runtime and the desktop. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    environment: 'node',
    // One app at a time: they share a screen and a keychain.
    fileParallelism: false,
    maxConcurrency: 1,
    testTimeout: 120_000,
    hookTimeout: 60_000
  }
})
