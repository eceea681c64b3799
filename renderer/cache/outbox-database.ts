import Dexie, { type Table } from 'dexie'
import type { AccountId } from '../../shared/account.ts'
import type { Attempt, AttemptId } from '../../shared/attempt.ts'
import type { EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import type { KeptEntry } from '../outbox/kept-entry.ts'
import type { HistoryEvent } from '../outbox/outbox.ts'
import type { OutboxStore, Stored, StoredChanges } from '../outbox/ports.ts'
import { everyEventOf, forgetOldest, type HistoryBound, usualBound } from './history-bound.ts'
import { neverNewer } from './never-newer.ts'
import { pastOf } from './outbox-past.ts'
import { parseAttempt, parseEntry, type SharedTexts } from './outbox-records.ts'
import { inPages, inQueueOrder } from './read-in-pages.ts'
import { stored } from './storage-failure.ts'

type HistoryRecord = HistoryEvent & { readonly n: number }

/** Versions are only ever appended: what people have on disk must stay readable. */
class OutboxDatabase extends Dexie {
  declare readonly entries: Table<KeptEntry, EntryId>
  declare readonly attempts: Table<Attempt, AttemptId>
  declare readonly created: Table<
    { readonly entryId: EntryId; readonly operatorId: number },
    EntryId
  >
  declare readonly past: Table<KeptEntry, EntryId>
  declare readonly history: Table<HistoryRecord, [EntryId, number, number]>
  declare readonly about: Table<{ readonly key: string; readonly value: string }, string>

  constructor(accountId: AccountId) {
    super(`outbox-${accountId}`, { ...neverNewer(), chromeTransactionDurability: 'strict' })
    // Entries have no index but their id: they are indexed in memory, and an index would double the price
    // of storing ten thousand of them.
    this.version(1).stores({
      entries: 'id',
      attempts: 'id',
      created: 'entryId',
      past: 'id',
      history: '[entryId+at+n]',
      about: 'key'
    })
    // What has ended can be forgotten by its age.
    this.version(2).stores({ past: 'id,state.at' })
    // What was ever done about one operator is found at once. An entry has but one or two of these.
    this.version(3).stores({
      past: 'id,state.at,state.operatorId,edit.operator.id,edit.operator.entryId'
    })
  }
}

/**
 * The outbox of one account, in a database of its own. Every write is one transaction that has reached
 * the disk when it answers; what the disk refuses comes back as a failure, and nothing has changed.
 * `setAside`: begins the browser's databases anew, where it cannot open any of them and never will again.
 */
export function openOutboxDatabase(
  accountId: AccountId,
  setAside?: () => Promise<unknown>,
  bound: HistoryBound = usualBound
): OutboxStore {
  const database = new OutboxDatabase(accountId)
  const attempt = <T>(work: () => PromiseLike<T>): Promise<Result<T, Failure>> =>
    stored('outbox', work)
  let written = 0
  return {
    load: async (breathe = atOnce) => {
      const loaded = await attempt(() => load(database, breathe))
      if (!setAside || !isUnopenable(loaded)) return loaded
      await setAside()
      database.close()
      return attempt(() => database.open().then(() => load(database, breathe)))
    },
    write: (changes) =>
      attempt(async () => {
        const history = changes.history.map((event) => ({ ...event, n: (written += 1) }))
        await write(database, { ...changes, history }, bound)
        return null
      }),
    past: (about) => attempt(() => pastOf(database.past, about)),
    history: (id) => attempt(() => historyOf(database, id)),
    test: () =>
      attempt(async () => {
        await database.about.put({ key: 'test', value: 'written' })
        return null
      }),
    close: () => {
      database.close()
    }
  }
}

/** The browser's own files are damaged: it says no more than that it does not know. */
function isUnopenable(loaded: Result<Stored, Failure>): boolean {
  return (
    !loaded.ok && loaded.failure.kind === 'not-stored' && loaded.failure.code === 'UnknownError'
  )
}

/** Removes an account's outbox and all that it kept. */
export function deleteOutboxDatabase(accountId: AccountId): Promise<Result<null, Failure>> {
  return stored('outbox', async () => {
    await new OutboxDatabase(accountId).delete()
    return null
  })
}

const atOnce = (): Promise<void> => Promise.resolve()

/** Nobody else writes while it is read, so that it need not be one transaction. */
async function load(database: OutboxDatabase, breathe: () => Promise<void>): Promise<Stored> {
  const { entries, attempts, created, about } = database
  const storeId = await about.get('storeId')
  const sent = await attempts.toArray()
  const ids = new Map<EntryId, number>()
  const take = (row: { readonly entryId: EntryId; readonly operatorId: number }): void =>
    void ids.set(row.entryId, row.operatorId)
  await inPages(created, { keyOf: ({ entryId }) => entryId, take }, breathe)
  const kept: KeptEntry[] = []
  const texts: SharedTexts = new Map()
  const keep = (row: KeptEntry): void => void kept.push(parseEntry(row, texts))
  await inPages(entries, { keyOf: ({ id }) => id, take: keep }, breathe)
  return {
    storeId: storeId?.value ?? null,
    entries: inQueueOrder(kept),
    attempts: sent.map(parseAttempt),
    created: ids
  }
}

function write(
  database: OutboxDatabase,
  changes: Omit<StoredChanges, 'history'> & { history: HistoryRecord[] },
  bound: HistoryBound
): PromiseLike<void> {
  const { entries, attempts, created, past, history, about } = database
  return database.transaction(
    'rw',
    [entries, attempts, created, past, history, about],
    async () => {
      const { storeId } = changes
      await Promise.all([
        storeId === null ? null : about.put({ key: 'storeId', value: storeId }),
        changes.entries.length > 0 ? entries.bulkPut(changes.entries) : null,
        changes.attempts.length > 0 ? attempts.bulkPut(changes.attempts) : null,
        changes.goneAttempts.length > 0 ? attempts.bulkDelete([...changes.goneAttempts]) : null,
        changes.created.length > 0
          ? created.bulkPut(
              changes.created.map(([entryId, operatorId]) => ({ entryId, operatorId }))
            )
          : null,
        changes.history.length > 0 ? history.bulkPut(changes.history) : null
      ])
      if (changes.past.length === 0) return
      await leave(database, changes.past)
      await forgetOldest(database, bound, changes.past.length)
    }
  )
}

/** Entries leave the panel for the history. */
async function leave({ entries, past }: OutboxDatabase, ids: readonly EntryId[]): Promise<void> {
  const leaving = await entries.bulkGet([...ids])
  await past.bulkPut(leaving.filter((entry) => entry !== undefined))
  await entries.bulkDelete([...ids])
}

async function historyOf(database: OutboxDatabase, id: EntryId): Promise<HistoryEvent[]> {
  const records = await database.history
    .where('[entryId+at+n]')
    .between(...everyEventOf(id))
    .toArray()
  return records.map(({ at, entryId, what, failure }) => ({ at, entryId, what, failure }))
}
