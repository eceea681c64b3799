import { parseArgs } from 'node:util'
import { failed, ok, type Result } from '../../shared/result.ts'

/** Eight hours: a list is refreshed every five minutes. */
export const day = 96

/** Over fewer, the growth of the second half is that of one garbage collection, or of what still fills up. */
const fewest = 24

const most = 1_000

/** How many stretches `npm run soak -- --app` shall take; in words, why not so many. */
export function stretchesOf(args: readonly string[]): Result<number, string> {
  const { values } = parseArgs({ args: [...args], options: { stretches: { type: 'string' } } })
  const stretches = Number(values.stretches ?? day)
  if (!Number.isInteger(stretches) || stretches > most)
    return failed(`Usage: npm run soak -- --app [--stretches=${day}] (${fewest} to ${most})`)
  if (stretches < fewest) {
    return failed(
      `${stretches} stretches tell nothing: what fills up once would look like growth. Take ${fewest} or more.`
    )
  }
  return ok(stretches)
}
