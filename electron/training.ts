import { join } from 'node:path'
import type { Failure } from '../shared/failure.ts'
import { failed, ok, type Result } from '../shared/result.ts'
import type { Sandbox } from './sandbox/sandbox.ts'

type NotStarted = Extract<Failure, { kind: 'sandbox' }>

/** Training mode: the embedded service, started when it is first needed. */
export interface Training {
  /** Starts it where it does not run; its address and token. The token is new at every start of the app and worth nothing elsewhere. */
  open(): Promise<Result<{ readonly server: string; readonly token: string }, NotStarted>>
  /** Refuses connections while `on`; does nothing where the service does not run. */
  simulateOutage(on: boolean): Promise<Result<null, NotStarted>>
  /** Puts its data back to their beginning. */
  reset(): Promise<Result<null, NotStarted>>
  stop(): Promise<void>
}

/** Where training keeps its data, and the port that it had the last time. */
export interface TrainingOptions {
  readonly folder: string
  readonly lastPort: () => number | null
}

/** Builds training mode; nothing is started yet. */
export function createTraining({ folder, lastPort }: TrainingOptions): Training {
  let running: Promise<Sandbox> | null = null

  const sandbox = (): Promise<Sandbox> => {
    running ??= startOn(join(folder, 'sandbox'), lastPort())
    // A failed start is tried again the next time.
    running.catch(() => (running = null))
    return running
  }

  const attempt = async <T>(
    work: (sandbox: Sandbox) => T | Promise<T>
  ): Promise<Result<T, NotStarted>> => {
    try {
      return ok(await work(await sandbox()))
    } catch (error) {
      return failed({ kind: 'sandbox', code: (error as NodeJS.ErrnoException).code ?? 'unknown' })
    }
  }

  return {
    open: () => attempt(({ address, token }) => ({ server: address, token })),
    async simulateOutage(on) {
      const switched = await attempt((service) => service.setOutage(on))
      if (!switched.ok) return switched
      return switched.value === 'done' ? ok(null) : failed({ kind: 'sandbox', code: 'EADDRINUSE' })
    },
    async reset() {
      const done = await attempt((service) => service.reset())
      return done.ok ? ok(null) : done
    },
    async stop() {
      const service = await running?.catch(() => null)
      await service?.stop()
    }
  }
}

/** Starts on the port of the last time; on a free one where another program has it by now. */
async function startOn(folder: string, port: number | null): Promise<Sandbox> {
  // Most people never train: their app never loads it.
  const { startSandbox } = await import('./sandbox/sandbox.ts')
  if (port !== null) {
    const kept = await startSandbox({ folder, port }).catch(() => null)
    if (kept) return kept
  }
  return startSandbox({ folder })
}
