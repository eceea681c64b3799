// @vitest-environment node
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { pack } from '../shared/operator-columns.ts'
import { ok } from '../shared/result.ts'
import { openImportDatabase } from './cache/import-database.ts'
import { openOperatorCache } from './cache/operator-database.ts'
import { openOutboxDatabase } from './cache/outbox-database.ts'
import type { ImportRecord, Phase } from './onboarding/import.ts'
import { parseDraft, parseImportRecord, parseMemory } from './onboarding/parse-stored.ts'
import { keep } from './outbox/kept-entry.ts'
import type { EntryState } from './outbox/entry.ts'
import { removeAccountData } from './remove-account-data.ts'

const account = 'someone'
const restarts: string[] = []
const ports = {
  courier: {
    restart: (accountId: string, storeId: string) => {
      restarts.push(`${accountId} ${storeId}`)
      return Promise.resolve(ok(null))
    }
  },
  storeId: () => 'new-pair'
}

const ended: EntryState = { kind: 'confirmed', operatorId: 104, at: 5 }
const waiting: EntryState = { kind: 'waiting', reason: null }

/** Leaves what somebody who worked here leaves: a list, a draft, an import, an entry with its history. */
async function work(state: EntryState, phase: Phase): Promise<void> {
  const cache = openOperatorCache(account)
  const columns = pack([{ id: 104, name: 'Alex Brown', status: 0 }])
  await cache.keepOperators({ organizationId: 24, columns, unlisted: new Set(), at: 5 }, null)
  await cache.keepDraft('add', 'Emma Davis')
  cache.close()
  const outbox = openOutboxDatabase(account)
  const edit = { kind: 'add', organizationId: 24, name: 'Alex Brown', addAnyway: false } as const
  const entry = keep({ id: 'entry', edit, order: 1, queuedAt: 1, actionId: 'action' }, [])
  await outbox.write({
    storeId: 'pair',
    entries: [{ ...entry, state }],
    past: [],
    attempts: [],
    goneAttempts: [],
    created: [],
    history: [{ at: 5, entryId: 'entry', what: 'confirmed', failure: null }]
  })
  outbox.close()
  const imports = openImportDatabase(account, {
    record: parseImportRecord,
    memory: parseMemory,
    draft: parseDraft
  })
  const record = { id: 'import', plannedAt: 1, source: {}, choices: {}, counts: {}, phase }
  const contents = { file: new Blob(['Alex Brown']), plan: new Uint8Array() }
  await imports.create(record as unknown as ImportRecord, contents, null)
  await imports.keepDraft(draft, new Blob(['Emma Davis']))
  imports.close()
}

const draft = {
  ...{ id: 'draft', takenAt: 1, kind: 'file' as const, name: 'team.csv', size: 10 },
  work: null
}

/** The databases that are left, without what the library notes for itself. */
async function left(): Promise<string[]> {
  const databases = await indexedDB.databases()
  return databases.map(({ name }) => String(name)).filter((name) => !name.startsWith('__'))
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The database refused'))
  })
}

beforeEach(async () => {
  restarts.length = 0
  await Promise.all((await left()).map((name) => done(indexedDB.deleteDatabase(name))))
})

describe('removing the data of an account', () => {
  it('leaves nothing: no list, draft, import, outbox or history, and an empty journal', async () => {
    await work(ended, { kind: 'applied', at: 5 })
    expect(await left()).toHaveLength(3)
    expect(await removeAccountData(account, ports)).toEqual(ok(null))
    expect(await left()).toEqual([])
    expect(restarts).toEqual(['someone new-pair'])
  })

  it('keeps unsent edits with the imports that they come from, and removes the lists', async () => {
    await work(waiting, { kind: 'applied', at: 5 })
    expect(await removeAccountData(account, ports)).toEqual(ok(null))
    expect((await left()).sort()).toEqual(['imports-someone', 'outbox-someone'])
    expect(restarts).toEqual([])
  })

  it('keeps no list that was never applied, whatever else stays', async () => {
    await work(waiting, { kind: 'applied', at: 5 })
    await removeAccountData(account, ports)
    const parsers = { record: parseImportRecord, memory: parseMemory, draft: parseDraft }
    const imports = openImportDatabase(account, parsers)
    expect([(await imports.list()).length, await imports.drafts()]).toEqual([1, []])
    expect(await imports.draftFile('draft')).toBeNull()
    imports.close()
  })

  it('keeps an import that is not through', async () => {
    await work(ended, { kind: 'applying', chunks: 1, mark: null })
    expect(await removeAccountData(account, ports)).toEqual(ok(null))
    expect((await left()).sort()).toEqual(['imports-someone', 'outbox-someone'])
  })

  it('never takes what cannot be read for finished work', async () => {
    await done(indexedDB.open('outbox-someone', 9_000)).then((later) => later.close())
    expect(await removeAccountData(account, ports)).toMatchObject({ ok: false })
    expect(await left()).toEqual(['outbox-someone'])
  })

  it('touches no other account', async () => {
    openOperatorCache('another').close()
    const other = openOutboxDatabase('another')
    await other.test()
    other.close()
    await work(ended, { kind: 'undone', from: 0, at: 5 })
    await removeAccountData(account, ports)
    expect(await left()).toEqual(['outbox-another'])
  })
})
