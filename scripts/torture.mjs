// `npm run torture`: kills the built app again and again while a person works in it and the
// service misbehaves, and holds the service's ledger against what the person was told.
// `npm run torture -- --kills=100 --seed=7`
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withAppHere } from './desktop/with-app.mjs'

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
function main(options) {
  return withAppHere({ root, say }, async () => {
    const { torture } = await import('../e2e/torture/torture.ts')
    const { figureLines } = await import('../e2e/torture/figures.ts')
    const { figures, violations } = await torture({ ...options, onkill: say })
    figureLines(figures).forEach(say)
    violations.forEach((violation) => say(`VIOLATION ${violation}`))
    return violations.length === 0 ? 0 : 1
  })
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
