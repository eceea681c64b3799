import { parseArgs } from 'node:util'
import { seedOf } from './chance.ts'
import { added, noFigures, summary, type Figures } from './figures.ts'
import { playHistory } from './history.ts'
import { first, fixedLane, randomLane, type Lane } from './lanes.ts'
import { replayRate } from './replay-rate.ts'

/** What is to be played, and how much is told of it. */
export interface Simulation extends Lane {
  /** Prints every event of every history. */
  readonly trace?: boolean
  /** So many broken histories are enough to see what is wrong. */
  readonly enough?: number
  readonly print: (line: string) => void
}

/** What came of it. */
export interface Simulated {
  /** Histories in which something happened that must never happen. */
  readonly broken: readonly number[]
  readonly figures: Figures
}

/** Plays histories, and prints for each broken one what is wrong and how to play it again. */
export async function simulate(given: Simulation): Promise<Simulated> {
  const { seed, paths, trace = false, enough = 10, print } = given
  let figures = noFigures
  const broken: number[] = []
  for (const path of paths) {
    if (broken.length >= enough) break
    const verdict = await playHistory(seedOf(seed, path), trace ? { onnote: print } : {})
    figures = added(figures, { ...verdict.figures, histories: 1 })
    if (trace || verdict.violations.length > 0)
      print(`seed ${seed} path ${path} trace ${verdict.hash}`)
    for (const violation of verdict.violations) print(`  ${violation}`)
    if (verdict.violations.length === 0) continue
    broken.push(path)
    print(`  again: npm run simulate -- --seed=${seed} --path=${path} --trace`)
  }
  return { broken, figures }
}

const usage =
  'Usage: npm run simulate -- [--histories=N] [--seed=S] [--path=P [--trace]] [--lane=fixed|random] [--enough=N]; whole numbers of up to 10 digits'

/** The command `npm run simulate`: answers with its exit status. */
export async function runSimulation(
  args: readonly string[],
  print: (line: string) => void
): Promise<number> {
  const options = optionsOf(args)
  if (options === null) {
    print(usage)
    return 2
  }
  const started = performance.now()
  let figures = noFigures
  let broken = 0
  for (const lane of options.lanes) {
    const played = await simulate({ ...lane, ...options, print })
    figures = added(figures, played.figures)
    broken += played.broken.length
  }
  const seconds = ((performance.now() - started) / 1_000).toFixed(1)
  const seeds = [...new Set(options.lanes.map(({ seed }) => seed))]
  print(`${broken} broken, seed ${seeds.join(', ')}, ${seconds} s`)
  for (const line of summary(figures)) print(line)
  if (!options.trace && broken === 0) print(await ratesAgainstLimit())
  return broken > 0 ? 1 : 0
}

interface Options {
  readonly lanes: readonly Lane[]
  readonly trace: boolean
  readonly enough: number
}

function optionsOf(args: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      histories: { type: 'string', default: '1000' },
      seed: { type: 'string' },
      path: { type: 'string' },
      lane: { type: 'string', default: 'random' },
      enough: { type: 'string', default: '10' },
      trace: { type: 'boolean', default: false }
    }
  })
  const { histories, seed, path, lane, enough, trace } = values
  const numbers = [histories, enough, seed ?? '0', path ?? '0']
  if (!numbers.every((text) => /^\d{1,10}$/.test(text))) return null
  if (lane !== 'fixed' && lane !== 'random') return null
  return { lanes: lanesOf({ histories, seed, path, lane }), trace, enough: Number(enough) }
}

interface Asked {
  readonly histories: string
  readonly seed: string | undefined
  readonly path: string | undefined
  readonly lane: string
}

function lanesOf({ histories, seed, path, lane }: Asked): readonly Lane[] {
  if (lane === 'fixed') return fixedLane
  const { seed: drawn, paths } = randomLane(Number(histories))
  const chosen = seed === undefined ? drawn : Number(seed)
  if (path !== undefined) return [{ seed: chosen, paths: [Number(path)] }]
  return [seed === undefined ? { seed: drawn, paths } : first(Number(histories), chosen)]
}

async function ratesAgainstLimit(): Promise<string> {
  const rates: string[] = []
  for (const latency of [0, 300, 1_000])
    rates.push(`${((await replayRate(latency)) * 100).toFixed(1)} % at ${latency} ms`)
  return `replay rate against the limit: ${rates.join(', ')}`
}
