import type { Messages } from '../../../shared/messages/messages.ts'
import { limits } from '../intake-failure.ts'

const megabyte = 2 ** 20

/** What can be read at most, in words, to be seen before anything is dropped. */
export function limitsText({ onboarding }: Messages): string {
  return onboarding.limits(limits.textSize / megabyte, limits.workbookSize / megabyte, limits.rows)
}
