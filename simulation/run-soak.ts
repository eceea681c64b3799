import { parseArgs } from 'node:util'
import { soak } from './soak.ts'

/** The command `npm run soak`: answers with its exit status. */
export async function runSoak(
  args: readonly string[],
  print: (line: string) => void
): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { hours: { type: 'string' } } })
  const hours = Number(values.hours ?? 8)
  if (!(hours > 0 && hours <= 1_000)) {
    print('Usage: npm run soak -- --hours=8')
    return 2
  }
  const began = performance.now()
  const faults = await soak({
    before: 30,
    hours,
    refreshMs: 60_000,
    editEveryMs: 60_000,
    stepMs: 1_000,
    history: 200,
    print
  })
  for (const fault of faults) print(fault)
  const seconds = ((performance.now() - began) / 1_000).toFixed(0)
  print(`${hours} hours after a day at work, in ${seconds} s: ${faults.length} faults`)
  return faults.length > 0 ? 1 : 0
}
