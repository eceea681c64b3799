import { explain } from '../../shared/messages/explain.ts'
import type { Messages } from '../../shared/messages/messages.ts'
import { never } from '../../shared/never.ts'
import { explainVerdict, type LineOf } from './explain-verdict.ts'
import type { RowOutcome, UndoOutcome } from './outcome.ts'
import type { ReportWords } from './report.ts'
import type { Verdict } from './verdict.ts'

/** The words of a report in the language of the messages. Titles of columns are such that reading knows them again. */
export function reportWords(messages: Messages, lineOf: LineOf): ReportWords {
  const { report, roles } = messages.onboarding
  return {
    title: (role, column) => (role === 'skip' ? report.column(column + 1) : roles[role]),
    result: report.result,
    details: report.details,
    id: report.id,
    outcome: (outcome) => {
      const word = outcomeWord(outcome, report.outcomes)
      const undo = undoOf(outcome)
      return undo === null ? word : report.outcomes.undo[undo.kind](word)
    },
    detail: (outcome) => detailOf(outcome, messages, lineOf)
  }
}

function undoOf(outcome: RowOutcome): UndoOutcome | null {
  return outcome.kind === 'added' || outcome.kind === 'changed' ? (outcome.undo ?? null) : null
}

type Outcomes = Messages['onboarding']['report']['outcomes']

function outcomeWord(outcome: RowOutcome, words: Outcomes): string {
  switch (outcome.kind) {
    case 'added':
      return addedWord(outcome.how, words)
    case 'changed':
      return words.changed[outcome.to]
    case 'pending':
      return outcome.needsPerson
        ? words.needsPerson
        : outcome.accepted
          ? words.waiting
          : words.notAccepted
    case 'rejected':
      return words.rejected
    case 'cancelled':
      return words.cancelled
    case 'not-sent':
      return notSentWord(outcome.verdict.kind, words)
    default:
      return never(outcome)
  }
}

function addedWord(how: Extract<RowOutcome, { kind: 'added' }>['how'], words: Outcomes): string {
  if (how === 'confirmed') return words.added
  return how === 'lost-reply' ? words.matched : words.used
}

function notSentWord(kind: Exclude<Verdict['kind'], 'add' | 'change'>, words: Outcomes): string {
  switch (kind) {
    case 'skip':
      return words.skipped
    case 'ask':
      return words.undecided
    case 'error':
      return words.error
    case 'left-out':
      return words.leftOut
    default:
      return never(kind)
  }
}

function detailOf(outcome: RowOutcome, messages: Messages, lineOf: LineOf): string {
  if (outcome.kind === 'not-sent')
    return explainVerdict(outcome.verdict, messages.onboarding, lineOf)
  const refused = undoOf(outcome) ?? outcome
  if (refused.kind !== 'rejected') return ''
  const { what, detail } = explain(refused.failure, messages.failures)
  return detail === '' ? what : `${what} ${detail}`
}
