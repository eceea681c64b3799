import { startSandbox } from '../electron/sandbox/sandbox.ts'
import type { Departures, PaceWork } from './stage/pace.ts'
import { mostInASecond, shareOfLimit } from './departures.ts'
import { interleave, numbersOf, type Sample } from './interleave.ts'
import { median } from './median.ts'
import { withRunning, type Programs, type Running } from './program.ts'
import { rowOf, type Row } from './row.ts'

const limit = 5
const requests = 30
const latencies = [0, 300, 1_000]

/** The app's pace and client in Electron's main process, against embedded ChatHubs of several latencies. */
export function measurePaces({ stage }: Programs, rounds: number): Promise<readonly Row[]> {
  return withRunning(stage, [], async (running) => {
    const rows = latencies.map(async (latency) => {
      const subject = { ours: () => replay(running, latency) }
      const { ours } = await interleave(subject, rounds)
      return rowsFrom(latency, ours)
    })
    // Together: they only wait, each for its own server.
    return (await Promise.all(rows)).flat()
  })
}

async function replay({ electron }: Running, latency: number): Promise<Sample> {
  const sandbox = await startSandbox({
    operators: requests,
    organizations: 0,
    settings: { latency }
  })
  try {
    const operatorIds = sandbox.operators(27).map(({ id }) => id)
    const { address: server, token } = sandbox
    const work: PaceWork = { server, token, organizationId: 27, operatorIds, limit }
    const departures = await electron.evaluate(
      (_, given) =>
        (globalThis as unknown as { measurePace(work: PaceWork): Promise<Departures> }).measurePace(
          given
        ),
      work
    )
    return { share: shareOfLimit(departures, limit), most: mostInASecond(departures) }
  } finally {
    await sandbox.stop()
  }
}

function rowsFrom(latency: number, samples: readonly Sample[]): Row[] {
  const work = `replay at ${limit} requests/s, ${latency} ms latency`
  const common = { peers: {}, rounds: samples.length }
  return [
    rowOf({
      ...common,
      name: `${work}: share of the limit`,
      unit: '%',
      floor: null,
      ours: median(numbersOf(samples, 'share')),
      goal: { kind: 'least', value: 97 }
    }),
    rowOf({
      ...common,
      name: `${work}: the most in any rolling second`,
      unit: '',
      floor: null,
      ours: Math.max(...numbersOf(samples, 'most')),
      goal: { kind: 'most', value: limit }
    })
  ]
}
