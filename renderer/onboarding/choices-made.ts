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
}

/** How far someone has come with a draft, which this plan sums up; `null` before the file is read. */
export function workOf(
  chosen: Chosen & { readonly opened: OpenedFile | null },
  summary: PlanSummary,
  wishes: Wishes
): DraftWork | null {
  const { opened, preview } = chosen
  if (opened === null || preview === null) return null
  const { sha256 } = opened
  const choices = choicesOf(chosen, summary)
  return { sha256, rows: preview.rows, counts: summary.counts, wishes, choices }
}

/** How a draft is read and what was decided about it, as plain data; `summary`: of its plan, `null` before there is one. */
export function choicesOf(chosen: Chosen, summary: PlanSummary | null): Choices {
  const { preview, decisions, missing } = chosen
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
