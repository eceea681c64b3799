import type { AccountId } from '../shared/account.ts'
import type { Bridge } from '../shared/ipc.ts'
import { spoken } from '../shared/messages/choose.ts'
import type { AccountStores } from './app.svelte.ts'
import { afterPaint } from './after-paint.ts'
import { calmly } from './calm.ts'
import { openImportDatabase } from './cache/import-database.ts'
import { deleteOperatorCache, openOperatorCache } from './cache/operator-database.ts'
import { openOutboxDatabase } from './cache/outbox-database.ts'
import { ImportDesk } from './onboarding/desk.svelte.ts'
import type { ImportRecord } from './onboarding/import.ts'
import type { KeptDraft } from './onboarding/kept-draft.ts'
import type { Memory } from './onboarding/memory.ts'
import type { ImportsOf } from './details/details.svelte.ts'
import { openReader } from './onboarding/open-reader.ts'
import type { RowOutcome } from './onboarding/outcome.ts'
import { parseDraft, parseImportRecord, parseMemory } from './onboarding/parse-stored.ts'
import { createIndexer, startIndexWorker } from './operators/indexer.ts'
import { OperatorLists } from './operators/lists.ts'
import { Operators } from './operators/operators.svelte.ts'
import type { Outbox } from './outbox/outbox.ts'
import type { OutboxStore } from './outbox/ports.ts'
import { openOutbox } from './outbox/open-outbox.ts'
import { unsentOf, type Unsent } from './outbox/views/unsent.ts'
import { removeAccountData, removeWork } from './remove-account-data.ts'
import { clock, listsClock, painted, random, timers } from './time.ts'
import { Workspace } from './workspace.svelte.ts'

/** What accounts keep on this computer, in the window's databases. `onbug`: told of a call that threw. */
export function accountStores(bridge: Bridge, onbug: (error: unknown) => void): AccountStores {
  const removal = { courier: bridge.courier, storeId: () => random.id() }
  return {
    open: (shared) => Promise.resolve(openAccount(bridge, onbug, shared)),
    unsent: unsentIn,
    wipe: (accountId) => removeAccountData(accountId, removal),
    startAnew: async (accountId) => {
      await deleteOperatorCache(accountId)
      await removeWork(accountId, removal)
    }
  }
}

type Shared = Parameters<AccountStores['open']>[0]

function openAccount(bridge: Bridge, onbug: (error: unknown) => void, shared: Shared): Workspace {
  const { account, preferences } = shared
  const cache = openOperatorCache(account.id)
  const lists = new OperatorLists({
    ...{ bridge: bridge.operators, cache, account, clock: listsClock },
    ages: () => preferences.now.cache
  })
  const last = preferences.now.openOrganization[account.id]
  const first = typeof last === 'number' ? lists.known(last).catch(onbug) : Promise.resolve()
  const { settleMs, paused } = preferences.now.outbox
  const { requestsPerSecond } = preferences.now
  const outbox = openOutbox({
    accountId: account.id,
    courier: bridge.courier,
    on: bridge.on,
    probe: () => void bridge.frame.probe(account.id),
    store: readAfter(first, openOutboxDatabase(account.id, bridge.frame.setDatabasesAside)),
    settings: { settleMs, requestsPerSecond, paused },
    ...{ lists, clock, timers, random, onbug }
  })
  const indexer = createIndexer(startIndexWorker, afterPaint)
  const locale = () => document.documentElement.lang
  // Not anew for each of the hundred chunks of an import, nor for each reply of a long replay.
  const calm = (work: () => void) => calmly(work, { clock, timers })
  const operators = new Operators({ lists, outbox, indexer, locale, ...timers, calm })
  const imported = openImports({ bridge, onbug, shared, lists, operators, outbox })
  const onclose = async () => {
    indexer.close()
    imported.close()
    await outbox.close()
    cache.close()
  }
  const { imports, importsOf } = imported
  const stores = { cache, lists, operators, outbox, imports, importsOf }
  return new Workspace({ ...shared, ...stores, bridge, now: clock.wall, onclose })
}

/** What shows first is read and painted first; the outbox may hold very much. */
function readAfter(first: Promise<unknown>, store: OutboxStore): OutboxStore {
  const load: OutboxStore['load'] = async (breathe) => {
    await first
    await painted()
    return store.load(breathe)
  }
  return { ...store, load }
}

interface ImportParts {
  readonly bridge: Bridge
  readonly onbug: (error: unknown) => void
  readonly shared: Shared
  readonly lists: OperatorLists
  readonly operators: Operators
  readonly outbox: Outbox
}

/** Where lists of people are imported into an account. */
function openImports({ bridge, onbug, shared, lists, operators, outbox }: ImportParts) {
  const { account, preferences, toasts, words } = shared
  const store = openImportDatabase<ImportRecord, RowOutcome, Memory, KeptDraft>(account.id, {
    record: parseImportRecord,
    memory: parseMemory,
    draft: parseDraft
  })
  const imports = new ImportDesk({
    ...{ account, store, outbox, openReader, words, onbug },
    lists: {
      organizations: () => lists.organizations().organizations ?? [],
      known: (id) => lists.known(id),
      fetch: (id, urgency) => lists.fetch(id, urgency),
      at: (id) => lists.operators(id)?.at ?? null
    },
    saveFile: bridge.frame.saveFile,
    locale: () => spoken(document.documentElement.lang) ?? 'en',
    now: clock.wall,
    id: random.id,
    breathe: timers.breathe,
    requestsPerSecond: () => preferences.now.requestsPerSecond,
    organizationId: () => operators.organizationId,
    tell: (text, tone) => toasts.show(text, null, tone)
  })
  const close = () => {
    imports.close()
    store.close()
  }
  const importsOf: ImportsOf = async (operatorId, entryIds) => {
    const found = await store.trace({ entryIds: new Set(entryIds), operatorId })
    return found.size === 0 ? [] : (await store.list()).filter(({ id }) => found.has(id))
  }
  return { imports, importsOf, close }
}

/** What an account that is not open has not sent. */
async function unsentIn(accountId: AccountId): Promise<Unsent> {
  const store = openOutboxDatabase(accountId)
  const stored = await store.load()
  store.close()
  return unsentOf(stored.ok ? stored.value.entries : [])
}
