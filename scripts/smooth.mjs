// `npm run smooth`: how long a hundred thousand waiting edits hold the window up at a time.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withAppHere } from './desktop/with-app.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (/** @type {string} */ line) => console.log(line)

function smoothInApp() {
  return withAppHere({ root, say }, async (runtime) => {
    const { runSmooth } = await import('../e2e/smooth/run-smooth.ts')
    const { thisMachine } = await import('../bench/machine.ts')
    const machine = thisMachine({ electron: runtime.version, runtime: runtime.source })
    return runSmooth(process.argv.slice(2), machine, say)
  })
}

try {
  process.exitCode = await smoothInApp()
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error)
  process.exitCode = 1
}
