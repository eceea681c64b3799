import type { AccountId } from '../shared/account.ts'
import type { Failure } from '../shared/failure.ts'
import type { Bridge } from '../shared/ipc.ts'
import { ok, type Result } from '../shared/result.ts'
import { deleteImportDatabase, deleteImportDrafts, readImports } from './cache/import-database.ts'
import { deleteOperatorCache } from './cache/operator-database.ts'
import { deleteOutboxDatabase, openOutboxDatabase } from './cache/outbox-database.ts'
import { isUnfinished } from './onboarding/import.ts'
import { parseImportRecord } from './onboarding/parse-stored.ts'
import { unsentOf } from './outbox/views/unsent.ts'

/** What removing an account's data needs; `storeId` makes the random name of a new pair of stores. */
export interface RemovalPorts {
  readonly courier: Pick<Bridge['courier'], 'restart'>
  readonly storeId: () => string
}

/**
 * Removes what this computer keeps of an account that is not open: lists, drafts, imports with their files
 * and history, the outbox with its history, and the journal. Where work is unfinished, it and the imports
 * that it comes from stay, and go on once the person is back: only the lists and drafts go.
 */
export async function removeAccountData(
  accountId: AccountId,
  ports: RemovalPorts
): Promise<Result<null, Failure>> {
  const removed = await deleteOperatorCache(accountId)
  if (!removed.ok) return removed
  const unfinished = await hasUnfinishedWork(accountId)
  if (!unfinished.ok) return unfinished
  if (unfinished.value) return deleteImportDrafts(accountId)
  return removeWork(accountId, ports)
}

/** Removes an account's outbox, its journal and its imports, finished or not. */
export async function removeWork(
  accountId: AccountId,
  { courier, storeId }: RemovalPorts
): Promise<Result<null, Failure>> {
  const outbox = await deleteOutboxDatabase(accountId)
  if (!outbox.ok) return outbox
  const imports = await deleteImportDatabase(accountId)
  return imports.ok ? courier.restart(accountId, storeId(), []) : imports
}

/** A failure where nobody can tell: what cannot be read is never taken for finished. */
async function hasUnfinishedWork(accountId: AccountId): Promise<Result<boolean, Failure>> {
  const outbox = openOutboxDatabase(accountId)
  const stored = await outbox.load()
  outbox.close()
  if (!stored.ok) return stored
  const imports = await readImports(accountId, parseImportRecord)
  if (!imports.ok) return imports
  return ok(unsentOf(stored.value.entries).count > 0 || imports.value.some(isUnfinished))
}
