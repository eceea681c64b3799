import { measureCsv } from './csv.ts'
import { measureGrid } from './grid.ts'
import { machineText, thisMachine, type Machine } from './machine.ts'
import type { Measure } from './measure.ts'
import { measureMillion } from './million.ts'
import type { BenchOptions } from './options.ts'
import { measurePaces } from './pace.ts'
import { writeOwnRun, writeReport } from './report.ts'
import { rowsOf } from './row.ts'
import type { Part, Setup } from './setup.ts'
import { sizesOf } from './sizes.ts'
import { measureStartup } from './startup.ts'
import { measureStorage } from './storage.ts'
import { plainTable } from './table.ts'

/** What the benchmark is given, and what is asked of it. What only some parts measured is printed, not written. */
export interface Bench extends Setup, BenchOptions {
  readonly runtime: Pick<Machine, 'electron' | 'runtime'>
}

/** Fewer say too little to be written down. */
const leastRounds = 5
const written = 'Written to docs/performance.md and docs/performance.json.'

const parts: Readonly<Record<string, Part>> = {
  startup: measureStartup,
  grid: measureGrid,
  storage: measureStorage,
  csv: measureCsv,
  pace: measurePaces
}

/** The parts that can be run alone. */
export const partNames: readonly string[] = Object.keys(parts)

/** Measures everything, one part after another, and reports. */
export async function runBench(bench: Bench): Promise<void> {
  const { say } = bench
  const begun = performance.now()
  const machine = thisMachine(bench.runtime)
  say(machineText(machine))
  if (bench.million) await runMillion(bench, machine)
  else await runParts(bench, machine)
  say(`In all: ${minutes(performance.now() - begun)}.`)
}

async function runMillion(bench: Bench, machine: Machine): Promise<void> {
  const found = await measureMillion(bench)
  await writeOwnRun(bench.root, { million: { machine, found } })
  bench.say(written)
}

async function runParts(bench: Bench, machine: Machine): Promise<void> {
  const { only, say } = bench
  const names = partNames.filter((name) => only.length === 0 || only.includes(name))
  const measures: Measure[] = []
  for (const name of names) measures.push(...(await runPart(bench, name)))
  if (only.length === 0 && bench.rounds >= leastRounds) {
    await writeReport(bench, { machine, measures, sizes: await sizesOf(bench) })
    say(written)
  }
}

async function runPart(bench: Bench, name: string): Promise<readonly Measure[]> {
  const begun = performance.now()
  bench.say(`\nMeasuring: ${name}, ${bench.rounds} rounds…`)
  const measures = (await parts[name]?.(bench)) ?? []
  bench.say(plainTable(rowsOf(measures)))
  bench.say(`${name} took ${minutes(performance.now() - begun)}.`)
  return measures
}

function minutes(ms: number): string {
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1_000)} s`
}
