import type { Messages } from '../../../shared/messages/messages.ts'
import type { ImportRecord } from '../import.ts'
import type { PlanCounts } from '../plan.ts'

/** The counts of a plan, in the order in which they are shown. */
export const countOrder = [
  'add',
  'reactivate',
  'setInactive',
  'delete',
  'skip',
  'ask',
  'errors',
  'leftOut'
] as const satisfies readonly (keyof PlanCounts)[]

/** What an import was planned to do, in one line. */
export function countsText(
  { counts }: Pick<ImportRecord, 'counts'>,
  { onboarding }: Messages
): string {
  const parts = countOrder.filter((kind) => counts[kind] > 0)
  return parts.map((kind) => onboarding.counts[kind](counts[kind])).join(' · ')
}

/** How an import's file was read and what was decided about it, in one line. */
export function choicesText({ choices }: ImportRecord, { onboarding, views }: Messages): string {
  const { encoding, delimiter, sheet, answers, mends } = choices
  const how =
    encoding === 'workbook'
      ? [onboarding.start.xlsx, sheet ?? '']
      : [onboarding.encodings[encoding], onboarding.delimiters[delimiter]]
  const roles = choices.columns.map((role) => onboarding.roles[role]).join(', ')
  const decided = [
    ...(answers.length > 0 ? [onboarding.history.answers(answers.length)] : []),
    ...(mends.length > 0 ? [onboarding.history.mends(mends.length)] : [])
  ]
  return [...how, roles, views.status[choices.wanted], ...decided]
    .filter((part) => part !== '')
    .join(' · ')
}
