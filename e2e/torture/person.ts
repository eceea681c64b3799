import { errors, type Locator, type Page } from 'playwright-core'
import type { Status } from '../../shared/operator.ts'
import { operatorRow, patience } from '../harness/screen.ts'
import type { Progress } from './moments.ts'
import { comesTrue, until } from './until.ts'
import type { AddWish, StatusWish } from './wishes.ts'

const within = { timeout: patience }
/** "Inactive" holds "active" in small letters only. */
const patterns: Readonly<Record<Status, RegExp>> = { 0: /Active/, 1: /Inactive/, 2: /Deleted/ }
const buttons: Readonly<Record<Status, string>> = { 0: 'Activate', 1: 'Deactivate', 2: 'Delete' }

/** Opens an organization at the side. */
export async function openOrganization(page: Page, name: string): Promise<void> {
  await button(page, name).first().click(within)
}

/** Types names, presses "Add", and waits until the grid shows that they are kept. */
export async function addNames(page: Page, wish: AddWish, progress: Progress): Promise<void> {
  await button(page, 'Add operators').click(within)
  const names = page.getByRole('textbox', { name: 'Names', exact: true })
  await names.fill(wish.names.join('\n'), within)
  if (new Set(wish.names).size < wish.names.length) await insist(page)
  progress.pressed = true
  const since = performance.now()
  await button(page, 'Add').click(within)
  await names.waitFor({ state: 'hidden', ...within })
  wish.keptWithin = performance.now() - since
  await search(page, wish.code)
  await operatorRow(page, wish.code).first().waitFor(within)
  wish.shown = true
  progress.shown = true
  await search(page, '')
}

/** The same name several times is asked about first. */
async function insist(page: Page): Promise<void> {
  await button(page, 'Add').click(within)
  await page.getByRole('dialog').getByText('Add anyway', { exact: true }).first().click(within)
}

/** Whom a status is wanted for. */
export interface Setting {
  /** Finds them, and nobody else. */
  readonly searched: string
  readonly organizationId: number
  readonly to: Status
  /** Whether an operator may be touched: somebody with an edit under way may not. */
  readonly isFree: (name: string) => boolean
  readonly progress: Progress
  /** Told of the wish before the button is pressed: from then on it may come true. */
  readonly onpress: (wish: StatusWish) => void
}

/**
 * Sets the status of everybody whom a search finds; what the person saw of each goes into the wish. `null`
 * where the window shows nobody whom it would change.
 */
export async function setStatus(page: Page, setting: Setting): Promise<StatusWish | null> {
  const { searched, organizationId, to } = setting
  await search(page, searched)
  const row = operatorRow(page, searched).first()
  if (!(await comesTrue(() => row.isVisible(), { withinMs: 2_000 }))) return null
  // The grid draws what is in sight: of many, the person takes those, and no others.
  const seen = await statusesShown(page, searched)
  const [first, last] = [seen[0], seen.at(-1)]
  if (!first || !last) return null
  // A colleague may have added somebody of the same name: nobody could say whom the person means.
  if (new Set(seen.map(({ name }) => name)).size < seen.length) return null
  if (!(await selectFrom(page, first.name, last.name))) return null
  const selected = await statusesShown(page, searched, '[aria-selected="true"]')
  const after = await statusesShown(page, searched)
  if (!sameRows(selected, seen) || !sameRows(after, seen)) return null
  const changed = seen.filter(({ saw }) => saw !== to)
  if (changed.length === 0 || !seen.every(({ name }) => setting.isFree(name))) return null
  const names = changed.map(({ name }) => name)
  const saw = changed.map((each) => each.saw)
  const at = performance.now()
  const wish: StatusWish = { kind: 'set-status', organizationId, names, saw, to, at, shown: false }
  setting.onpress(wish)
  setting.progress.pressed = true
  if (!(await pressed(button(page, buttons[to])))) return null
  // Only this asks: what it opens is an alert, whose buttons tell how many.
  if (to === 2) {
    const alert = page.getByRole('alertdialog')
    await alert.getByRole('button', { name: /^Delete/ }).click(within)
  }
  return wish
}

/**
 * Waits until the grid shows that a status is kept: by the status, or by what became of the edit already.
 * Somebody who was deleted may be hidden by then.
 */
export async function seeStatus(page: Page, wish: StatusWish, progress: Progress): Promise<void> {
  const [name = ''] = wish.names
  const row = operatorRow(page, name)
  const shown = row.filter({ hasText: patterns[wish.to] }).first()
  const refused = row.filter({ hasText: /Rejected|Needs you/ }).first()
  const isKept = async (): Promise<boolean> =>
    (await shown.isVisible()) ||
    (await refused.isVisible()) ||
    (wish.to === 2 && (await row.count()) === 0)
  await until(`${name} is shown as ${wish.to}`, isKept, within.timeout)
  wish.shown = true
  progress.shown = true
}

/** Empties the search, or searches for something. */
export async function search(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search operators' }).fill(text, within)
}

interface SeenRow {
  readonly name: string
  readonly saw: Status
}

/** Selects from one row to another; false where they have moved out of sight meanwhile, as rows do that are being sent. */
async function selectFrom(page: Page, first: string, last: string): Promise<boolean> {
  try {
    await operatorRow(page, first).first().click({ timeout: 3_000 })
    if (last !== first)
      await operatorRow(page, last)
        .first()
        .click({ timeout: 3_000, modifiers: ['Shift'] })
    return true
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false
    throw error
  }
}

/** Presses a button; false where it cannot be: a colleague may have given them all that status meanwhile. */
async function pressed(what: Locator): Promise<boolean> {
  try {
    await what.click({ timeout: 10_000 })
    return true
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false
    throw error
  }
}

function sameRows(some: readonly SeenRow[], others: readonly SeenRow[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others)
}

async function statusesShown(page: Page, searched: string, only = '*'): Promise<SeenRow[]> {
  const texts = await operatorRow(page, searched).evaluateAll(
    (rows, which) =>
      rows
        .filter((row) => row.matches(which))
        .sort((one, other) => Number(one.ariaRowIndex) - Number(other.ariaRowIndex))
        .map((row) => [...row.children].map((cell) => cell.textContent.trim())),
    only
  )
  return texts.map(([name = '', , status = '']) => ({ name, saw: statusIn(status) }))
}

function statusIn(text: string): Status {
  if (text.includes('Inactive')) return 1
  return text.includes('Deleted') ? 2 : 0
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true })
}
