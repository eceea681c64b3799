import { defineConfig } from 'vitest/config'

/** Started by `npm run e2e`, which provides the runtime and the desktop. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    environment: 'node',
    // One app at a time: they share a screen and a keychain.
    fileParallelism: false,
    maxConcurrency: 1,
    // What is waited for comes within a second or two; a machine that is busy with other work takes its time.
    testTimeout: 240_000,
    hookTimeout: 150_000,
    expect: { poll: { timeout: 40_000 } }
  }
})
