import type { Failure } from '../../shared/failure.ts'
import type { KnownOperators, OperatorCache } from '../cache/operator-cache.ts'

/** Writes what is known into the cache, behind whoever shows it. */
export interface Writer {
  /** Notes what rests in the cache. */
  kept(known: KnownOperators): void
  write(known: KnownOperators): void
  /** Lets go of what rests in the cache; it is noted anew when it is read again. */
  release(organizationId: number): void
  forget(): void
  /** Why the last write was refused; `null` after one that was not. */
  failure(): Failure | null
  /** Resolves once everything that was asked for is written, or refused. */
  settled(): Promise<void>
}

/** Writes the newest state of each organization, one at a time; states overtaken while one is written are left out. */
export function writeBehind(cache: Pick<OperatorCache, 'keepOperators'>): Writer {
  const onDisk = new Map<number, KnownOperators>()
  const wanted = new Map<number, KnownOperators>()
  const writing = new Map<number, Promise<void>>()
  /** Let go of while it is still being written. */
  const released = new Set<number>()
  let failure: Failure | null = null

  async function drain(id: number): Promise<void> {
    for (let next = wanted.get(id); next; next = wanted.get(id)) {
      wanted.delete(id)
      const answer = await cache.keepOperators(next, onDisk.get(id) ?? null)
      failure = answer.ok ? null : answer.failure
      if (answer.ok) onDisk.set(id, next)
    }
    writing.delete(id)
    if (released.delete(id)) onDisk.delete(id)
  }

  return {
    kept: (known) => {
      onDisk.set(known.organizationId, known)
    },
    write: (known) => {
      const id = known.organizationId
      released.delete(id)
      wanted.set(id, known)
      if (!writing.has(id)) writing.set(id, drain(id))
    },
    release: (id) => {
      if (writing.has(id)) released.add(id)
      else onDisk.delete(id)
    },
    forget: () => {
      onDisk.clear()
      wanted.clear()
    },
    failure: () => failure,
    settled: async () => {
      await Promise.all(writing.values())
    }
  }
}
