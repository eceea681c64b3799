// `npm run torture`: kills the built app again and again while a person works in it and the
// service misbehaves, and holds the service's ledger against what the person was told.
// `npm run torture -- --kills=100 --seed=7`
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDesktop } from './desktop/desktop.mjs'
import { commandLine } from './desktop/window.mjs'
import { resolveRuntime } from './runtime/resolve.mjs'
import { ensureBuilt } from './setup/build.mjs'
import { prepare } from './setup/prepare.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (/** @type {string} */ line) => console.log(line)
const USAGE = 'Usage: npm run torture -- [--kills=100] [--seed=N]'

/** @param {string[]} args */
function readOptions(args) {
  const options = { kills: 100, seed: Date.now() % 1_000_000 }
  for (const arg of args) {
    const [, name, value] = /^--(kills|seed)=(\d{1,10})$/.exec(arg) ?? []
    if (name === undefined || value === undefined) return undefined
    options[name === 'kills' ? 'kills' : 'seed'] = Number(value)
  }
  return options
}

/** @param {{ kills: number, seed: number }} options */
async function main(options) {
  prepare({ root, desktop: true, say })
  const { register } = await import('tsx/esm/api')
  register()
  const { torture } = await import('../e2e/torture/torture.ts')
  const { figureLines } = await import('../e2e/torture/figures.ts')
  const runtime = await resolveRuntime({ root, env: process.env, say })
  ensureBuilt(root, say)
  const app = { executable: runtime.executable, args: commandLine(runtime, [], say) }
  const desktop = process.platform === 'linux' ? await openDesktop({ env: process.env }) : undefined
  Object.assign(process.env, desktop?.env, { SWITCHBOARD_E2E_APP: JSON.stringify(app) })
  try {
    const { figures, violations } = await torture({ ...options, onkill: say })
    figureLines(figures).forEach(say)
    violations.forEach((violation) => say(`VIOLATION ${violation}`))
    return violations.length === 0 ? 0 : 1
  } finally {
    await desktop?.close()
  }
}

const options = readOptions(process.argv.slice(2))
if (options === undefined) {
  console.error(USAGE)
  process.exitCode = 2
} else {
  say(`Seed ${options.seed}`)
  try {
    process.exitCode = await main(options)
  } catch (error) {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error)
    process.exitCode = 1
  }
}
