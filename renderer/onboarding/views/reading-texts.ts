import type { Messages } from '../../../shared/messages/messages.ts'
import type { Delimiter } from '../parse.ts'

/** Every delimiter, in the order in which they are offered. */
export const delimiters = [',', ';', '\t', '|', 'none'] as const satisfies readonly Delimiter[]

/** How the encoding is known, in a few words. */
export function foundByText(
  by: keyof Messages['onboarding']['foundBy'],
  { onboarding }: Messages
): string {
  return onboarding.foundBy[by]
}
