import { setMaxListeners } from 'node:events'
import type { Access } from './client.ts'

/** Leave to speak with one token, from when it was first used or last proven until it is refused. */
export interface Leave {
  /** Aborts when the token is refused: whoever is in line leaves it. */
  readonly signal: AbortSignal
  /** The service refused the token. A leave that a sign-in has replaced since says nothing about it. */
  readonly end: () => void
}

/** Remembers which tokens the service refused: nothing leaves with them until a sign-in proves them good. */
export interface Silence {
  /** The leave that a call with this access goes under. */
  readonly leave: (access: Access) => Leave
  /** A sign-in was answered: the token is good from now on. */
  readonly proven: (access: Access) => void
}

/** Builds it; every token may speak at first. */
export function createSilence(): Silence {
  const leaves = new Map<string, Leave>()
  const renewed = (access: Access): Leave => {
    const leave = newLeave()
    leaves.set(keyOf(access), leave)
    return leave
  }
  return {
    leave: (access) => leaves.get(keyOf(access)) ?? renewed(access),
    proven: (access) => {
      if (leaves.get(keyOf(access))?.signal.aborted) renewed(access)
    }
  }
}

function keyOf({ server, credential, token }: Access): string {
  return JSON.stringify([server, credential, token])
}

function newLeave(): Leave {
  const abort = new AbortController()
  // Every call in line listens, however many there are.
  setMaxListeners(0, abort.signal)
  return { signal: abort.signal, end: () => abort.abort() }
}
