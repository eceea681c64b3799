import type { Choices } from './import.ts'
import type { Field } from './person-row.ts'
import type { RowAnswer } from './verdict.ts'

/** Corrected cells of one row. */
export type Mend = Partial<Readonly<Record<Field, string>>>

/** What a person decided about the rows of a file; never changes, each decision makes a new one. */
export interface Decisions {
  /** By the key of one row or of all alike. */
  readonly answers: ReadonlyMap<string, RowAnswer>
  /** By row of the table. */
  readonly mends: ReadonlyMap<number, Mend>
}

/** Nothing was decided. */
export const undecided: Decisions = { answers: new Map(), mends: new Map() }

/** Decisions as they were kept. */
export function decisionsOf({ answers, mends }: Pick<Choices, 'answers' | 'mends'>): Decisions {
  return { answers: new Map(answers), mends: new Map(mends) }
}

/** With one more answer; a later one to the same question holds. */
export function withAnswer(decisions: Decisions, key: string, answer: RowAnswer): Decisions {
  return { ...decisions, answers: new Map(decisions.answers).set(key, answer) }
}

/** With corrected cells of a row, beside those that were corrected before. */
export function withMend(decisions: Decisions, row: number, mend: Mend): Decisions {
  const mends = new Map(decisions.mends)
  return { ...decisions, mends: mends.set(row, { ...mends.get(row), ...mend }) }
}

/** The file is read anew: rows are other rows now, answers to questions alike still hold. */
export function withoutMends(decisions: Decisions): Decisions {
  return { ...decisions, mends: new Map() }
}
