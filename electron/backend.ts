import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { sandboxAccountId, type AccountId } from '../shared/account.ts'
import type { Events, Handlers, Start } from '../shared/ipc.ts'
import { failed, ok } from '../shared/result.ts'
import { createAccesses, type Accesses, type NoAccess } from './access.ts'
import type { Unanswered } from './chathub/answer.ts'
import { systemClock } from './chathub/clock.ts'
import { createCourier, type Courier } from './courier/courier.ts'
import { createDeliver } from './courier/deliver.ts'
import { journalFile } from './courier/journal-file.ts'
import { courierHandlers, unsentOrganizations } from './handlers/courier.ts'
import { operatorHandlers } from './handlers/operators.ts'
import { sandboxHandlers } from './handlers/sandbox.ts'
import { forgetLeftovers, sessionHandlers } from './handlers/session.ts'
import { createInFlight } from './in-flight.ts'
import type { Log } from './log.ts'
import { createOnline, type Online } from './online.ts'
import type { Openings } from './opening.ts'
import type { Preferences } from './preferences.ts'
import { createRefusal, type Refusal } from './refusal.ts'
import { createService, type Service } from './service.ts'
import { createTokenVault, loadKeychain, type TokenVault } from './token-vault.ts'
import { createTraining, type Training } from './training.ts'

/** What everything behind the window is built from. */
export interface BackendPorts {
  readonly log: Log
  readonly preferences: Preferences
  readonly openings: Openings
  readonly facts: Pick<Start, 'settingsNotice' | 'systemLocale' | 'platform' | 'versions'>
  /** The app's data folder. */
  readonly folder: string
  readonly spawnListWorker: () => Worker
  readonly resolveProxy: (url: string) => Promise<string>
  readonly tell: <Name extends keyof Events>(name: Name, event: Events[Name]) => void
}

/** Everything behind the window: accounts, the service, the queue's courier, training mode. */
export interface Backend {
  readonly handlers: Pick<Handlers, 'session' | 'operators' | 'courier' | 'sandbox'>
  readonly online: Online
  readonly service: Service
  /** Sends nothing more, and lets what is in flight end, at most `longestMs`. */
  readonly finish: (longestMs: number) => Promise<void>
  readonly stop: () => Promise<void>
}

/** How long nothing must have been under way before quitting goes on, ms: the window stores what it was told. */
const calmMs = 120
const keychainPatienceMs = 5_000

/** Builds it; nothing is sent before the window asks. */
export function createBackend(ports: BackendPorts): Backend {
  const base = createBase(ports)
  const { online, service, training } = base
  const inFlight = createInFlight()
  const courier = courierOf(ports, base)
  void forgetLeftovers(base)
  return {
    handlers: {
      session: sessionHandlersOf(ports, base, courier),
      operators: operatorHandlers({
        ...base,
        client: service.client,
        tokenRefused: base.refusal
      }),
      courier: courierHandlers(courier, inFlight),
      sandbox: sandboxHandlers(training, courier)
    },
    online,
    service,
    async finish(longestMs) {
      const since = performance.now()
      await courier.finish(longestMs)
      await inFlight.calm(calmMs, Math.max(0, longestMs - (performance.now() - since)))
    },
    async stop() {
      service.close()
      await training.stop()
    }
  }
}

interface Base {
  readonly preferences: Preferences
  readonly conceal: Log['conceal']
  readonly vault: TokenVault
  readonly training: Training
  readonly accesses: Accesses
  readonly online: Online
  readonly service: Service
  readonly refusal: Refusal
}

function createBase(ports: BackendPorts): Base {
  const { preferences, folder, tell } = ports
  const { conceal } = ports.log
  const vault = createTokenVault({ load: loadKeychain, conceal, patienceMs: keychainPatienceMs })
  const training = createTraining({ folder, lastPort: () => lastPort(preferences) })
  const accesses = createAccesses({ preferences, vault, training })
  const online: Online = createOnline({
    accesses,
    serverOf: (id) => serverOf(preferences, id),
    client: () => service.client,
    changed: (connection) => tell('connection', connection)
  })
  const service = createService({
    settings: preferences.settings,
    spawn: ports.spawnListWorker,
    resolveProxy: ports.resolveProxy,
    userAgent: `Switchboard/${ports.facts.versions.app}`,
    observe: online.observe
  })
  const refusal = createRefusal(accesses, (id) => tell('token-refused', id))
  return { preferences, conceal, vault, training, accesses, online, service, refusal }
}

function courierOf({ folder, log }: BackendPorts, { accesses, service, refusal }: Base): Courier {
  return createCourier({
    file: (id) => journalFile(join(folder, 'journals', `${id}.journal`)),
    deliver: createDeliver({
      async access(id) {
        const opened = await accesses.of(id)
        return opened.ok ? ok(opened.value.access) : failed(neverSent(opened.failure))
      },
      client: service.client,
      refused: (accountId, { token }) => refusal({ accountId, token })
    }),
    clock: systemClock,
    report: (error) => log.error('The courier met a bug.', error)
  })
}

function sessionHandlersOf(ports: BackendPorts, base: Base, courier: Courier): Handlers['session'] {
  return sessionHandlers({
    ...base,
    service: base.service.client,
    facts: ports.facts,
    opening: ports.openings.first,
    opened(id) {
      ports.openings.begin()
      base.online.opened(id)
    },
    unsentOrganizations: (id) => unsentOrganizations(courier, id),
    recall: (id) => courier.recall(id, null),
    discard: courier.discard
  })
}

/** An attempt without an access never left. */
function neverSent(failure: NoAccess): Unanswered {
  return failure.kind === 'sandbox'
    ? { kind: 'unreachable', cause: 'refused', code: failure.code }
    : failure
}

function serverOf(preferences: Preferences, id: AccountId): string | null {
  return preferences.accounts().find((account) => account.id === id)?.server ?? null
}

/** The port on which the embedded service listened the last time. */
function lastPort(preferences: Preferences): number | null {
  const server = serverOf(preferences, sandboxAccountId)
  return server !== null && URL.canParse(server) ? Number(new URL(server).port) || null : null
}
