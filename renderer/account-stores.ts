import type { AccountId } from '../shared/account.ts'
import type { Bridge } from '../shared/ipc.ts'
import type { AccountStores } from './app.svelte.ts'
import { openOperatorCache } from './cache/operator-database.ts'
import {
  canOpenDatabases,
  deleteOutboxDatabase,
  openOutboxDatabase
} from './cache/outbox-database.ts'
import { createIndexer, startIndexWorker } from './operators/indexer.ts'
import { OperatorLists } from './operators/lists.ts'
import { Operators } from './operators/operators.svelte.ts'
import { openOutbox } from './outbox/open-outbox.ts'
import { unsentOf, type Unsent } from './outbox/views/unsent.ts'
import { clock, listsClock, random, timers } from './time.ts'
import { Workspace } from './workspace.svelte.ts'

/** What accounts keep on this computer, in the window's databases. `onbug`: told of a call that threw. */
export function accountStores(bridge: Bridge, onbug: (error: unknown) => void): AccountStores {
  return {
    open: (shared) => openAccount(bridge, onbug, shared),
    unsent: unsentIn,
    wipe: async (accountId) => {
      const cache = openOperatorCache(accountId)
      await cache.wipe('lists')
      cache.close()
    },
    startAnew: async (accountId) => {
      const cache = openOperatorCache(accountId)
      await cache.wipe('everything')
      cache.close()
      await deleteOutboxDatabase(accountId)
      await bridge.courier.restart(accountId, random.id(), [])
    }
  }
}

type Shared = Parameters<AccountStores['open']>[0]

async function openAccount(
  bridge: Bridge,
  onbug: (error: unknown) => void,
  shared: Shared
): Promise<Workspace> {
  const { account, preferences } = shared
  if (!(await canOpenDatabases(account.id))) await bridge.frame.setDatabasesAside()
  const cache = openOperatorCache(account.id)
  const lists = new OperatorLists({
    ...{ bridge: bridge.operators, cache, account, clock: listsClock },
    ages: () => preferences.now.cache
  })
  const { settleMs, paused } = preferences.now.outbox
  const { requestsPerSecond } = preferences.now
  const outbox = await openOutbox({
    accountId: account.id,
    courier: bridge.courier,
    on: bridge.on,
    probe: () => void bridge.frame.probe(account.id),
    store: openOutboxDatabase(account.id),
    settings: { settleMs, requestsPerSecond, paused },
    ...{ lists, clock, timers, random, onbug }
  })
  const indexer = createIndexer(startIndexWorker)
  const locale = () => document.documentElement.lang
  const operators = new Operators({ lists, outbox, indexer, locale })
  const onclose = async () => {
    indexer.close()
    await outbox.close()
    cache.close()
  }
  return new Workspace({ ...shared, bridge, cache, lists, operators, outbox, onclose })
}

/** What an account that is not open has not sent. */
async function unsentIn(accountId: AccountId): Promise<Unsent> {
  const store = openOutboxDatabase(accountId)
  const stored = await store.load()
  store.close()
  return unsentOf(stored.ok ? stored.value.entries : [])
}
