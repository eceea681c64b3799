import type { Status } from '../../shared/operator.ts'
import type { Columns } from './columns.ts'
import type { Decisions } from './decisions.ts'
import type { Choices } from './import.ts'
import type { MissingWish, PlanSummary, Preview } from './reader-calls.ts'

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
