import { parseArgs } from 'node:util'
import type { Machine } from '../../bench/machine.ts'
import { writeOwnRun } from '../../bench/report.ts'
import { allGrowth, type Sizes } from '../../bench/growth.ts'
import { allowedFor, soakApp, type AppSoaked } from './soak.ts'

/** Eight hours: a list is refreshed every five minutes. */
const day = 96

/** What the command is given. */
export interface SoakCommand {
  readonly args: readonly string[]
  readonly machine: Machine
  readonly root: string
  readonly print: (line: string) => void
}

/** The command `npm run soak -- --app`: answers with its exit status. A whole day is written down. */
export async function runAppSoak({ args, machine, root, print }: SoakCommand): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { stretches: { type: 'string' } } })
  const stretches = Number(values.stretches ?? day)
  if (!Number.isInteger(stretches) || stretches < 8 || stretches > 1_000) {
    print('Usage: npm run soak -- --app [--stretches=96]')
    return 2
  }
  const soaked = await soakApp({ stretches, lookEvery: Math.ceil(stretches / 24), print })
  for (const fault of soaked.faults) print(fault)
  print(
    `${stretches} stretches in ${soaked.minutes.toFixed(1)} min: ${soaked.faults.length} faults`
  )
  if (stretches >= day)
    await writeOwnRun(root, { soak: { machine, found: found(stretches, soaked) } })
  return soaked.faults.length > 0 ? 1 : 0
}

function found(stretches: number, { samples, minutes, requests }: AppSoaked) {
  const [middle, end] = [samples[Math.floor(samples.length / 2)], samples.at(-1)]
  if (!middle || !end) throw new Error('Nothing was looked at')
  const growth: Sizes = allGrowth(samples)
  return { stretches, minutes, requests, middle, end, growth, allowed: allowedFor(stretches) }
}
