import type { Organization, Status } from '../../shared/operator.ts'
import type { Fault } from '../../shared/validation.ts'
import type { Person } from './people.ts'

/** What becomes of a row. */
export type Verdict =
  /** `then`: the file wants the new operator in that status; 1 is set once it exists. */
  | {
      readonly kind: 'add'
      readonly organizationId: number
      readonly then: 0 | 1
      readonly anyway: boolean
    }
  /** An operator who exists gets another status. */
  | { readonly kind: 'change'; readonly person: KnownPerson; readonly to: Status }
  | { readonly kind: 'skip'; readonly why: SkipReason; readonly person: Person | null }
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'error'; readonly fault: RowFault }
  /** The person chose so. */
  | { readonly kind: 'left-out' }

/** Someone whom the service knows. */
export type KnownPerson = Person & { readonly id: number }

/**
 * Why nothing is to be done: `there`: exists and is as wanted · `queued`: waits in the outbox already ·
 * `gone`: should be deleted and does not exist · `repeated`: an earlier row does the same · `no-person`: a total
 * below the list, or its titles once more.
 */
export type SkipReason = 'there' | 'queued' | 'gone' | 'repeated' | 'no-person'

/** Skipped rows whom a person may add all the same. */
export function canBeAdded(why: SkipReason): boolean {
  return why === 'there' || why === 'queued' || why === 'no-person'
}

/** What keeps a row from being used, until it is mended. */
export type RowFault = Fault['kind']

/** What only a person can decide. Unanswered, the row is left out. */
export type Question =
  /** An earlier row of the file has the same, or probably the same, name. */
  | { readonly kind: 'same-in-file'; readonly row: number; readonly how: 'same' | 'probably' }
  /** Someone exists whose name is probably the same. */
  | { readonly kind: 'probably-there'; readonly people: readonly Person[] }
  /** Several exist, and the file does not tell whose status is meant. */
  | { readonly kind: 'several-there'; readonly people: readonly Person[] }
  /** Should become inactive, or already be so, and does not exist. */
  | { readonly kind: 'not-there'; readonly wanted: Status }
  | {
      readonly kind: 'unknown-organization'
      readonly text: string
      readonly suggestion: Organization | null
    }
  | { readonly kind: 'unknown-status'; readonly text: string }

/** What a person answers to a question, or decides against a proposal. */
export type RowAnswer =
  | { readonly kind: 'leave-out' }
  /** Add the row as someone new. */
  | { readonly kind: 'add' }
  /** It is this one, or, where `null`, the first of those that were offered. */
  | { readonly kind: 'use'; readonly personId: number | null }
  | { readonly kind: 'organization'; readonly organizationId: number }
  | { readonly kind: 'status'; readonly status: Status }

/** Answers by the key of what they answer: for one row (`rowKey`) or for all alike (`alikeKey`). */
export type Answers = ReadonlyMap<string, RowAnswer>

/** What rows have in common that one answer can decide together; `null` for what is not to be decided. */
export function alikeKey(verdict: Verdict): string | null {
  switch (verdict.kind) {
    case 'ask':
      return questionKey(verdict.question)
    case 'skip':
      return `skip:${verdict.why}`
    case 'change':
      return `change:${verdict.to}`
    case 'add':
      return 'add'
    case 'error':
    case 'left-out':
      return null
  }
}

function questionKey(question: Question): string {
  switch (question.kind) {
    case 'unknown-organization':
    case 'unknown-status':
      return `${question.kind}:${question.text.trim().toLowerCase()}`
    default:
      return question.kind
  }
}

/** The key of an answer for one row. */
export function rowKey(row: number, alike: string): string {
  return `${row}/${alike}`
}

/** The answer that holds for a row: its own, else the one for all alike. */
export function answerFor(answers: Answers, row: number, alike: string): RowAnswer | undefined {
  if (answers.size === 0) return undefined
  return answers.get(rowKey(row, alike)) ?? answers.get(alike)
}
