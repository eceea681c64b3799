import { parseArgs } from 'node:util'
import { seedOf } from './chance.ts'
import { noFigures, playHistory, type Figures } from './history.ts'

/** What is to be played: a number of histories of a seed, or one of them again. */
export interface Simulation {
  /** A whole number of up to 10 digits. */
  readonly seed: number
  readonly paths: readonly number[]
  /** Prints every event of every history. */
  readonly trace: boolean
  readonly print: (line: string) => void
}

/** What came of it. */
export interface Simulated {
  readonly played: number
  /** Histories in which something happened that must never happen. */
  readonly broken: readonly number[]
  readonly figures: Figures
}

/** So many broken histories are enough to see what is wrong. */
const enough = 10

/** Plays histories, and prints for each broken one what is wrong and how to play it again. */
export async function simulate({ seed, paths, trace, print }: Simulation): Promise<Simulated> {
  let figures = noFigures
  let played = 0
  const broken: number[] = []
  for (const path of paths) {
    if (broken.length >= enough) break
    const verdict = await playHistory(seedOf(seed, path), trace ? { onnote: print } : {})
    played += 1
    figures = added(figures, verdict.figures)
    const isAlone = paths.length === 1
    if (isAlone || verdict.violations.length > 0)
      print(`seed ${seed} path ${path} trace ${verdict.hash}`)
    for (const violation of verdict.violations) print(`  ${violation}`)
    if (verdict.violations.length > 0) broken.push(path)
  }
  return { played, broken, figures }
}

/** The command `npm run simulate`: answers with its exit status. */
export async function runSimulation(
  args: readonly string[],
  print: (line: string) => void
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      histories: { type: 'string', default: '1000' },
      seed: { type: 'string' },
      path: { type: 'string' },
      trace: { type: 'boolean', default: false }
    }
  })
  const seed = values.seed ?? String(Math.floor(Math.random() * 10_000_000_000))
  const given = [seed, values.path ?? values.histories]
  if (!given.every((text) => /^\d{1,10}$/.test(text))) {
    print(
      'Usage: npm run simulate -- --histories=N --seed=S [--path=P] [--trace]; whole numbers of up to 10 digits'
    )
    return 2
  }
  const paths = values.path === undefined ? range(Number(values.histories)) : [Number(values.path)]
  const started = performance.now()
  const { played, broken, figures } = await simulate({
    seed: Number(seed),
    paths,
    trace: values.trace,
    print
  })
  const seconds = ((performance.now() - started) / 1_000).toFixed(1)
  print(`${played} histories, ${broken.length} broken, seed ${seed}, ${seconds} s`)
  print(summary(figures))
  for (const path of broken)
    print(`again: npm run simulate -- --seed=${seed} --path=${path} --trace`)
  return broken.length > 0 ? 1 : 0
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}

function added(one: Figures, other: Figures): Figures {
  return {
    adds: one.adds + other.adds,
    requests: one.requests + other.requests,
    asked: one.asked + other.asked,
    kills: one.kills + other.kills,
    explained: one.explained + other.explained,
    duplicates: one.duplicates + other.duplicates,
    losses: one.losses + other.losses
  }
}

function summary({ adds, requests, kills, asked, explained, duplicates, losses }: Figures): string {
  const share = adds === 0 ? 0 : (asked / adds) * 100
  return (
    `adds ${adds}, requests ${requests}, kills ${kills}, duplicates ${duplicates}, losses ${losses}, ` +
    `flagged or decided by a person ${explained}, questions ${asked} (${share.toFixed(2)} % of adds)`
  )
}
