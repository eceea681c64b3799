import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../electron/sandbox/sandbox.ts'
import { launchApp, temporaryUserData, type RunningApp } from './harness/launch-app.ts'
import { operatorRow, shown, signIn } from './harness/screen.ts'

let sandbox: Sandbox
let folder: Awaited<ReturnType<typeof temporaryUserData>>
let running: RunningApp | null = null

beforeEach(async () => {
  sandbox = await startSandbox({})
  folder = await temporaryUserData()
  await writeFile(join(folder.path, 'config.json'), '{"outbox":{"settleMs":1000}}')
})

afterEach(async () => {
  await running?.kill()
  running = null
  await sandbox.stop()
  await folder.remove()
})

async function start(): Promise<Page> {
  running = await launchApp({ userDataDir: folder.path })
  return running.window
}

function grid(window: Page): Locator {
  return window.getByRole('grid', { name: 'Operators' })
}

async function openAll(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'All organizations', exact: true }).click()
  await shown(window.getByRole('heading', { name: 'All organizations' }))
  // The last of the three lists has come.
  await shown(operatorRow(window, 'John Smith'))
  await expect.poll(async () => Number(await grid(window).getAttribute('aria-rowcount'))).toBe(79)
}

/** The app, signed in for the first time, with all organizations open. */
async function begin(): Promise<Page> {
  const window = await start()
  await window.getByLabel('Server address', { exact: true }).fill(sandbox.address)
  await signIn(window, sandbox.token)
  await openAll(window)
  return window
}

/** The organization of the first row that shows; the row with the focus may stand before it in the document. */
async function firstOrganization(window: Page): Promise<string> {
  const first = grid(window).locator('[role=row][aria-rowindex="2"]')
  return first.getByRole('gridcell').nth(3).innerText()
}

const names = new Map([
  [24, 'John Smith'],
  [25, 'נועה כהן']
])

function patches(): string[] {
  return sandbox.ledger
    .entries()
    .filter(({ call }) => call === 'status')
    .map(({ path, body }) => `${path} ${body}`)
}

it('shows everyone, searched and sorted over all organizations', async () => {
  const window = await begin()
  await window.getByRole('searchbox', { name: 'Search operators' }).fill('ко')
  await expect.poll(() => firstOrganization(window)).toBe('Підтримка клієнтів')
  await window.getByRole('searchbox', { name: 'Search operators' }).fill('')
  const header = grid(window).getByRole('columnheader', { name: 'Organization' })
  await header.getByRole('button', { name: 'Organization' }).click()
  await header.getByRole('button', { name: 'Organization' }).click()
  await expect.poll(() => firstOrganization(window)).toBe('שירות לקוחות')
  await window.keyboard.press('Control+k')
  await window.getByRole('combobox').fill('Customer Support')
  await shown(window.getByRole('option', { name: /Customer Support/, selected: true }))
  await window.keyboard.press('Enter')
  await shown(window.getByRole('heading', { name: 'Customer Support' }))
  await expect.poll(() => firstOrganization(window)).toBe('Customer Support')
})

it('changes operators of two organizations offline, through a crash, each once; and takes it back', async () => {
  let window = await begin()
  await sandbox.setOutage(true)
  await operatorRow(window, 'John Smith').click()
  await operatorRow(window, 'נועה כהן').click({ modifiers: ['Control'] })
  await shown(window.getByText('2 selected'))
  await window.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await shown(operatorRow(window, 'John Smith').getByText('Inactive'))
  await shown(operatorRow(window, 'נועה כהן').getByText('Inactive'))
  await running?.kill()

  window = await start()
  // All organizations are open again, from the cache, with what waits.
  await shown(window.getByRole('heading', { name: 'All organizations' }))
  await shown(operatorRow(window, 'נועה כהן').getByText('Inactive'))
  await sandbox.setOutage(false)
  const statuses = () =>
    [24, 25].map((id) => sandbox.operators(id).find((one) => one.name === names.get(id))?.status)
  await expect.poll(statuses).toEqual([1, 1])
  await shown(window.getByText('All edits sent'))
  const sent = patches()
  expect(sent).toHaveLength(2)
  expect(new Set(sent).size).toBe(sent.length)

  await grid(window).press('Control+z')
  await window
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Queue/u })
    .click()
  await expect.poll(statuses).toEqual([0, 0])
})

/** Chooses an entry of the menu of saved views. */
async function inViews(window: Page, role: 'menuitem' | 'menuitemradio', name: string) {
  await window.getByRole('button', { name: 'Views' }).click()
  await window.getByRole(role, { name, exact: true }).click()
}

/** Exports the selection as CSV; answers with its cells, the header first. */
async function exportedSelection({ app, window }: RunningApp): Promise<string[][]> {
  const path = join(folder.path, 'selection.csv')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await window.getByRole('button', { name: 'Export' }).click()
  await window.getByRole('menuitem', { name: /The selection: .* as CSV/u }).click()
  await shown(window.getByText(/^Saved .* operators as/u))
  const text = await readFile(path, 'utf8')
  const lines = text.slice(1).trimEnd().split('\r\n')
  return lines.map((line) => line.split(','))
}

it('keeps a view for one organization and for all, exports over several, and begins with it', async () => {
  const window = await begin()
  await window.getByRole('checkbox', { name: 'Inactive' }).check({ force: true })
  await inViews(window, 'menuitem', 'Save this view…')
  await window.getByLabel('Name of the view').fill('Paused')
  await window.getByRole('button', { name: 'Save', exact: true }).click()

  await inViews(window, 'menuitemradio', 'Everyone')
  await window.getByRole('button', { name: /^Customer Support/u }).click()
  await shown(operatorRow(window, 'John Smith'))
  await inViews(window, 'menuitemradio', 'Paused')
  await shown(operatorRow(window, 'Mike Wilson'))
  expect(await operatorRow(window, 'John Smith').count()).toBe(0)

  await window.getByRole('button', { name: 'All organizations', exact: true }).click()
  await shown(window.getByRole('heading', { name: 'All organizations' }))
  const organizations = [24, 25, 26].filter((id) =>
    sandbox.operators(id).some(({ status }) => status === 1)
  )
  const paused = organizations.flatMap((id) =>
    sandbox.operators(id).filter(({ status }) => status === 1)
  )
  await expect
    .poll(async () => Number(await grid(window).getAttribute('aria-rowcount')))
    .toBe(paused.length + 1)
  await grid(window).press('Control+a')
  const [header, ...rows] = await exportedSelection(running as RunningApp)
  expect(header).toEqual(['Name', 'ID', 'Status', 'Organization', 'Edits'])
  expect(rows.map((cells) => Number(cells[1])).sort()).toEqual(paused.map(({ id }) => id).sort())
  expect(new Set(rows.map((cells) => cells[3])).size).toBe(organizations.length)
  await window.getByRole('button', { name: 'Views' }).click()
  await window.getByRole('menuitemcheckbox', { name: 'Begin with this view' }).click()
  await running?.quit()

  const again = await start()
  await shown(again.getByRole('heading', { name: 'All organizations' }))
  await shown(operatorRow(again, 'Mike Wilson'))
  expect(await operatorRow(again, 'John Smith').count()).toBe(0)
})
