import type { Page } from 'playwright-core'
import type { Sandbox } from '../../electron/sandbox/sandbox.ts'
import { openOutbox } from '../harness/screen.ts'
import { answerOne, asking } from './answer.ts'
import { createdBy } from './reckon.ts'
import { renewToken } from './renew.ts'
import { hasEnded, storedEntries, type StoredEntry } from './stored-outbox.ts'
import { comesTrue } from './until.ts'
import type { Answered } from './wishes.ts'

/** The longest that a queue takes to drain once nothing goes wrong any more, ms: a loaded machine with two cores. */
const drainWithinMs = 120_000

/**
 * Nothing goes wrong any more, and the person answers what is asked: lets everything end. Gives what was
 * answered, and the entries as they rest then.
 */
export async function calmDown(
  page: Page,
  sandbox: Sandbox
): Promise<{ answered: readonly Answered[]; entries: readonly StoredEntry[] }> {
  sandbox.faults.clear()
  const answered: Answered[] = []
  let entries: readonly StoredEntry[] = []
  await openOutbox(page)
  await page.getByRole('button', { name: 'Send now', exact: true }).click()
  const isDone = async (): Promise<boolean> => {
    await renewToken(page, sandbox)
    entries = await storedEntries(page)
    const [question] = asking(entries)
    if (question) {
      const answer = await answerOne(page, question, (entry) => unclaimed(entry, entries, sandbox))
      if (answer) answered.push(answer)
    }
    return entries.every(hasEnded)
  }
  await comesTrue(isDone, { withinMs: drainWithinMs, everyMs: 250 })
  return { answered, entries }
}

/** Operators that requests of ours made under that name, and that no entry has for its own. */
function unclaimed(
  { organizationId, name }: StoredEntry,
  entries: readonly StoredEntry[],
  { ledger }: Sandbox
): readonly number[] {
  const claimed = new Set(entries.map(({ operatorId }) => operatorId))
  return createdBy(ledger.entries(), 'client')
    .filter((row) => row.organizationId === organizationId && row.name === name)
    .map(({ id }) => id)
    .filter((id) => !claimed.has(id))
}
