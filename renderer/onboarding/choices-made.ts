import type { Status } from '../../shared/operator.ts'
import type { Columns } from './columns.ts'
import type { Decisions } from './decisions.ts'
import type { Choices } from './import.ts'
import type { DraftWork } from './kept-draft.ts'
import type { MissingWish, OpenedFile, PlanSummary, Preview } from './reader-calls.ts'
import type { Wishes } from './reading.ts'

/** A draft as far as it was chosen and decided. */
interface Chosen {
  readonly preview: Preview | null
  readonly columns: Columns
  readonly organizationId: number | null
  readonly wanted: Status
  readonly missing: MissingWish
  readonly decisions: Decisions
  readonly summary: PlanSummary | null
}

/** How far someone has come with a draft; `null` before there is a plan. */
export function workOf(
  chosen: Chosen & { readonly opened: OpenedFile | null },
  wishes: Wishes
): DraftWork | null {
  const { opened, preview, summary } = chosen
  if (opened === null || preview === null || summary === null) return null
  const { sha256 } = opened
  return { sha256, rows: preview.rows, counts: summary.counts, wishes, choices: choicesOf(chosen) }
}

/** How a draft is read and what was decided about it, as plain data. */
export function choicesOf(chosen: Chosen): Choices {
  const { preview, decisions, missing, summary } = chosen
  const how = preview?.how
  return {
    encoding: how?.kind === 'text' ? how.detection.encoding : 'workbook',
    delimiter: how?.kind === 'text' ? how.delimiter.delimiter : 'none',
    header: preview?.header ?? false,
    sheet: how?.kind === 'workbook' ? how.sheet : null,
    columns: chosen.columns,
    organizationId: chosen.organizationId,
    wanted: chosen.wanted,
    missingBecomeInactive: missing.wanted && summary?.missing.asked !== true,
    answers: [...decisions.answers],
    mends: [...decisions.mends]
  }
}
