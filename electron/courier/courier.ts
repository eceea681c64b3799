import type { AccountId } from '../../shared/account.ts'
import type { Attempt, AttemptId, Outcome } from '../../shared/attempt.ts'
import type { Failure } from '../../shared/failure.ts'
import type { JournalRecord, JournalView } from '../../shared/journal.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import type { Delivery } from '../chathub/answer.ts'
import type { Clock } from '../chathub/clock.ts'
import { readDelivery } from '../chathub/wire.ts'
import { openDesk, type Desk } from './desk.ts'
import { Flights } from './flights.ts'
import type { JournalFile } from './journal-file.ts'
import type { StoredRecord } from './journal-record.ts'
import { viewOf } from './journal-view.ts'
import type { Label } from './label.ts'
import { storageFailure } from './storage-failure.ts'

/** What the courier is built from. */
export interface CourierPorts {
  readonly file: (accountId: AccountId) => JournalFile
  /** Puts the bytes on the wire once, when their turn comes, and waits for the answer. Leaves the line when `recall` aborts. */
  readonly deliver: (
    accountId: AccountId,
    attempt: Attempt,
    recall: AbortSignal
  ) => Promise<Delivery>
  readonly clock: Clock
  /** A bug in a port: nothing is known of the attempt, and it counts as possibly sent. */
  readonly report: (error: unknown) => void
  /** Awaited at every labelled moment; for tests that stop, delay or fail the courier there. */
  readonly at?: (label: Label) => Promise<void>
}

/** The one sender: nothing leaves without an intent on the disk, and no attempt leaves twice. */
export interface Courier {
  /** What the journal knows of the account; copies of edits only where the window's store is not its own. */
  readonly recover: (
    accountId: AccountId,
    storeId: string | null
  ) => Promise<Result<JournalView, Failure>>
  /** Appends the window's records; answers once they are on the disk. */
  readonly record: (
    accountId: AccountId,
    records: readonly JournalRecord[]
  ) => Promise<Result<null, Failure>>
  /**
   * Sends an attempt, and answers with its outcome. The same attempt again is not sent again: it answers
   * with the outcome of the first, or `null` where that is not known.
   */
  readonly send: (accountId: AccountId, attempt: Attempt) => Promise<Outcome>
  /**
   * Takes back attempts of which nothing has left, `null` for all of the account: from now on none of them leaves,
   * and each ends as recalled.
   */
  readonly recall: (accountId: AccountId, attemptIds: readonly AttemptId[] | null) => void
  /** Begins the account's journal anew under this storeId. */
  readonly restart: (
    accountId: AccountId,
    storeId: string,
    records: readonly JournalRecord[]
  ) => Promise<Result<null, Failure>>
  /** Deletes the account's journal. */
  readonly discard: (accountId: AccountId) => Promise<Result<null, Failure>>
  /** Sends nothing more; resolves when what is in flight ended, or after `longestMs`. */
  readonly finish: (longestMs: number) => Promise<void>
}

/** Builds the courier. */
export function createCourier(ports: CourierPorts): Courier {
  return new Sender(ports)
}

const recalled = { kind: 'recalled' } as const

class Sender implements Courier {
  private readonly ports: CourierPorts
  private readonly at: (label: Label) => Promise<void>
  private readonly desks = new Map<AccountId, Promise<Result<Desk, Failure>>>()
  private readonly flights = new Flights()
  private hasFinished = false

  constructor(ports: CourierPorts) {
    this.ports = ports
    this.at = ports.at ?? (() => Promise.resolve())
  }

  readonly recover = async (
    accountId: AccountId,
    storeId: string | null
  ): Promise<Result<JournalView, Failure>> => {
    await this.at('recover')
    const desk = await this.desk(accountId)
    if (!desk.ok) return desk
    // A window may die and come back while an intent is being written: its bytes leave right after.
    await desk.value.journal.idle()
    return ok(viewOf(desk.value.journal.fold(), this.ports.clock.now(), storeId))
  }

  readonly record = async (
    accountId: AccountId,
    records: readonly JournalRecord[]
  ): Promise<Result<null, Failure>> => {
    const desk = await this.desk(accountId)
    if (!desk.ok) return desk
    return this.stored('record', () => desk.value.journal.append(this.stamped(records)))
  }

  readonly restart = async (
    accountId: AccountId,
    storeId: string,
    records: readonly JournalRecord[]
  ): Promise<Result<null, Failure>> => {
    const desk = await this.desk(accountId)
    if (!desk.ok) return desk
    const header: StoredRecord = { kind: 'header', storeId, damaged: false }
    const all = [header, ...this.stamped(records)]
    const stored = await this.stored('restart', () => desk.value.journal.restart(all))
    if (stored.ok) desk.value.owed = []
    return stored
  }

