import type { Worker } from 'node:worker_threads'
import { createClient, type Client } from './chathub/client.ts'
import { systemClock } from './chathub/clock.ts'
import { createOpen } from './chathub/connection.ts'
import { createLines } from './chathub/line.ts'
import { createListParser } from './chathub/list-parser.ts'
import { createPace, type Pace } from './chathub/pace.ts'
import { createTransport } from './chathub/transport.ts'
import { trusted } from './chathub/trust.ts'
import type { Failure } from '../shared/failure.ts'
import type { Settings } from '../shared/settings.ts'
import { proxyCredentials } from './proxy-credentials.ts'

/** What speaking to the service needs of its surroundings. */
export interface ServicePorts {
  readonly settings: () => Settings
  /** Starts the program that parses large lists. */
  readonly spawn: () => Worker
  /** The system's proxy for an address, as `session.resolveProxy` answers. */
  readonly resolveProxy: (url: string) => Promise<string>
  readonly userAgent: string
  /** Told of every call's end, success as `null`. */
  readonly observe: (server: string, failure: Failure | null) => void
}

/** The one client and the one pace. */
export interface Service {
  readonly client: Client
  readonly pace: Pace
  readonly close: () => void
}

/** Builds the client on Node's HTTP, with the system's proxy and certificates. */
export function createService(ports: ServicePorts): Service {
  const { ca } = trusted(process.env['NODE_EXTRA_CA_CERTS'])
  const proxy = {
    resolve: ports.resolveProxy,
    credentials: (host: string, port: number) => proxyCredentials(process.env, host, port)
  }
  const lines = createLines(createOpen({ ca, proxy }), systemClock)
  const lists = createListParser(ports.spawn)
  const pace = createPace({ clock: systemClock, perSecond: ports.settings().requestsPerSecond })
  const client = createClient({
    transport: createTransport(lines, systemClock),
    pace,
    lists,
    clock: systemClock,
    timeoutMs: () => ports.settings().requestTimeoutMs,
    userAgent: ports.userAgent,
    observe: ports.observe
  })
  const close = (): void => {
    lines.close()
    lists.close()
  }
  return { client, pace, close }
}
