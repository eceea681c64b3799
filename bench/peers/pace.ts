import { Agent, request } from 'node:http'
import Bottleneck from 'bottleneck'
import pThrottle from 'p-throttle'
import type { Departures, PaceWork } from '../stage/pace.ts'

type Send = (operatorId: number) => Promise<void>
/** Sends everything at the pace of a peer; ends with the last answer. */
type SendAll = (send: Send, work: PaceWork) => Promise<unknown>

/**
 * The documentation's rate limiter, as its sample has it: one call after another, each awaited, and before
 * each the rest of 200 ms since the one before.
 */
export function sendByDocumented(work: PaceWork): Promise<Departures> {
  return departuresOf(work, async (send, { operatorIds, limit }) => {
    let last = -Infinity
    for (const operatorId of operatorIds) {
      const rest = 1_000 / limit - (performance.now() - last)
      if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest))
      last = performance.now()
      await send(operatorId)
    }
  })
}

/** p-throttle as its page shows it. */
export function sendByPThrottle(work: PaceWork): Promise<Departures> {
  return departuresOf(work, (send) => throttled(send, work, false))
}

/** p-throttle with its stricter algorithm. */
export function sendByStrictPThrottle(work: PaceWork): Promise<Departures> {
  return departuresOf(work, (send) => throttled(send, work, true))
}

function throttled(
  send: Send,
  { limit, operatorIds }: PaceWork,
  strict: boolean
): Promise<unknown> {
  const paced = pThrottle({ limit, interval: 1_000, strict })(send)
  return Promise.all(operatorIds.map((operatorId) => paced(operatorId)))
}

/** Bottleneck as its page advises where nothing else is known: a time between two starts. */
export function sendByBottleneck(work: PaceWork): Promise<Departures> {
  return limited(work, { minTime: 1_000 / work.limit })
}

/** Bottleneck with the reservoir that its page shows for so many in an interval. */
export function sendByBottleneckReservoir(work: PaceWork): Promise<Departures> {
  return limited(work, {
    reservoir: work.limit,
    reservoirRefreshAmount: work.limit,
    reservoirRefreshInterval: 1_000
  })
}

function limited(work: PaceWork, options: Bottleneck.ConstructorOptions): Promise<Departures> {
  return departuresOf(work, async (send, { operatorIds }) => {
    const limiter = new Bottleneck(options)
    const paced = limiter.wrap(send)
    await Promise.all(operatorIds.map((operatorId) => paced(operatorId)))
    await limiter.disconnect()
  })
}

async function departuresOf(work: PaceWork, sendAll: SendAll): Promise<Departures> {
  const departures: number[] = []
  const agent = new Agent({ keepAlive: true })
  await sendAll((operatorId) => post(work, { agent, operatorId, departures }), work)
  agent.destroy()
  return departures
}

interface Sending {
  readonly agent: Agent
  readonly operatorId: number
  readonly departures: number[]
}

/** One status change; notes when its last byte was handed to the system. */
function post(
  { server, token }: PaceWork,
  { agent, operatorId, departures }: Sending
): Promise<void> {
  const body = JSON.stringify({ id: operatorId, status: 1 })
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body)
  }
  return new Promise((resolve, reject) => {
    const sent = request(
      `${server}/api/operator/status`,
      { method: 'POST', agent, headers },
      (answer) => {
        answer.resume().on('end', () => {
          if (answer.statusCode === 200) resolve()
          else reject(new Error(`Answered with ${answer.statusCode ?? 'nothing'}`))
        })
      }
    )
    sent.on('finish', () => departures.push(performance.now())).on('error', reject)
    sent.end(body)
  })
}
