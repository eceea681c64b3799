import type { Machine } from '../../bench/machine.ts'
import { writeOwnRun } from '../../bench/report.ts'
import { allGrowth, type Sizes } from '../../bench/growth.ts'
import { allowedFor, soakApp, type AppSoaked } from './soak.ts'
import { day } from './stretches.ts'

/** What the command is given. */
export interface SoakCommand {
  readonly stretches: number
  readonly machine: Machine
  readonly root: string
  readonly print: (line: string) => void
}

/** The command `npm run soak -- --app`: answers with its exit status. A whole day is written down. */
export async function runAppSoak({
  stretches,
  machine,
  root,
  print
}: SoakCommand): Promise<number> {
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
