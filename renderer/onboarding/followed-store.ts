import type { EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import type { ImportStore, Phase } from './import.ts'

/** Told of what has been written of an import. */
export interface Followed {
  readonly phase: (phase: Phase) => void
  readonly chunk: (index: number, entryIds: readonly EntryId[]) => void
}

/** A store that says what has reached the disk. */
export function followedStore(store: ImportStore, followed: Followed): ImportStore {
  const after = (written: Result<null, Failure>, phase: Phase): Result<null, Failure> => {
    if (written.ok) followed.phase(phase)
    return written
  }
  return {
    ...store,
    setPhase: async (id, phase) => after(await store.setPhase(id, phase), phase),
    addChunk: async (id, chunk, phase) => {
      const added = await store.addChunk(id, chunk, phase)
      if (added.ok) followed.chunk(chunk.index, chunk.entryIds)
      return after(added, phase)
    }
  }
}
