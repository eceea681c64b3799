import { startSandbox } from '../electron/sandbox/sandbox.ts'
import type { Departures, PaceWork } from './stage/pace.ts'
import { mostInASecond, shareOfLimit } from './departures.ts'
import { interleave, type Sample, type Subject } from './interleave.ts'
import { judge, worst, type Question } from './judge.ts'
import { lenient } from './lenient.ts'
import type { Measure } from './measure.ts'
import { withRunning, type Running } from './program.ts'
import type { Setup } from './setup.ts'

const limit = 5
const requests = 30
const latencies = [0, 300, 1_000]
/** Where the documentation's throttle is told apart from one that overlaps its requests. */
const peersLatency = 300

/** What peers are called in the table, by the function of the stage that sends their way. */
const peerSenders = {
  'the documentation’s throttle': 'sendByDocumented',
  'p-throttle': 'sendByPThrottle',
  'p-throttle, strict': 'sendByStrictPThrottle',
  Bottleneck: 'sendByBottleneck',
  'Bottleneck, reservoir': 'sendByBottleneckReservoir'
} as const

/** The app's pace and client in Electron's main process, against embedded ChatHubs of several latencies. */
export function measurePaces({ programs, rounds, peers, say }: Setup): Promise<readonly Measure[]> {
  return withRunning(programs.stage, [], async (running) => {
    const measures = latencies.map(async (latency) => {
      const others = peers && latency === peersLatency ? Object.entries(peerSenders) : []
      const sending = others.map(([name, sender]) => [name, () => replay(running, sender, latency)])
      const subjects = {
        ours: () => replay(running, 'measurePace', latency),
        ...lenient(Object.fromEntries(sending) as Record<string, Subject>, say)
      }
      return judge(questionsAt(latency), await together(subjects, rounds))
    })
    // Together: they only wait, each for its own server.
    return (await Promise.all(measures)).flat()
  })
}

/** Each subject has rounds of its own, beside those of the others. */
async function together(
  subjects: Readonly<Record<string, Subject>>,
  rounds: number
): Promise<Record<string, readonly Sample[]>> {
  const each = Object.entries(subjects).map(([name, run]) => interleave({ [name]: run }, rounds))
  return Object.assign({}, ...(await Promise.all(each))) as Record<string, readonly Sample[]>
}

async function replay({ electron }: Running, sender: string, latency: number): Promise<Sample> {
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
      (_, given) => {
        const senders = globalThis as unknown as Record<
          string,
          (work: PaceWork) => Promise<Departures>
        >
        const send = senders[given.sender]
        if (send === undefined) throw new Error(`The stage has no ${given.sender}`)
        return send(given.work)
      },
      { sender, work }
    )
    return { share: shareOfLimit(departures, limit), most: mostInASecond(departures) }
  } finally {
    await sandbox.stop()
  }
}

function questionsAt(latency: number): readonly Question[] {
  return [
    {
      ...{ line: 'replay', what: `share of the limit at ${latency} ms latency`, of: 'share' },
      ...{ unit: '%', goal: { kind: 'least', value: 97 } }
    },
    {
      ...{ line: 'replay', what: `the most in a rolling second at ${latency} ms`, of: 'most' },
      ...{ unit: '', goal: { kind: 'most', value: limit }, over: worst }
    }
  ]
}
