import { cacheByHand, cacheOfOurs } from '../pages/cache-storage.ts'
import { outboxByHand, outboxOfOurs } from '../pages/outbox-storage.ts'
import { cacheByDexie } from './dexie-cache.ts'
import { outboxOneByOne } from './dexie-outbox.ts'
import { outboxOfRxdb } from './rxdb-outbox.ts'
import { outboxOfTanStack } from './tanstack-outbox.ts'

// What the driver calls from outside.
Object.assign(globalThis, {
  bench: {
    ...{ cacheByHand, cacheOfOurs, cacheByDexie },
    ...{ outboxByHand, outboxOfOurs, outboxOneByOne, outboxOfRxdb, outboxOfTanStack }
  }
})
document.documentElement.dataset['ready'] = ''
