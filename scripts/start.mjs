// `npm start`: from a fresh clone to an open window. Only Node is needed beforehand.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openWindow } from './desktop/window.mjs'
import { resolveRuntime } from './runtime/resolve.mjs'
import { ensureBuilt } from './setup/build.mjs'
import { helpText, readOptions } from './setup/options.mjs'
import { prepare } from './setup/prepare.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (/** @type {string} */ line) => console.log(line)

/** @param {string[]} appArguments */
async function start(appArguments) {
  prepare({ root, desktop: false, say })
  const runtime = await resolveRuntime({ root, env: process.env, say })
  ensureBuilt(root, say)
  return openWindow({ root, runtime, appArguments, say })
}

async function main() {
  const asked = readOptions(process.argv.slice(2))
  if (asked.kind === 'start') return start(asked.appArguments)
  console.log(asked.kind === 'help' ? helpText() : asked.message)
  return asked.kind === 'help' ? 0 : 2
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
