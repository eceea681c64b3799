// `npm run soak -- --app`: drives the built app through a working day, as fast as it takes it, and watches what grows.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stretchesOf } from '../e2e/soak/stretches.ts'
import { withAppHere } from './desktop/with-app.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (/** @type {string} */ line) => console.log(line)
const stretches = stretchesOf(process.argv.slice(2).filter((arg) => arg !== '--app'))

/** @param {number} stretches */
function soakInApp(stretches) {
  return withAppHere({ root, say }, async (runtime) => {
    const { runAppSoak } = await import('../e2e/soak/run-app-soak.ts')
    const { thisMachine } = await import('../bench/machine.ts')
    const machine = thisMachine({ electron: runtime.version, runtime: runtime.source })
    return runAppSoak({ stretches, machine, root, print: say })
  })
}

if (!stretches.ok) {
  say(stretches.failure)
  process.exitCode = 2
} else {
  try {
    process.exitCode = await soakInApp(stretches.value)
  } catch (error) {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error)
    process.exitCode = 1
  }
}
