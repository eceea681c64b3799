import type { Messages } from '../../shared/messages/messages.ts'
import { never } from '../../shared/never.ts'
import type { Question, Verdict } from './verdict.ts'

type Texts = Messages['onboarding']

/** Why a row is skipped, asked about or in error; empty for what needs no more words. Rows count from 1. */
export function explainVerdict(verdict: Verdict, texts: Texts): string {
  switch (verdict.kind) {
    case 'skip':
      return texts.skipped[verdict.why]
    case 'ask':
      return explainQuestion(verdict.question, texts.questions)
    case 'error':
      return texts.faults[verdict.fault]
    case 'add':
    case 'change':
    case 'left-out':
      return ''
    default:
      return never(verdict)
  }
}

function explainQuestion(question: Question, texts: Texts['questions']): string {
  switch (question.kind) {
    case 'same-in-file':
      return question.how === 'same'
        ? texts.sameInFile(question.row + 1)
        : texts.probablyInFile(question.row + 1)
    case 'probably-there':
      return texts.probablyThere(question.people[0]?.name ?? '')
    case 'several-there':
      return texts.severalThere(question.people.length)
    case 'not-there':
      return texts.notThere
    case 'unknown-organization':
      return texts.unknownOrganization(question.text)
    case 'unknown-status':
      return texts.unknownStatus(question.text)
    default:
      return never(question)
  }
}
