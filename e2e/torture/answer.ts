import type { Locator, Page } from 'playwright-core'
import { openOutbox, patience } from '../harness/screen.ts'
import { hasEnded, type StoredEntry } from './stored-outbox.ts'
import type { Answered } from './wishes.ts'

const within = { timeout: patience }

/** Operators that we made and that no entry has for its own, by organization and name. */
export type Unclaimed = (entry: StoredEntry) => readonly number[]

/**
 * Answers one question as somebody does who knows what became of it: the operator that was made is used,
 * and what was not made is added. `null` where the row cannot be found on screen just now.
 */
export async function answerOne(
  page: Page,
  entry: StoredEntry,
  unclaimed: Unclaimed
): Promise<Answered | null> {
  await openOutbox(page)
  const row = rowOf(page, entry)
  if ((await row.count()) === 0) return null
  const toggle = row.getByRole('button', { name: /^Details of/ })
  if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click(within)
  const choice = await choose(row, entry, unclaimed)
  await choice.button.click(within)
  const { id: entryId, name, organizationId } = entry
  return { entryId, name, organizationId, insisted: choice.insisted, gaveUp: choice.gaveUp }
}

/** The first row that asks, or was refused, and bears the name. */
function rowOf(page: Page, { name, state }: StoredEntry): Locator {
  return page
    .getByRole('region', { name: 'Outbox', exact: true })
    .getByRole('row')
    .filter({ hasText: name })
    .filter({ hasText: state === 'rejected' ? 'Rejected' : 'Needs you' })
    .first()
}

interface Choice {
  readonly button: Locator
  readonly insisted: boolean
  readonly gaveUp: boolean
}

async function choose(row: Locator, entry: StoredEntry, unclaimed: Unclaimed): Promise<Choice> {
  const button = (name: string | RegExp) => row.getByRole('button', { name, exact: true })
  const plain = { insisted: false, gaveUp: false }
  if (entry.state === 'rejected') return { button: button('Retry'), ...plain }
  if (entry.to !== null)
    return { button: button(/^(Set to|Send all)/), insisted: true, gaveUp: false }
  const [made] = unclaimed(entry)
  if (made === undefined) return { button: button('Add another'), ...plain }
  const use = button(`Use #${made}`)
  await use.or(button('Discard')).first().waitFor(within)
  return { button: (await use.isVisible()) ? use : button('Discard'), ...plain }
}

/** Entries that wait for a person. */
export function asking(entries: readonly StoredEntry[]): readonly StoredEntry[] {
  return entries.filter(
    (entry) => !hasEnded(entry) && (entry.state === 'needs-person' || entry.state === 'rejected')
  )
}
