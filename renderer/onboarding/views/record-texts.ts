import { isolate } from '../../../shared/messages/format.ts'
import type { Messages } from '../../../shared/messages/messages.ts'
import type { ImportRecord } from '../import.ts'
import type { ImportProgress } from '../outcome.ts'
import type { PlanCounts } from '../plan.ts'
import { pendingIn } from '../tally.ts'

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
export function choicesText(
  { choices }: Pick<ImportRecord, 'choices'>,
  { onboarding, views }: Messages,
  organizationName: (id: number) => string
): string {
  const { encoding, delimiter, sheet, answers, mends, organizationId } = choices
  const how =
    encoding === 'workbook'
      ? [onboarding.start.xlsx, sheet ?? '']
      : [onboarding.encodings[encoding], onboarding.delimiters[delimiter]]
  const roles = choices.columns.map((role) => onboarding.roles[role]).join(', ')
  const decided = [
    ...(answers.length > 0 ? [onboarding.history.answers(answers.length)] : []),
    ...(mends.length > 0 ? [onboarding.history.mends(mends.length)] : [])
  ]
  const organization = organizationId === null ? '' : isolate(organizationName(organizationId))
  const missing = choices.missingBecomeInactive ? onboarding.history.missing : ''
  return [...how, roles, organization, views.status[choices.wanted], missing, ...decided]
    .filter((part) => part !== '')
    .join(' · ')
}

/** What has come of an import and of its undo; `null` where that is not followed any more. */
export interface Come {
  readonly own: ImportProgress | null
  readonly undo: ImportProgress | null
}

/** Where an import stands, in a word or two: what was handed over is done once nothing of it is pending. */
export function phaseText(
  { phase }: Pick<ImportRecord, 'phase'>,
  { own, undo }: Come,
  words: Messages
): string {
  const { phases, done } = words.onboarding.history
  if (phase.kind === 'undone' && undo !== null) return undoneText(undo, words)
  const followed = phase.kind === 'applied' && own !== null && own.total > 0
  if (!followed) return phases[phase.kind]
  return pendingIn(own) === 0 ? done : phases.applying
}

/** How far an undo has come that the outbox carries out. */
export function undoneText(undo: ImportProgress, { onboarding }: Messages): string {
  const { done, total } = undo
  const { run, history } = onboarding
  if (pendingIn(undo) > 0) return run.undo.queued(done, total)
  return done === total ? history.phases.undone : run.undo.partly(done, total)
}

/** What came of an import so far, in one line. */
export function outcomeText(progress: ImportProgress, { onboarding }: Messages): string {
  const { total, done, rejected, cancelled, needsPerson } = progress
  const { run } = onboarding
  const others = [
    rejected > 0 ? run.rejected(rejected) : '',
    needsPerson > 0 ? run.needsPerson(needsPerson) : '',
    cancelled > 0 ? run.cancelled(cancelled) : ''
  ]
  return [onboarding.progress(done, total), ...others].filter((part) => part !== '').join(' · ')
}
