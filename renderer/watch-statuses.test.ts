import { describe, expect, test } from 'vitest'
import type { Status } from '../shared/operator.ts'
import { pack } from '../shared/operator-columns.ts'
import { ok } from '../shared/result.ts'
import type { KnownOperators } from './cache/operator-cache.ts'
import type { SeenStatuses } from './cache/status-records.ts'
import { setStatus, StandingOutbox, waiting } from './operators/test-outbox.ts'
import { watchStatuses } from './watch-statuses.ts'

function watched(outbox = new StandingOutbox()) {
  const kept: SeenStatuses[] = []
  const listeners = new Set<(known: KnownOperators) => void>()
  let inMemory: KnownOperators | null = null
  const stop = watchStatuses({
    lists: {
      onKnown: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      operators: () => inMemory
    },
    outbox,
    cache: {
      keepSeen: async (seen) => {
        kept.push(seen)
        return ok(null)
      }
    }
  })
  const tell = (at: number, status: Status) => {
    const columns = pack([{ id: 101, name: 'John Smith', status }])
    inMemory = { organizationId: 24, columns, unlisted: new Set(), at }
    for (const listener of listeners) listener(inMemory)
  }
  return { kept, stop, tell, outbox }
}

describe('statuses that others change', () => {
  test('are kept, from the second list on', () => {
    const { kept, tell, stop } = watched()
    tell(1, 0)
    expect(kept).toEqual([])
    tell(2, 1)
    expect(kept).toMatchObject([{ at: 2, before: 1, ids: Float64Array.of(101) }])
    stop()
    tell(3, 0)
    expect(kept).toHaveLength(1)
  })

  test('are not told of what a reply to one’s own edit showed', () => {
    const { kept, tell } = watched()
    tell(1, 0)
    tell(1, 1)
    tell(2, 1)
    expect(kept).toEqual([])
  })

  test('are not told of what one’s own edit, of which no reply is known, may have done', () => {
    const { kept, tell, outbox } = watched()
    outbox.put('e', setStatus(101, 1), { kind: 'sending', attemptId: 'a' })
    tell(1, 0)
    tell(2, 1)
    expect(kept).toEqual([])
    outbox.put('e', setStatus(101, 1), { kind: 'confirmed', operatorId: 101, at: 2 })
    tell(3, 0)
    tell(4, 1)
    expect(kept).toHaveLength(2)
  })

  test('are told although an edit to the same waits that never left', () => {
    const { kept, tell, outbox } = watched()
    outbox.put('e', setStatus(101, 1), waiting)
    tell(1, 0)
    tell(2, 1)
    expect(kept).toHaveLength(1)
  })
})
