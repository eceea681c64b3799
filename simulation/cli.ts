import { parseArgs } from 'node:util'
import { seedOf } from './chance.ts'
import { noFigures, playHistory, type Figures } from './history.ts'

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    path: { type: 'string' },
    trace: { type: 'boolean', default: false }
  }
})

const seed = Number(values.seed)
if (!/^\d{1,10}$/.test(values.seed))
  throw new Error('--seed takes a whole number of up to 10 digits')
const histories =
  values.path === undefined ? range(Number(values.histories)) : [Number(values.path)]

let figures = noFigures
let broken = 0
let played = 0
const started = performance.now()
for (const history of histories) {
  played += 1
  const verdict = await playHistory(
    seedOf(seed, history),
    values.trace ? { onnote: console.log } : {}
  )
  figures = added(figures, verdict.figures)
  if (values.path !== undefined) console.log(`trace ${verdict.hash}`)
  if (verdict.violations.length === 0) continue
  broken += 1
  console.log(`\nseed ${seed} path ${history} trace ${verdict.hash}`)
  for (const violation of verdict.violations) console.log(`  ${violation}`)
  if (broken >= 10) break
}
const seconds = (performance.now() - started) / 1_000
console.log(`\n${played} histories, ${broken} broken, seed ${seed}, ${seconds.toFixed(1)} s`)
console.log(JSON.stringify(figures))
process.exitCode = broken > 0 ? 1 : 0

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}

function added(one: Figures, other: Figures): Figures {
  const sum = Object.entries(one).map(([key, value]) => [
    key,
    Number(value) + other[key as keyof Figures]
  ])
  return Object.fromEntries(sum) as unknown as Figures
}
