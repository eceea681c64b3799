import type { Attempt, Outcome } from '../../shared/attempt.ts'
import type { AcceptedEdit, EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { JournalRecord, OpenEdits } from '../../shared/journal.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import type { FakeHub } from './fake-hub.ts'
import type { KeptEntry } from './kept-entry.ts'
import type { HistoryEvent } from './outbox.ts'
import type { Courier, OutboxStore } from './ports.ts'

/** What survives a crash: the store's and the journal's contents. */
export class Disk {
  storeId: string | null = null
  entries = new Map<EntryId, KeptEntry>()
  attempts = new Map<string, Attempt>()
  past = new Map<EntryId, KeptEntry>()
  created = new Map<EntryId, number>()
  history: HistoryEvent[] = []
  journal: { storeId: string | null; damaged: boolean } = { storeId: null, damaged: false }
  queued = new Map<EntryId, AcceptedEdit>()
  ended = new Map<EntryId, 'confirmed' | 'matched' | 'cancelled' | 'superseded'>()
  intents = new Map<string, { attempt: Attempt; outcome: Outcome }>()
  /** The store refuses to write while this is set. */
  full: Failure | null = null
  journalFull: Failure | null = null

  store(): OutboxStore {
    return {
      load: () =>
        Promise.resolve(
          ok({
            storeId: this.storeId,
            entries: [...this.entries.values()],
            attempts: [...this.attempts.values()],
            created: new Map(this.created)
          })
        ),
      write: async (changes) => {
        await Promise.resolve()
        if (this.full) return failed(this.full)
        this.storeId = changes.storeId ?? this.storeId
        for (const entry of structuredClone(changes.entries)) this.entries.set(entry.id, entry)
        for (const id of changes.past) this.#leave(id)
        for (const attempt of changes.attempts) this.attempts.set(attempt.id, attempt)
        for (const id of changes.goneAttempts) this.attempts.delete(id)
        for (const [entryId, operatorId] of changes.created) this.created.set(entryId, operatorId)
        this.history.push(...changes.history)
        return ok(null)
      },
      past: ({ organizationId }) =>
        Promise.resolve(
          ok([...this.past.values()].filter(({ edit }) => edit.organizationId === organizationId))
        ),
      history: (id) => Promise.resolve(ok(this.history.filter((event) => event.entryId === id))),
      test: () => Promise.resolve(this.full ? failed(this.full) : ok(null)),
      close: () => undefined
    }
  }

  courier(hub: FakeHub): Courier {
    return {
      recover: (_, storeId) =>
        Promise.resolve(
          ok({
            ...this.journal,
            open: this.#open(storeId),
            ended: [...this.ended].map(([entryId, ending]) => ({ entryId, ending })),
            attempts: [...this.intents].map(([attemptId, each]) => ({ attemptId, ...each }))
          })
        ),
      record: (_, records) => Promise.resolve(this.#record(records)),
      restart: (_, storeId, records) => {
        this.journal = { storeId, damaged: false }
        this.queued.clear()
        this.ended.clear()
        this.intents.clear()
        return Promise.resolve(this.#record(records))
      },
      send: async (_, attempt) => {
        const before = this.intents.get(attempt.id)
        if (before) return before.outcome
        if (this.journalFull) return failed(this.journalFull)
        this.intents.set(attempt.id, { attempt, outcome: null })
        const leaves = await hub.turn(attempt)
        const outcome = leaves ? await hub.send(attempt) : failed({ kind: 'recalled' as const })
        this.intents.set(attempt.id, { attempt, outcome })
        return outcome
      },
      recall: (_, attemptIds) => {
        hub.recall(attemptIds)
        return Promise.resolve(null)
      }
    }
  }

  /** The store is gone; the journal is not. */
  lose(): void {
    this.storeId = null
    this.history = []
    for (const table of [this.entries, this.attempts, this.past, this.created]) table.clear()
  }

  #leave(id: EntryId): void {
    const entry = this.entries.get(id)
    if (entry) this.past.set(id, entry)
    this.entries.delete(id)
  }

  #open(storeId: string | null): OpenEdits {
    const accepted = [...this.queued.values()].filter(({ id }) => !this.ended.has(id))
    if (storeId === null || storeId !== this.journal.storeId) return { kind: 'copies', accepted }
    return { kind: 'ids', ids: accepted.map(({ id }) => id).join('\n') }
  }

  #record(records: readonly JournalRecord[]): Result<null, Failure> {
    if (this.journalFull) return failed(this.journalFull)
    for (const record of records) {
      if (record.kind === 'queued') this.queued.set(record.accepted.id, record.accepted)
      else if (!this.ended.has(record.entryId)) this.ended.set(record.entryId, record.ending)
    }
    return ok(null)
  }
}