  readonly send = (accountId: AccountId, attempt: Attempt): Promise<Outcome> =>
    this.flights.carry(accountId, attempt.id, (recall) => this.carry(accountId, attempt, recall))

  readonly recall = (accountId: AccountId, attemptIds: readonly AttemptId[] | null): void =>
    this.flights.recall(accountId, attemptIds)

  readonly discard = async (accountId: AccountId): Promise<Result<null, Failure>> => {
    this.recall(accountId, null)
    const desk = await this.desk(accountId)
    if (desk.ok) await desk.value.journal.idle()
    this.desks.delete(accountId)
    try {
      await this.ports.file(accountId).remove()
      return ok(null)
    } catch (error) {
      return failed(storageFailure(error, 'journal'))
    }
  }

  readonly finish = async (longestMs: number): Promise<void> => {
    this.hasFinished = true
    const time = new Promise<void>((resolve) => this.ports.clock.after(longestMs, resolve))
    await Promise.race([this.rest(), time])
  }

  private async rest(): Promise<void> {
    await this.flights.end()
    for (const opening of [...this.desks.values()]) {
      const desk = await opening
      if (desk.ok) await desk.value.journal.idle()
    }
  }

  private async carry(
    accountId: AccountId,
    attempt: Attempt,
    recall: AbortSignal
  ): Promise<Outcome> {
    const opened = await this.desk(accountId)
    if (!opened.ok) return opened
    const desk = opened.value
    const before = desk.journal.fold().attempts.get(attempt.id)
    if (before !== undefined) return before.delivery && readDelivery(attempt.kind, before.delivery)
    if (desk.sent.has(attempt.id)) return null
    // Not before: what may have left is never called recalled, not even while the app quits.
    if (recall.aborted || this.hasFinished) return failed(recalled)
    const intent = await this.intend(attempt, desk)
    if (!intent.ok) return intent
    const delivery = await this.delivered(accountId, attempt, recall)
    if (delivery === null) return null
    await this.keep({ kind: 'outcome', attemptId: attempt.id, delivery }, desk)
    return readDelivery(attempt.kind, delivery)
  }

  /** Puts the intent on the disk, behind the outcomes that could not be stored before. */
  private async intend(attempt: Attempt, desk: Desk): Promise<Result<null, Failure>> {
    const { owed } = desk
    const stored = await this.stored('intent', () =>
      desk.journal.append([...owed, { kind: 'intent', attempt }])
    )
    if (!stored.ok) return stored
    desk.owed = desk.owed.filter((outcome) => !owed.includes(outcome))
    desk.sent.add(attempt.id)
    return stored
  }

  private async delivered(
    accountId: AccountId,
    attempt: Attempt,
    recall: AbortSignal
  ): Promise<Delivery | null> {
    try {
      await this.at('bytes')
      if (recall.aborted) return { kind: 'failed', failure: recalled }
      const delivery = await this.ports.deliver(accountId, attempt, recall)
      await this.at('reply')
      return delivery
    } catch (error) {
      this.ports.report(error)
      return null
    }
  }

  /** Stores an outcome. Where that fails, nothing more is sent until it is stored. */
  private async keep(outcome: StoredRecord, desk: Desk): Promise<void> {
    const stored = await this.stored('outcome', () => desk.journal.append([outcome]))
    if (!stored.ok) desk.owed = [...desk.owed, outcome]
  }

  private async stored(
    label: 'intent' | 'outcome' | 'record' | 'restart',
    write: () => Promise<Result<null, Failure>>
  ): Promise<Result<null, Failure>> {
    try {
      await this.at(label)
      const result = await write()
      await this.at(`${label}-synced`)
      return result
    } catch (error) {
      return failed(storageFailure(error, 'journal'))
    }
  }

  /** The account's journal, opened at its first use; opened again where that failed. */
  private desk(accountId: AccountId): Promise<Result<Desk, Failure>> {
    const known = this.desks.get(accountId)
    if (known !== undefined) return known
    const opening = openDesk(this.ports.file(accountId), this.ports.clock)
    this.desks.set(accountId, opening)
    return opening.then((desk) => {
      if (!desk.ok) this.desks.delete(accountId)
      return desk
    })
  }

  private stamped(records: readonly JournalRecord[]): StoredRecord[] {
    const at = this.ports.clock.now()
    return records.map((record) => (record.kind === 'settled' ? { ...record, at } : record))
  }
}
