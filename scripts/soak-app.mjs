// `npm run soak -- --app`: drives the built app through a working day, as fast as it takes it, and watches what grows.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withAppHere } from './desktop/with-app.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (/** @type {string} */ line) => console.log(line)
const args = process.argv.slice(2)

function soakInApp() {
  return withAppHere({ root, say }, async (runtime) => {
    const { runAppSoak } = await import('../e2e/soak/run-app-soak.ts')
    const { thisMachine } = await import('../bench/machine.ts')
    const machine = thisMachine({ electron: runtime.version, runtime: runtime.source })
    return runAppSoak({ args: args.filter((arg) => arg !== '--app'), machine, root, print: say })
  })
}

try {
  process.exitCode = await soakInApp()
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error)
  process.exitCode = 1
}
