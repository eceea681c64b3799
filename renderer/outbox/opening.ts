import type { Failure } from '../../shared/failure.ts'
import { failed, type Result } from '../../shared/result.ts'
import { backOff } from './back-off.ts'
import type { OutboxPorts } from './ports.ts'
import type { Replay } from './replay.ts'

/** One of the two places threw: a bug there, after which nothing is known of what it holds. */
const unreadable: Failure = {
  kind: 'not-stored',
  cause: 'other',
  place: 'outbox',
  code: 'unknown'
}

/** Reads both durable places; where one cannot be read, again later. */
export class Opening {
  readonly #ports: OutboxPorts
  readonly #replay: Pick<Replay, 'recover'>
  readonly #changed: () => void
  #failure: Failure | null = null
  #attempts = 0
  #stopped = false
  #stopRetry = (): void => undefined
  /** Resolves once they have been read, or one could not be. */
  readonly tried: Promise<void>

  /** Begins at once. `changed` is called after every attempt. */
  constructor(ports: OutboxPorts, replay: Pick<Replay, 'recover'>, changed: () => void) {
    this.#ports = ports
    this.#replay = replay
    this.#changed = changed
    this.tried = this.#try()
  }

  /** Why they could not be read; `null` where they could, or are being read for the first time. */
  get failure(): Failure | null {
    return this.#failure
  }

  /** Tries no more. */
  stop(): void {
    this.#stopped = true
    this.#stopRetry()
  }

  async #try(): Promise<void> {
    const read = await this.#readBoth().catch((error: unknown) => {
      this.#ports.onbug(error)
      return failed(unreadable)
    })
    this.#failure = read.ok ? null : read.failure
    this.#changed()
    if (read.ok || this.#stopped) return
    this.#attempts += 1
    const wait = backOff(this.#attempts, this.#ports.random.fraction())
    this.#stopRetry = this.#ports.timers.after(
      wait,
      () => void this.#try().catch(this.#ports.onbug)
    )
  }

  async #readBoth(): Promise<Result<null, Failure>> {
    const { store, courier, accountId, timers } = this.#ports
    const stored = await store.load(timers.breathe)
    if (!stored.ok) return stored
    const journal = await courier.recover(accountId, stored.value.storeId)
    if (!journal.ok) return journal
    return this.#replay.recover(stored.value, journal.value)
  }
}
