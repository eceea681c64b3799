import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build } from 'vite'
import { beginning } from '../electron/sandbox/data.ts'

const pages = ['empty.html', 'floor.html', 'storage.html', 'csv.html']
const peerPages = [
  'ag-grid.html',
  'ag-grid-start.html',
  'svar.html',
  'tanstack.html',
  'svelte-start.html',
  'storage.html',
  'csv.html'
]
const common = { configFile: false, logLevel: 'error', worker: { format: 'es' } } as const
const chromium = 'chrome130'

/** What a build reads, where it puts what it made, and whether the peers are in it. */
interface Places {
  readonly root: string
  readonly folder: string
  readonly peers: boolean
}

/**
 * Bundles the stage: the floors' pages and the Electron app that shows them, with the app's own modules in
 * them, built as the app itself is; and the script that watches a grid. Returns its folder.
 */
export async function buildStage(root: string, peers: boolean): Promise<string> {
  const folder = join(root, `node_modules/.cache/switchboard-bench${peers ? '-peers' : ''}`)
  const places = { root, folder, peers }
  await buildPages(places)
  if (peers) await buildPeerPages(places)
  await buildMain(places)
  await buildProbe(places)
  const { operators } = beginning({ seed: 1, operators: 100_000, organizations: 0 })
  await writeFile(join(folder, 'pages/people.json'), JSON.stringify(operators))
  const few = JSON.stringify(operators.slice(0, 10_000))
  await writeFile(join(folder, 'pages/people-10000.json'), few)
  const about = { name: 'switchboard-bench', type: 'module', main: './main/main.js' }
  await writeFile(join(folder, 'package.json'), JSON.stringify(about))
  return folder
}

async function buildPages({ root, folder }: Places): Promise<void> {
  await build({
    ...common,
    root: join(root, 'bench/pages'),
    build: {
      outDir: join(folder, 'pages'),
      emptyOutDir: true,
      target: chromium,
      assetsInlineLimit: 0,
      rolldownOptions: { input: pages.map((page) => join(root, 'bench/pages', page)) }
    }
  })
}

async function buildPeerPages({ root, folder }: Places): Promise<void> {
  await build({
    ...common,
    root: join(root, 'bench/peers'),
    base: '/peers/',
    plugins: [svelte()],
    build: {
      outDir: join(folder, 'pages/peers'),
      emptyOutDir: true,
      target: chromium,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: peerPages.map((page) => join(root, 'bench/peers', page)) }
    }
  })
}

async function buildMain({ root, folder, peers }: Places): Promise<void> {
  await build({
    ...common,
    root,
    ssr: { noExternal: true },
    build: {
      ssr: join(root, peers ? 'bench/peers/main.ts' : 'bench/stage/main.ts'),
      outDir: join(folder, 'main'),
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: { external: ['electron'], output: { entryFileNames: 'main.js' } }
    }
  })
}

async function buildProbe({ root, folder }: Places): Promise<void> {
  await build({
    ...common,
    root,
    build: {
      lib: { entry: join(root, 'bench/pages/probe.ts'), formats: ['iife'], name: 'unused' },
      outDir: join(folder, 'probe'),
      target: chromium,
      rolldownOptions: { output: { entryFileNames: 'probe.js' } }
    }
  })
}
