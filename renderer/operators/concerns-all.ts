import type { Failure } from '../../shared/failure.ts'

/** Whether the list of any other organization would fail in the same way. */
export function concernsAll(failure: Failure): boolean {
  switch (failure.kind) {
    case 'unreachable':
    case 'lost':
    case 'portal':
    case 'signed-out':
      return true
    case 'refused':
      return failure.status === 401
    default:
      return false
  }
}
