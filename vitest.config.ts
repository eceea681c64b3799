import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['{electron,shared,scripts,simulation,bench,e2e}/**/*.test.ts']
        }
      },
      {
        plugins: [svelte({ configFile: false })],
        // Without this the server's build of Svelte is taken, and runes do nothing.
        resolve: { conditions: ['browser'] },
        test: { name: 'dom', environment: 'happy-dom', include: ['renderer/**/*.test.ts'] }
      }
    ]
  }
})
