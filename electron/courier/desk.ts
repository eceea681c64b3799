import type { AttemptId } from '../../shared/attempt.ts'
import type { Failure } from '../../shared/failure.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Clock } from '../chathub/clock.ts'
import { openJournal, type Journal } from './journal.ts'
import type { JournalFile } from './journal-file.ts'
import type { StoredRecord } from './journal-record.ts'

/** What the courier holds of one account. */
export interface Desk {
  readonly journal: Journal
  /** Attempts whose intent this process wrote: the journal may have forgotten them since. */
  readonly sent: Set<AttemptId>
  /** Outcomes that could not be stored. */
  owed: readonly StoredRecord[]
}

/** Opens the account's journal. */
export async function openDesk(file: JournalFile, clock: Clock): Promise<Result<Desk, Failure>> {
  const journal = await openJournal(file, clock)
  return journal.ok ? ok({ journal: journal.value, sent: new Set(), owed: [] }) : journal
}
