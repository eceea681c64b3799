import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { beginning } from '../electron/sandbox/data.ts'

const pages = ['empty.html', 'floor.html', 'storage.html']

/**
 * Bundles the stage: the floors' pages and the Electron app that shows them, with the app's own modules in
 * them, built as the app itself is. Returns its folder.
 */
export async function buildStage(root: string): Promise<string> {
  const folder = join(root, 'node_modules/.cache/switchboard-bench')
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(root, 'bench/pages'),
    build: {
      outDir: join(folder, 'pages'),
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      rolldownOptions: { input: pages.map((page) => join(root, 'bench/pages', page)) }
    }
  })
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'bench/stage/main.ts'),
      outDir: join(folder, 'main'),
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: { external: ['electron'], output: { entryFileNames: 'main.js' } }
    }
  })
  const { operators } = beginning({ seed: 1, operators: 100_000, organizations: 0 })
  await writeFile(join(folder, 'pages/people.json'), JSON.stringify(operators))
  const about = { name: 'switchboard-bench', type: 'module', main: './main/main.js' }
  await writeFile(join(folder, 'package.json'), JSON.stringify(about))
  return folder
}
