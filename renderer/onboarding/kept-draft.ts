import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import type { Choices, DraftId, Source } from './import.ts'
import type { PlanCounts } from './plan.ts'
import type { Wishes } from './reading.ts'

/** How far someone has come with a draft: enough to make the same plan again, with the lists of that day. */
export interface DraftWork {
  /** Of the file that was read; decisions about rows of another file would hit the wrong people. */
  readonly sha256: string
  readonly rows: number
  readonly counts: PlanCounts
  /** What the person wished of the reading, and how it was read in the end. */
  readonly wishes: Wishes
  readonly choices: Choices
}

/** What was taken in and is neither applied nor cancelled; its bytes are kept beside it. */
export interface KeptDraft {
  readonly id: DraftId
  /** Wall clock, ms. */
  readonly takenAt: number
  readonly kind: Source['kind']
  /** The file's name without a folder; empty for pasted and typed text. */
  readonly name: string
  readonly size: number
  /** `null`: nobody has seen its plan yet. */
  readonly work: DraftWork | null
}

/** Where drafts rest until they are applied or cancelled. */
export interface DraftStore {
  keepDraft(draft: KeptDraft, file: Blob): Promise<Result<null, Failure>>
  noteDraft(id: DraftId, work: DraftWork): Promise<Result<null, Failure>>
  /** In the order in which they were taken in. */
  drafts(): Promise<readonly KeptDraft[]>
  draftFile(id: DraftId): Promise<Blob | null>
  dropDrafts(ids: readonly DraftId[]): Promise<Result<null, Failure>>
}

/** What is kept at most: bytes and drafts altogether, and for how long, ms. */
export const keptAtMost = { bytes: 128 * 2 ** 20, drafts: 40, ms: 30 * 86_400_000 } as const

/** Drafts that have to go, so that what is kept stays within its bounds: the oldest. */
export function beyondBounds(drafts: readonly KeptDraft[], now: number): readonly DraftId[] {
  const newest = [...drafts].sort((one, other) => other.takenAt - one.takenAt)
  const gone: DraftId[] = []
  let bytes = 0
  for (const [at, { id, size, takenAt }] of newest.entries()) {
    bytes += size
    const kept =
      bytes <= keptAtMost.bytes && at < keptAtMost.drafts && now - takenAt <= keptAtMost.ms
    if (!kept) gone.push(id)
  }
  return gone
}
