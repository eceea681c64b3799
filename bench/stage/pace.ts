import type { Attempt } from '../../shared/attempt.ts'
import { createClient } from '../../electron/chathub/client.ts'
import { systemClock } from '../../electron/chathub/clock.ts'
import { createOpen } from '../../electron/chathub/connection.ts'
import { createLines } from '../../electron/chathub/line.ts'
import { createPace, type Pace, type Ticket, type Turn } from '../../electron/chathub/pace.ts'
import { createTransport } from '../../electron/chathub/transport.ts'

/** What to send, and where. */
export interface PaceWork {
  readonly server: string
  readonly token: string
  readonly organizationId: number
  /** One status change each. */
  readonly operatorIds: readonly number[]
  /** Requests a second. */
  readonly limit: number
}

/** When the last byte of each request left, monotonic ms, in order. */
export type Departures = readonly number[]

/** Sends the work through the app's own pace and client as fast as they let it. */
export async function measurePace(work: PaceWork): Promise<Departures> {
  const { server, token, organizationId } = work
  const departures: number[] = []
  const lines = createLines(createOpen({ ca: undefined, proxy: null }), systemClock)
  const pace = createPace({ clock: systemClock, perSecond: work.limit })
  const client = createClient({
    transport: createTransport(lines, systemClock),
    pace: noting(pace, departures),
    lists: {
      parse: () => Promise.reject(new Error('no list was asked for')),
      close: () => undefined
    },
    clock: systemClock,
    timeoutMs: () => 30_000,
    userAgent: 'Switchboard bench',
    observe: () => undefined
  })
  const access = { server, credential: 'company-token', token } as const
  const deliveries = work.operatorIds.map((operatorId) =>
    client.deliver(access, attemptOn(organizationId, operatorId), new AbortController().signal)
  )
  const answers = await Promise.all(deliveries)
  lines.close()
  const refused = answers.find((answer) => answer.kind === 'failed' || answer.status !== 200)
  if (refused) throw new Error(JSON.stringify(refused))
  if (departures.length !== answers.length) throw new Error(`${departures.length} requests left`)
  return departures
}

function attemptOn(organizationId: number, operatorId: number): Attempt {
  const id = `attempt-${operatorId}`
  const entries = [{ id: `entry-${operatorId}`, name: 'somebody' }] as const
  return { kind: 'set-status', id, organizationId, entries, operatorId, status: 1 }
}

/** The pace itself, with a note of each departure: a turn may be told more than once that it left. */
function noting(pace: Pace, departures: number[]): Pace {
  const noted = (turn: Turn): Turn => {
    let left = false
    return {
      ...turn,
      left: () => {
        if (!left) departures.push(systemClock.monotonic())
        left = true
        turn.left()
      }
    }
  }
  const watched = (ticket: Ticket): Ticket => ({
    ...ticket,
    ready: async () => {
      const turn = await ticket.ready()
      return turn && noted(turn)
    }
  })
  return { ...pace, enter: (urgency) => watched(pace.enter(urgency)) }
}
