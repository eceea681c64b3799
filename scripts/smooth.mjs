// `npm run smooth`: how long a hundred thousand waiting edits hold the window up at a time.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'
import { openDesktop } from './desktop/desktop.mjs'
import { commandLine } from './desktop/window.mjs'
import { resolveRuntime } from './runtime/resolve.mjs'
import { ensureBuilt } from './setup/build.mjs'
import { prepare } from './setup/prepare.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (/** @type {string} */ line) => console.log(line)

async function smoothInApp() {
  prepare({ root, desktop: true, say })
  const { runSmooth } = await import('../e2e/smooth/run-smooth.ts')
  const { thisMachine } = await import('../bench/machine.ts')
  const runtime = await resolveRuntime({ root, env: process.env, say })
  ensureBuilt(root, say)
  const app = { executable: runtime.executable, args: commandLine(runtime, [], say) }
  const desktop = process.platform === 'linux' ? await openDesktop({ env: process.env }) : undefined
  Object.assign(process.env, desktop?.env, { SWITCHBOARD_E2E_APP: JSON.stringify(app) })
  const machine = thisMachine({ electron: runtime.version, runtime: runtime.source })
  try {
    return await runSmooth(process.argv.slice(2), machine, say)
  } finally {
    await desktop?.close()
  }
}

register()
try {
  process.exitCode = await smoothInApp()
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error)
  process.exitCode = 1
}
