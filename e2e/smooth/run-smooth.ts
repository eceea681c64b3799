import { parseArgs } from 'node:util'
import { machineText, type Machine } from '../../bench/machine.ts'
import type { Felt } from './blocks.ts'
import { measureSmoothness } from './smooth.ts'

/** The command `npm run smooth`: answers with its exit status, which is 1 where a block is longer than allowed. */
export async function runSmooth(
  args: readonly string[],
  machine: Machine,
  print: (line: string) => void
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      entries: { type: 'string', default: '100000' },
      seconds: { type: 'string', default: '40' },
      most: { type: 'string', default: '100' }
    }
  })
  const [entries, replaySeconds, most] = [values.entries, values.seconds, values.most].map(Number)
  if (!entries || !replaySeconds || !most) {
    print('Usage: npm run smooth -- [--entries=100000] [--seconds=40] [--most=100]')
    return 2
  }
  print(`${machineText(machine)}\n${entries.toLocaleString('en')} adds to one organization:`)
  const tell = (felt: Felt): void => print(textOf(felt))
  const found = await measureSmoothness({ entries, replaySeconds, print: tell })
  print(
    `the cache's rows show after ${found.rowsMs} ms; the window's objects take ${found.heapMb} MB; ` +
      `${found.perSecond} adds a second are sent`
  )
  return found.felt.some(({ longest }) => longest > most) ? 1 : 0
}

function textOf({ what, seconds, blocks, longest, busy }: Felt): string {
  const blocked = blocks === 0 ? 'no block over 50 ms' : `${blocks} over 50 ms, ${longest} at most`
  return `${what.padEnd(40)} ${seconds.toFixed(1).padStart(6)} s  ${String(busy).padStart(3)} % busy  ${blocked}`
}
