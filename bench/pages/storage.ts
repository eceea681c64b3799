import { cacheByHand, cacheOfOurs } from './cache-storage.ts'
import { outboxByHand, outboxOfOurs } from './outbox-storage.ts'

// What the driver calls from outside.
Object.assign(globalThis, { bench: { cacheByHand, cacheOfOurs, outboxByHand, outboxOfOurs } })
document.documentElement.dataset['ready'] = ''
