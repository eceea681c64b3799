import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { beforeEach, expect, it } from 'vitest'
import type { Bridge } from '../shared/ipc.ts'
import { en } from '../shared/messages/en.ts'
import { uk } from '../shared/messages/uk.ts'
import { addOperators, gone, openOutbox, operatorRow, outboxRow, shown } from './harness/screen.ts'
import { useSignedInApp } from './harness/signed-in-app.ts'
import { createdBy } from './torture/reckon.ts'

const app = useSignedInApp({ outbox: { settleMs: 1_000 } })

beforeEach(async () => openOutbox(app.window))

it('asks three ways about a status that somebody changed, once for all alike', async () => {
  const page = app.window
  await app.sandbox.setOutage(true)
  await operatorRow(page, 'John Smith').click()
  await operatorRow(page, 'Sarah Johnson').click({ modifiers: ['Control'] })
  await button('Deactivate').click()
  await shown(waits('Sarah Johnson'))
  await speaks('uk')
  await shown(page.getByRole('log').getByText(uk.views.changed.deactivated(2, ''), { exact: true }))
  await speaks('en')
  for (const id of [101, 102]) app.sandbox.colleague.setStatus(id, 2)
  await app.sandbox.setOutage(false)
  await button('Send now').click()
  for (const name of ['John Smith', 'Sarah Johnson']) await shown(stands(name, 'Needs you'))

  await detailsOf('John Smith')
  const ways = () => outboxRow(page, 'John Smith').getByRole('definition').allInnerTexts()
  await expect.poll(ways).toEqual(['Active', 'Inactive', 'Deleted'])
  await page.getByRole('switch', { name: 'Answer all 2 alike' }).click()
  await button('Set to Inactive').click()
  await expect.poll(() => [101, 102].map(statusOf)).toEqual([1, 1])
  expect(app.sandbox.ledger.of('status').filter(({ by }) => by === 'client')).toHaveLength(2)
})

it('takes back many as one: free before they are sent, by edits that it names afterwards', async () => {
  const page = app.window
  await app.sandbox.setOutage(true)
  await addOperators(page, ['One Person', 'Two Person', 'Three Person'])
  // Once the outage is known nothing is under way any more, of which a request might have left.
  await shown(page.getByRole('status', { name: 'Connection' }).getByText(/^Offline/))
  for (const name of ['One Person', 'Two Person', 'Three Person']) await shown(waits(name))
  await closed()
  await page.keyboard.press('Control+z')
  for (const name of ['One Person', 'Two Person', 'Three Person'])
    await shown(stands(name, 'Cancelled'))
  await app.sandbox.setOutage(false)
  await button('Send now').click()

  await addOperators(page, ['Four Person', 'Five Person'])
  for (const name of ['Four Person', 'Five Person']) await shown(stands(name, 'Confirmed'))
  await closed()
  await page.keyboard.press('Control+z')
  const asking = page.getByRole('alertdialog')
  await shown(asking.getByText(/Four Person.*set to Deleted/))
  await asking.getByRole('button', { name: 'Queue 2 edits' }).click()
  await expect.poll(() => statusesOf('Four Person', 'Five Person')).toEqual([2, 2])
  expect(createdBy(app.sandbox.ledger.entries(), 'client').map(({ name }) => name)).toEqual([
    'Four Person',
    'Five Person'
  ])
})

it('shows what came twice after all, and deletes one of the two, once', async () => {
  const page = app.window
  // Done long after every wait was over, also on a machine that is busy: no list could have told.
  app.sandbox.faults.add({
    call: 'add',
    fault: { kind: 'late-apply', after: 12_000, answer: 'reset' }
  })
  await addOperators(page, ['Twice Person'])
  await shown(stands('Twice Person', 'Confirmed'))
  await expect.poll(() => statusesOf('Twice Person')).toEqual([0, 0])
  await button('Refresh').click()
  await shown(page.getByText(/^Possible duplicate: .Twice Person/))
  await page
    .getByRole('button', { name: /^Set #\d+ to Deleted$/ })
    .nth(1)
    .click()
  await expect.poll(() => statusesOf('Twice Person')).toEqual([0, 2])
  await gone(page.getByText(/^Possible duplicate/))
})

it('quits without asking, says what is kept, and sends it next time behind a closed window', async () => {
  await app.sandbox.setOutage(true)
  await addOperators(app.window, ['Kept One', 'Kept Two'])
  await shown(waits('Kept Two'))
  await app.running.quit()
  const { quitting, stillSending } = en.frame
  await expect.poll(said).toContain(quitting.title)
  await expect.poll(said).toContain(quitting.queued(2))

  const names = Array.from({ length: 250 }, (_, index) => `Batch ${String(index)}`)
  await app.sandbox.setOutage(false)
  await app.launch()
  await openOutbox(app.window)
  for (const name of ['Kept One', 'Kept Two']) await shown(stands(name, 'Confirmed'))
  app.sandbox.faults.add({ count: Infinity, fault: { kind: 'delay', ms: 5_000 } })
  await addOperators(app.window, names)
  await shown(outboxRow(app.window, 'Batch 0').first().getByText('Sending', { exact: true }))
  const ended = new Promise<void>((resolve) => app.running.app.once('close', () => resolve()))
  const visible = await app.running.app.evaluate(({ BrowserWindow }) => {
    const [only] = BrowserWindow.getAllWindows()
    only?.close()
    return only?.isVisible()
  })
  expect(visible).toBe(false)
  await ended
  expect(app.sandbox.operators(24).filter(({ name }) => name.startsWith('Batch'))).toHaveLength(250)
  await expect.poll(said).toContain(stillSending.text)
  await expect.poll(said).toContain(en.views.outbox.receipt.done(250))
})

function button(name: string): Locator {
  return app.window.getByRole('button', { name, exact: true })
}

function stands(name: string, state: string): Locator {
  return outboxRow(app.window, name).getByText(state, { exact: true }).first()
}

function waits(name: string): Locator {
  return stands(name, 'Waiting')
}

/** Keys go to the dialog's field for as long as it is there. */
async function closed(): Promise<void> {
  await app.window.getByRole('textbox', { name: 'Names', exact: true }).waitFor({ state: 'hidden' })
}

async function detailsOf(name: string): Promise<void> {
  await outboxRow(app.window, name)
    .getByRole('button', { name: /^Details of/ })
    .click()
}

async function speaks(locale: 'en' | 'uk'): Promise<void> {
  await app.window.evaluate(async (wanted) => {
    const { switchboard } = globalThis as unknown as { switchboard: Bridge }
    await switchboard.settings.change({ locale: wanted })
  }, locale)
  await shown(app.window.locator(`html[lang="${locale}"]`))
}

/** What was told by notifications, as the app's own diary has it: a system may have none to show. */
async function said(): Promise<string> {
  return readFile(join(app.folder.path, 'logs', 'main.log'), 'utf8')
}

function statusOf(id: number): number | undefined {
  return app.sandbox.operators(24).find((operator) => operator.id === id)?.status
}

/** The statuses of everybody of these names, in the order in which they came to be. */
function statusesOf(...names: readonly string[]): readonly number[] {
  return app.sandbox
    .operators(24)
    .filter(({ name }) => names.includes(name))
    .map(({ status }) => status)
}
