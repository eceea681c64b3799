import { machineText, thisMachine, type Machine } from './machine.ts'
import { measureGrid } from './grid.ts'
import { measurePaces } from './pace.ts'
import type { Programs } from './program.ts'
import { writeReport } from './report.ts'
import type { Row } from './row.ts'
import { measureStartup } from './startup.ts'
import { measureStorage } from './storage.ts'
import { plainTable } from './table.ts'

/** What the benchmark is given. */
export interface Bench {
  readonly root: string
  readonly programs: Programs
  readonly runtime: Pick<Machine, 'electron' | 'runtime'>
  readonly rounds: number
  /** Parts to run, by name; all where there is none. What only some of them measured is printed, not written. */
  readonly only: readonly string[]
  readonly say: (line: string) => void
}

type Measure = (programs: Programs, rounds: number) => Promise<readonly Row[]>

const parts: Readonly<Record<string, Measure>> = {
  startup: measureStartup,
  grid: measureGrid,
  storage: measureStorage,
  pace: measurePaces
}

/** Measures everything, one part after another, and reports. */
export async function runBench(bench: Bench): Promise<void> {
  const { only, say } = bench
  const machine = thisMachine(bench.runtime)
  say(machineText(machine))
  const names = Object.keys(parts).filter((name) => only.length === 0 || only.includes(name))
  const rows: Row[] = []
  for (const name of names) {
    say(`Measuring: ${name}, ${bench.rounds} rounds…`)
    const measured = await parts[name]?.(bench.programs, bench.rounds)
    say(plainTable(measured ?? []))
    rows.push(...(measured ?? []))
  }
  if (only.length > 0) return
  await writeReport(bench.root, machine, rows)
  say('Written to docs/performance.md and docs/performance.json.')
}
