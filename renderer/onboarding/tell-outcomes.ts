import type { RowOutcome } from './outcome.ts'
import type { Reader } from './reader-port.ts'

/** What came of an import's steps, and how to let everything else have a turn. */
export interface Outcomes {
  readonly total: number
  readonly outcome: (step: number) => RowOutcome
  readonly breathe: () => Promise<void>
}

/** Outcomes in one message. */
const stretch = 2000

/** Hands the reader what came of every step, so that it can write the report. */
export async function tellOutcomes(
  reader: Pick<Reader, 'outcomes'>,
  { total, outcome, breathe }: Outcomes
): Promise<void> {
  for (let from = 0; from < total; from += stretch) {
    const count = Math.min(stretch, total - from)
    await reader.outcomes(
      from,
      Array.from({ length: count }, (_, at) => outcome(from + at))
    )
    await breathe()
  }
}
