import { randomBytes } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { createControl, noControl, type Control } from './control.ts'
import { createCore, type Core } from './core.ts'
import type { Basis } from './data.ts'
import type { Faults } from './faults.ts'
import type { Ledger, LedgerEvent } from './ledger.ts'
import { startServer, type HttpServer } from './server.ts'
import { openKeptLedger, openStore, type Store } from './store.ts'
import type { Account, SandboxRequest, Settings } from './model.ts'

/** How to start a sandbox; everything may be left out. */
export type SandboxOptions = Partial<Basis> & {
  /** Where its data outlives it; left out, it lives in memory alone. */
  readonly folder?: string
  /** 0, or left out, takes a free port. */
  readonly port?: number
  /** Credentials of its first account; each is random where it is left out. */
  readonly token?: string
  readonly login?: string
  readonly password?: string
  /** Further accounts, which may see fewer organizations. */
  readonly accounts?: readonly Account[]
  readonly settings?: Partial<Settings>
  /** Also writes the ledger into the folder, for `readKeptLedger`. */
  readonly keepLedger?: boolean
  /** How many requests the ledger keeps in memory. */
  readonly ledgerLimit?: number
  /** Whether the ledger and the faults can be reached over HTTP. */
  readonly control?: boolean
}

/** A running ChatHub on 127.0.0.1. */
export type Sandbox = {
  /** E.g. `http://127.0.0.1:4010`; stays the same through an outage. */
  readonly address: string
  readonly login: string
  readonly password: string
  /** The token of the first account at the start. */
  readonly token: string
  /** Lines of its stored data that could not be read, and were passed over. */
  readonly damaged: number
  readonly ledger: Ledger
  readonly faults: Faults
  readonly colleague: Core['colleague']
  readonly operators: Core['operators']
  readonly configure: Core['configure']
  /** Really refuses connections, and later listens again on the same port, where it still can. */
  readonly setOutage: (on: boolean) => Promise<'done' | 'port-taken'>
  /** Back to the beginning, on disk too; the credentials stay. */
  readonly reset: () => void
  /** Ends all connections and closes its files; asked again, it waits for the same end. */
  readonly stop: () => Promise<void>
}

/** Starts a sandbox. Rejects with the system's error: port taken, folder not writable. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const account = accountOf(options)
  const files = openFiles(options)
  const timers = createTimers()
  const core = coreOf(options, { account, files, timers })
  const reset = (): void => {
    files.reset()
    core.reset()
  }
  // The paths of control need the server's switch, and the server needs the paths.
  const control: { handle: Control } = { handle: noControl }
  const handlers = {
    handle: core.handle,
    control: (request: SandboxRequest) => control.handle(request)
  }
  const server = await startServer(handlers, options.port ?? 0).catch((thrown: unknown) => {
    files.close()
    throw thrown
  })
  const outage = outageSwitch(core, server)
  if (options.control === true) {
    control.handle = createControl({ core, reset, setOutage: outage.set, token: account.token })
  }
  const { colleague, configure, faults, ledger, operators } = core
  const { login, password, token } = account
  return {
    ...{ address: `http://127.0.0.1:${server.port}`, login, password, token },
    ...{ colleague, configure, faults, ledger, operators, reset },
    damaged: files.damaged,
    setOutage: outage.set,
    stop: once(async () => {
      await outage.set(true)
      timers.clear()
      files.close()
    })
  }
}

const usualLedgerLimit = 10_000

/** Does something the first time it is asked, and waits for that first time ever after. */
function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null
  return () => (done ??= act())
}

type Parts = { readonly account: Account; readonly files: Files; readonly timers: Timers }

function coreOf(options: SandboxOptions, { account, files, timers }: Parts): Core {
  return createCore({
    ...options,
    accounts: [account, ...(options.accounts ?? [])],
    now: () => performance.now(),
    wall: () => Date.now(),
    schedule: timers.schedule,
    record: files.record,
    recorded: files.recorded,
    ledger: { limit: options.ledgerLimit ?? usualLedgerLimit, keep: files.keep }
  })
}

function accountOf({ login, password, token }: SandboxOptions): Account {
  const random = (): string => randomBytes(24).toString('base64url')
  return { login: login ?? 'supervisor', password: password ?? random(), token: token ?? random() }
}

type Files = Store & { readonly keep: (event: LedgerEvent) => void }

function openFiles({ folder, keepLedger }: SandboxOptions): Files {
  if (folder === undefined) return inMemory
  const store = openStore(folder)
  if (keepLedger !== true) return { ...store, keep: inMemory.keep }
  const ledger = openKeptLedger(folder)
  return {
    ...store,
    keep: ledger.keep,
    reset() {
      store.reset()
      ledger.reset()
    },
    close() {
      store.close()
      ledger.close()
    }
  }
}

const inMemory: Files = {
  recorded: [],
  damaged: 0,
  record: () => 'stored',
  keep: () => undefined,
  reset: () => undefined,
  close: () => undefined
}

/** Switches one after another, however quickly they are asked for. */
function outageSwitch(core: Core, server: HttpServer) {
  let last: Promise<unknown> = Promise.resolve()
  let isOn = false
  const change = async (on: boolean): Promise<'done' | 'port-taken'> => {
    if (on === isOn) return 'done'
    core.setOutage(on)
    if (on) await server.close()
    else if ((await server.reopen()) === 'port-taken') {
      core.setOutage(true)
      return 'port-taken'
    }
    isOn = on
    return 'done'
  }
  return {
    set(on: boolean): Promise<'done' | 'port-taken'> {
      const next = last.then(() => change(on))
      last = next
      return next
    }
  }
}

type Timers = {
  readonly schedule: (ms: number, run: () => void) => void
  readonly clear: () => void
}

/** Timers that can all be dropped, as a stopped server drops what it was about to do. */
function createTimers(): Timers {
  const timers = new Set<NodeJS.Timeout>()
  return {
    schedule(ms, run) {
      const timer = setTimeout(() => {
        timers.delete(timer)
        run()
      }, ms)
      timers.add(timer)
    },
    clear() {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    }
  }
}
