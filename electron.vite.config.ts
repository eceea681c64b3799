import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname

const noJsonSchemas = resolve(root, 'electron/no-json-schemas.ts')

// The lowest runtime that the app supports: Electron 33, that is Chromium 130 and Node 20.18.
const node = 'node20.18'
const chromium = 'chrome130'

/**
 * Three bundles. Everything is bundled but `electron` and `keytar`, whose native part is loaded from its own
 * package. Entries are absolute: beside a folder named `electron`, a relative one reads as that package.
 */
export default defineConfig({
  main: {
    resolve: { alias: { 'ajv/dist/2020.js': noJsonSchemas, 'ajv-formats': noJsonSchemas } },
    build: {
      outDir: resolve(root, 'out/main'),
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        // The worker stands beside main, where main starts it from.
        input: [
          resolve(root, 'electron/main.ts'),
          resolve(root, 'electron/chathub/list-worker.ts')
        ],
        external: ['keytar'],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js'
        }
      }
    }
  },
  preload: {
    build: {
      outDir: resolve(root, 'out/preload'),
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: resolve(root, 'electron/preload.ts'),
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }
      }
    }
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [svelte()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      target: chromium,
      minify: true,
      // Data URLs would need a looser content security policy; the app protocol serves small files as fast.
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve(root, 'renderer/index.html') }
    },
    worker: { format: 'es' }
  }
})
