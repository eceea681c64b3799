import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Session } from 'electron'
import type { Failure } from '../shared/failure.ts'
import { failed, ok, type Result } from '../shared/result.ts'
import { storageFailure } from './courier/storage-failure.ts'

/**
 * Copies the window's databases, which cannot be opened any more, into a folder beside the settings, and
 * begins them anew: the outbox is then rebuilt from the journal. Where the copy fails, nothing is removed.
 */
export async function setDatabasesAside(
  session: Session,
  folder: string
): Promise<Result<null, Failure>> {
  const copy = join(folder, `databases-damaged-${Date.now()}`)
  try {
    if (session.storagePath)
      await cp(join(session.storagePath, 'IndexedDB'), copy, { recursive: true })
    await session.clearStorageData({ storages: ['indexdb'] })
  } catch (error) {
    return failed(storageFailure(error, 'outbox'))
  }
  return ok(null)
}
