import type { MenuItem } from '../../design/menu.ts'
import { choicesFor, type ChoiceWords } from '../choices.ts'
import type { PlanRow } from '../reader-calls.ts'
import { alikeKey, canBeAdded, rowKey, type RowAnswer, type Verdict } from '../verdict.ts'

/** Whether a person can decide anything about a row. */
export function canDecide({ verdict }: { readonly verdict: Verdict }): boolean {
  if (verdict.kind === 'skip') return canBeAdded(verdict.why)
  return alikeKey(verdict) !== null
}

/** The menu of a row: what can be decided for it, and for all alike. */
export function decisionItems(
  { row, verdict }: Pick<PlanRow, 'row' | 'verdict'>,
  given: ChoiceWords,
  decide: (key: string, answer: RowAnswer) => void
): MenuItem[] {
  const alike = alikeKey(verdict)
  if (alike === null) return []
  const { choices, only } = choicesFor(verdict, given)
  const forAll = choices.map(({ answer, text }, at) => ({
    label: only === 'alike' ? text : given.words.onboarding.choices.alike(text),
    rule: at === 0 && only === null,
    onselect: () => decide(alike, answer)
  }))
  if (only === 'alike') return forAll
  const forOne = choices.map(({ answer, text }) => ({
    label: text,
    onselect: () => decide(rowKey(row, alike), answer)
  }))
  return [...forOne, ...forAll]
}
