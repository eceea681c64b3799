import type { Messages } from '../../shared/messages/messages.ts'
import { never } from '../../shared/never.ts'
import type { Organization } from '../../shared/operator.ts'
import type { Person } from './people.ts'
import { canBeAdded, type Question, type RowAnswer, type Verdict } from './verdict.ts'

/** Something that a person can decide about a row. */
export interface Choice {
  readonly answer: RowAnswer
  readonly text: string
}

/** What can be decided about a row, and whether only for all alike: the same word means the same everywhere. */
export interface RowChoices {
  readonly choices: readonly Choice[]
  readonly only: 'alike' | null
}

/** What the texts of choices are made from. */
export interface ChoiceWords {
  readonly organizations: readonly Organization[]
  readonly words: Messages
}

const nothing: RowChoices = { choices: [], only: null }
/** People of one name that are offered. */
const most = 8

/** What a person can decide about a row of that verdict. */
export function choicesFor(verdict: Verdict, given: ChoiceWords): RowChoices {
  const { choices: texts } = given.words.onboarding
  const add: Choice = { answer: { kind: 'add' }, text: texts.add }
  const leaveOut: Choice = { answer: { kind: 'leave-out' }, text: texts.leaveOut }
  switch (verdict.kind) {
    case 'add':
      return each([leaveOut])
    case 'change':
      return each([add, leaveOut])
    case 'skip':
      return canBeAdded(verdict.why) ? each([add]) : nothing
    case 'ask':
      return choicesOf(verdict.question, given, { add, leaveOut })
    case 'error':
    case 'left-out':
      return nothing
    default:
      return never(verdict)
  }
}

function each(choices: readonly Choice[]): RowChoices {
  return { choices, only: null }
}

function choicesOf(
  question: Question,
  given: ChoiceWords,
  { add, leaveOut }: { readonly add: Choice; readonly leaveOut: Choice }
): RowChoices {
  switch (question.kind) {
    case 'same-in-file':
    case 'not-there':
      return each([add, leaveOut])
    case 'probably-there':
    case 'several-there':
      return each([...peopleIn(question.people, given.words), add, leaveOut])
    case 'unknown-organization':
      return { choices: [...organizationsIn(question.suggestion, given), leaveOut], only: 'alike' }
    case 'unknown-status':
      return { choices: [...statusesIn(given.words), leaveOut], only: 'alike' }
    default:
      return never(question)
  }
}

function peopleIn(people: readonly Person[], { onboarding, views }: Messages): Choice[] {
  return people.slice(0, most).map(({ id, name, status }) => ({
    answer: { kind: 'use', personId: id },
    text:
      id === null
        ? onboarding.choices.queued(name)
        : onboarding.choices.use(name, id, views.status[status])
  }))
}

function organizationsIn(
  suggestion: Organization | null,
  { organizations, words }: ChoiceWords
): Choice[] {
  const others = organizations.filter(({ id }) => id !== suggestion?.id)
  return [...(suggestion ? [suggestion] : []), ...others].map(({ id, name }) => ({
    answer: { kind: 'organization', organizationId: id },
    text: words.onboarding.choices.organization(name, id)
  }))
}

function statusesIn({ views }: Messages): Choice[] {
  return ([0, 1, 2] as const).map((status) => ({
    answer: { kind: 'status', status },
    text: views.status[status]
  }))
}
