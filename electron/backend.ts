import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { sandboxAccountId, type AccountId } from '../shared/account.ts'
import type { Connection, Events, Handlers, Start } from '../shared/ipc.ts'
import { createAccesses, type Access, type Accesses, type NoAccess } from './access.ts'
import { openingOf, type Opening } from './accounts.ts'
import type { Unanswered } from './chathub/answer.ts'
import { systemClock } from './chathub/clock.ts'
import { createCourier } from './courier/courier.ts'
import { journalFile } from './courier/journal-file.ts'
import { courierHandlers, unsentOrganizations } from './handlers/courier.ts'
import { operatorHandlers } from './handlers/operators.ts'
import { sandboxHandlers } from './handlers/sandbox.ts'
import { forgetLeftovers, sessionHandlers } from './handlers/session.ts'
import { createInFlight } from './in-flight.ts'
import type { LaunchOptions } from './launch-options.ts'
import type { Log } from './log.ts'
import { createOnline, type Online } from './online.ts'
import type { Preferences } from './preferences.ts'
import { createService, type Service } from './service.ts'
import { cleanServer } from './sign-in-form.ts'
import { createTokenVault, loadKeychain } from './token-vault.ts'
import { createTraining } from './training.ts'

/** What everything behind the window is built from. */
export interface BackendPorts {
  readonly log: Log
  readonly preferences: Preferences
  readonly options: LaunchOptions
  /** The server that an administrator named; `null` for none. */
  readonly policyServer: string | null
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
  /** Lets what is in flight end, at most `longestMs`; nothing new is sent from now on. */
  readonly finish: (longestMs: number) => Promise<void>
  readonly stop: () => Promise<void>
}

/** How long nothing must have been under way before quitting goes on, ms: the window stores what it was told. */
const calmMs = 120
const keychainPatienceMs = 5_000

/** Builds it; nothing is sent before the window asks. */
export function createBackend(ports: BackendPorts): Backend {
  const { log, preferences, folder, tell } = ports
  const vault = createTokenVault({
    load: loadKeychain,
    conceal: log.conceal,
    patienceMs: keychainPatienceMs
  })
  const training = createTraining({ folder, lastPort: () => lastPort(preferences) })
  const accesses = createAccesses({ preferences, vault, training })
  const online: Online = createOnline({
    accesses,
    serverOf: (id) => serverOf(preferences, id),
    client: () => service.client,
    changed: (connection: Connection) => tell('connection', connection)
  })
  const service = createService({
    settings: preferences.settings,
    spawn: ports.spawnListWorker,
    resolveProxy: ports.resolveProxy,
    userAgent: `Switchboard/${ports.facts.versions.app}`,
    observe: online.observe
  })
  const inFlight = createInFlight()
  const refusal = createRefusal(accesses, (id) => tell('token-refused', id))
  const courier = createCourier({
    file: (id) => journalFile(join(folder, 'journals', `${id}.journal`)),
    deliver: async (id, attempt, signal) => {
      const opened = await accesses.of(id)
      if (!opened.ok) return { kind: 'failed', failure: neverSent(opened.failure) }
      refusal.used(opened.value.access)
      return service.client.deliver(opened.value.access, attempt, signal)
    },
    clock: systemClock,
    tokenRefused: refusal.lastUsed,
    report: (error) => log.error('The courier met a bug.', error)
  })
  const opening = createOpening(ports, online)
  void forgetLeftovers({ preferences, vault })
  return {
    handlers: {
      session: sessionHandlers({
        ...{
          preferences,
          vault,
          accesses,
          service: service.client,
          facts: ports.facts,
          conceal: log.conceal
        },
        opening: opening.first,
        opened: opening.opened,
        unsentOrganizations: (id) => unsentOrganizations(courier, id),
        discard: (id) => courier.discard(id)
      }),
      operators: operatorHandlers({
        accesses,
        client: service.client,
        tokenRefused: refusal.with,
        conceal: log.conceal
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

/** What the window shows first: what the command line asks for, until an account was opened or left. */
function createOpening(
  ports: BackendPorts,
  online: Online
): { first: () => Opening; opened: (id: AccountId | null) => void } {
  const { preferences, options, policyServer } = ports
  const asked = options.server === null ? null : cleanServer(options.server)
  const server = asked?.ok ? asked.value : null
  let begun = false
  return {
    first() {
      const lastOpen = preferences.settings().openAccount
      const wish = begun
        ? { trySandbox: false, server: null, lastOpen }
        : { trySandbox: options.trySandbox, server, lastOpen }
      const opening = openingOf(preferences.accounts(), wish)
      return { ...opening, prefilledServer: opening.prefilledServer ?? server ?? policyServer }
    },
    opened(id) {
      begun = true
      online.opened(id)
    }
  }
}

/** Tells a refused token once it is clear that it is still the account's: a late refusal of an older one says nothing. */
function createRefusal(accesses: Accesses, refused: (id: AccountId) => void): Refusal {
  const used = new Map<AccountId, Access>()
  const tellIfPresent = async (access: Access): Promise<void> => {
    const present = await accesses.of(access.accountId)
    if (present.ok && present.value.access.token === access.token) refused(access.accountId)
  }
  return {
    used: (access) => void used.set(access.accountId, access),
    with: (access) => void tellIfPresent(access),
    lastUsed(id) {
      const access = used.get(id)
      if (access) void tellIfPresent(access)
    }
  }
}

interface Refusal {
  /** An attempt leaves with this access. */
  readonly used: (access: Access) => void
  /** The service refused this access. */
  readonly with: (access: Access) => void
  /** The service refused the access that the account's last attempt left with. */
  readonly lastUsed: (id: AccountId) => void
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
