import { expect, test } from 'vitest'
import { ok, type Result } from '../../shared/result.ts'
import type { Failure } from '../../shared/failure.ts'
import type { KnownOperators, OperatorCache } from '../cache/operator-cache.ts'
import { nobodyKnown } from './known.ts'
import { writeBehind } from './write-behind.ts'

interface Write {
  readonly next: KnownOperators
  readonly kept: KnownOperators | null
  readonly end: (result: Result<null, Failure>) => void
}

function slowCache() {
  const writes: Write[] = []
  const cache: Pick<OperatorCache, 'keepOperators'> = {
    keepOperators: (next, kept) => new Promise((end) => writes.push({ next, kept, end }))
  }
  return { writes, writer: writeBehind(cache) }
}

const first = { ...nobodyKnown(24), at: 1 }
const second = { ...nobodyKnown(24), at: 2 }

test('what is let go of while it is written is not held when that is done', async () => {
  const { writes, writer } = slowCache()
  writer.write(first)
  writer.release(24)
  writes[0]?.end(ok(null))
  await writer.settled()
  writer.write(second)
  expect(writes[1]?.kept).toBeNull()
})

test('what is written again after it was let go of is held', async () => {
  const { writes, writer } = slowCache()
  writer.write(first)
  writer.release(24)
  writer.write(second)
  writes[0]?.end(ok(null))
  await expect.poll(() => writes.length).toBe(2)
  expect(writes[1]?.kept).toBe(first)
})
