import type { Failure } from '../../shared/failure.ts'
import { codeOf } from '../chathub/failure.ts'

type NotStored = Failure & { kind: 'not-stored' }

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const readOnly = new Set(['EROFS', 'EACCES', 'EPERM'])

/** What a failed write means. Throws on what is no file system's error: that is a bug. */
export function storageFailure(error: unknown, place: NotStored['place']): NotStored {
  const code = codeOf(error)
  if (!(error instanceof Error) || !('code' in error)) throw error
  const cause = full.has(code) ? 'disk-full' : readOnly.has(code) ? 'read-only' : 'other'
  return { kind: 'not-stored', cause, place, code }
}
