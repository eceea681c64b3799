import { active, type Operator } from './operator.ts'

/**
 * Who takes chat number `chatId` (a whole number from 0): round robin over the active operators in the
 * list's order, as the documented sample does; `null` where nobody is active.
 */
export function assign<O extends Pick<Operator, 'status'>>(
  operators: readonly O[],
  chatId: number
): O | null {
  const candidates = active(operators)
  return candidates[chatId % candidates.length] ?? null
}
