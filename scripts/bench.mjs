// `npm run bench`: this app's own code against the least that the same work can cost, in the
// same Electron. Some minutes. `npm run bench -- storage pace` runs only these parts.
// `--rounds=1` tries something out; nothing is written then.
// `npm run bench -- --million`: a million operators over two hundred organizations; some minutes.
// `npm run bench:peers`: the same, and what others offer for each work beside them; for releases.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDesktop } from './desktop/desktop.mjs'
import { commandLine } from './desktop/window.mjs'
import { resolveRuntime } from './runtime/resolve.mjs'
import { ensureBuilt } from './setup/build.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { prepare } from './setup/prepare.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (/** @type {string} */ line) => console.log(line)
async function main() {
  prepare({ root, desktop: true, say })
  const { register } = await import('tsx/esm/api')
  register()
  const { partNames, runBench } = await import('../bench/run.ts')
  const { readBenchOptions } = await import('../bench/options.ts')
  const asked = readBenchOptions(process.argv.slice(2), partNames)
  if (asked.kind === 'run') return measure(asked.options, runBench)
  say(asked.text)
  if (asked.kind === 'wrong') process.exitCode = 1
}

/**
 * @param {import('../bench/options.ts').BenchOptions} options
 * @param {typeof import('../bench/run.ts').runBench} runBench
 */
async function measure(options, runBench) {
  // The peers have a package file of their own: the app carries none of them.
  if (options.peers) ensurePackages(join(root, 'bench'), say)
  const { buildStage } = await import('../bench/build.ts')
  ensureBuilt(root, say)
  const stageFolder = await buildStage(root, options.peers)
  const app = await resolveRuntime({ root, env: process.env, say })
  const stage = await resolveRuntime({
    root,
    appFolder: stageFolder,
    env: process.env,
    say: () => {}
  })
  const desktop = process.platform === 'linux' ? await openDesktop({ env: process.env }) : undefined
  Object.assign(process.env, desktop?.env)
  try {
    await runBench({
      root,
      programs: {
        app: programOf(app),
        stage: programOf(stage),
        probe: join(stageFolder, 'probe/probe.js')
      },
      runtime: { electron: app.version, runtime: describe(app) },
      ...options,
      say
    })
  } finally {
    await desktop?.close()
  }
}

/** @param {import('./runtime/resolve.mjs').Runtime} runtime */
function programOf(runtime) {
  return { executable: runtime.executable, args: commandLine(runtime, [], () => {}) }
}

/** @param {import('./runtime/resolve.mjs').Runtime} runtime */
function describe({ source }) {
  return source === 'fallback' ? 'a registry package’s, not the pinned version' : `${source} binary`
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error)
  process.exitCode = 1
}
