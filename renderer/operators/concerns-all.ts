import type { Failure } from '../../shared/failure.ts'
import { never } from '../../shared/never.ts'

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
    case 'recalled':
    case 'unreadable':
    case 'organizations-not-offered':
    case 'address':
    case 'credentials-missing':
    case 'organization-ids':
    case 'faults':
    case 'not-stored':
    case 'sandbox':
      return false
    default:
      return never(failure)
  }
}
