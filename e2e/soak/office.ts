import type { Page } from 'playwright-core'
import type { Sandbox } from '../../electron/sandbox/sandbox.ts'
import type { RunningApp } from '../harness/launch-app.ts'
import {
  dropFiles,
  importButton,
  importRegion,
  inUtf8,
  planShows
} from '../harness/import-screen.ts'
import { addOperators, chooseLanguage, patience, shown } from '../harness/screen.ts'

/** Where people work. */
export interface Office {
  readonly running: RunningApp
  readonly sandbox: Sandbox
}

const within = { timeout: patience }

/** Five minutes of an office's day, as fast as the app takes them. `at` counts them, from 1. */
export async function work(office: Office, at: number): Promise<void> {
  const { window } = office.running
  await refresh(office, at)
  if (at % 8 === 4) await outage(office, () => turn(window, at))
  for (let edit = 0; edit < 4; edit += 1) await turn(window, at * 4 + edit)
  if (at % 3 === 0) await addOperators(window, [`Somebody new ${at}`])
  await lookAround(window)
  if (at % 4 === 0) await hideForAWhile(office)
  if (at % 6 === 0) await importList(window, at)
  if (at % 6 === 3) await speakAnother(office)
  await elsewhere(window)
  await allSent(window)
}

/** A colleague changes somebody, then the list is fetched. */
async function refresh({ running, sandbox }: Office, at: number): Promise<void> {
  const others = sandbox.operators(26)
  const somebody = others[at % others.length]
  if (somebody) sandbox.colleague.setStatus(somebody.id, somebody.status === 0 ? 1 : 0)
  await running.window.getByRole('button', { name: 'Refresh', exact: true }).click(within)
}

/** The line is gone while somebody works on. */
async function outage({ sandbox, running }: Office, meanwhile: () => Promise<void>): Promise<void> {
  await sandbox.setOutage(true)
  await meanwhile()
  await shown(running.window.locator('#outbox-count'))
  await sandbox.setOutage(false)
  const again = running.window.getByRole('button', { name: 'Try now', exact: true })
  // It may be online again by itself, and the button gone.
  if (await again.isVisible()) await again.click({ timeout: 2_000 }).catch(() => undefined)
}

/** Turns somebody on or off. */
async function turn(window: Page, at: number): Promise<void> {
  const grid = window.getByRole('grid', { name: 'Operators' })
  const rows = grid.locator('[role=row][data-place]')
  await rows.nth(at % Math.min(10, await rows.count())).click(within)
  // Whoever is selected now: a list that has just come may have moved the rows.
  const row = grid.locator('[role=row][aria-selected=true]')
  await shown(row)
  const active = (await row.getByText('Active', { exact: true }).count()) > 0
  const name = active ? 'Deactivate' : 'Activate'
  await window.getByRole('button', { name, exact: true }).click(within)
}

/** Opens and closes whatever can be opened. */
async function lookAround(window: Page): Promise<void> {
  for (const name of ['Outbox', 'Overview']) {
    await window.getByRole('button', { name, exact: true }).click(within)
    await shown(window.getByRole('region', { name, exact: true }))
    await window.getByRole('button', { name, exact: true }).click(within)
  }
  await window.getByRole('grid', { name: 'Operators' }).focus()
  await openAndClose(window, 'Control+i', '.side')
  await openAndClose(window, 'Control+k', '[role=dialog], dialog')
  await openAndClose(window, 'Control+,', '[role=dialog], dialog')
  await openAndClose(window, 'Shift+?', '[role=dialog], dialog')
  const search = window.getByRole('searchbox', { name: 'Search operators' })
  await search.pressSequentially('jonh')
  await search.fill('')
  await window.getByRole('columnheader', { name: 'Name' }).getByRole('button').first().click(within)
}

async function openAndClose(window: Page, keys: string, selector: string): Promise<void> {
  await window.keyboard.press(keys)
  await shown(window.locator(selector).first())
  await window.keyboard.press('Escape')
  await window
    .locator(selector)
    .first()
    .waitFor({ state: 'hidden', ...within })
}

async function hideForAWhile({ running }: Office): Promise<void> {
  const show = (on: boolean): Promise<void> =>
    running.app.evaluate(({ BrowserWindow }, visible) => {
      const [window] = BrowserWindow.getAllWindows()
      if (visible) window?.show()
      else window?.hide()
    }, on)
  await show(false)
  await show(true)
}

async function importList(window: Page, at: number): Promise<void> {
  const names = Array.from({ length: 20 }, (_, person) => `Import ${at} Person ${person}`)
  await dropFiles(window, [{ name: `list-${at}.txt`, bytes: inUtf8(names.join('\r\n')) }])
  await planShows(window, 'Add 20')
  await importButton(window, 'Apply').click(within)
  await shown(importRegion(window).getByText('Imported 20 of 20', { exact: true }))
  await importButton(window, 'Close import').click(within)
}

/** Into Hebrew and back. */
async function speakAnother({ running }: Office): Promise<void> {
  for (const language of ['עברית', 'English']) await chooseLanguage(running, language)
}

/** Looks into another organization, and comes back. */
async function elsewhere(window: Page): Promise<void> {
  const list = window.getByRole('list', { name: 'Organizations' })
  for (const at of [1, 0]) {
    await list.getByRole('button').nth(at).click(within)
    await shown(window.getByRole('grid', { name: 'Operators' }).locator('[data-place]').first())
  }
}

async function allSent(window: Page): Promise<void> {
  await window.locator('#outbox-count').waitFor({ state: 'detached', timeout: 2 * patience })
}
