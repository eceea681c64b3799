import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import readSheets from 'read-excel-file/universal'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { launchApp, temporaryUserData, type RunningApp } from './harness/launch-app.ts'
import { addOperators, operatorRow, shown } from './harness/screen.ts'

let folder: Awaited<ReturnType<typeof temporaryUserData>>
let running: RunningApp

beforeEach(async () => {
  folder = await temporaryUserData()
  running = await launchApp({ userDataDir: folder.path, args: ['--try'] })
  await shown(operatorRow(running.window, 'John Smith'))
})

afterEach(async () => {
  await running.kill()
  await folder.remove()
})

function header(window: Page, name: string): Locator {
  return window.getByRole('columnheader', { name, exact: true })
}

async function box(at: Locator) {
  const found = await at.boundingBox()
  if (!found) throw new Error('It does not show')
  return found
}

async function drag(window: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await window.mouse.move(from.x, from.y)
  await window.mouse.down()
  await window.mouse.move(to.x, to.y, { steps: 5 })
  await window.mouse.up()
}

it('columns are resized, moved and hidden by mouse and keyboard, and stay so after a restart', async () => {
  const { window } = running
  const name = await box(header(window, 'Name'))
  const edge = { x: name.x + name.width, y: name.y + 8 }
  await drag(window, edge, { x: edge.x - 60, y: edge.y })
  expect((await box(header(window, 'Name'))).width).toBeCloseTo(name.width - 60, -1)

  const status = await box(header(window, 'Status'))
  await drag(window, { x: status.x + 20, y: status.y + 8 }, { x: name.x + 10, y: name.y + 8 })
  await window.getByRole('grid', { name: 'Operators' }).press('ArrowUp')
  await window.keyboard.press('End')
  await window.keyboard.press('Shift+F10')
  await window.getByRole('menuitem', { name: 'Hide column' }).click()
  const columns = ['Status', 'Name', 'ID', 'Organization']
  expect(await window.getByRole('columnheader').allInnerTexts()).toEqual(columns)

  await running.quit()
  running = await launchApp({ userDataDir: folder.path, args: ['--try'] })
  await shown(operatorRow(running.window, 'John Smith'))
  expect(await running.window.getByRole('columnheader').allInnerTexts()).toEqual(columns)
})

it('rows are filtered, found in spite of a slip, and a view of them is saved', async () => {
  const { window } = running
  await window.getByRole('switch', { name: 'Simulate an outage' }).click()
  await addOperators(window, ['Emma Davis'])
  await window.getByRole('checkbox', { name: 'Waiting' }).check({ force: true })
  await shown(operatorRow(window, 'Emma Davis'))
  expect(await operatorRow(window, 'John Smith').count()).toBe(0)

  await window.getByRole('button', { name: 'Views' }).click()
  await window.getByRole('menuitem', { name: 'Save this view…' }).click()
  await window.getByLabel('Name of the view').fill('On its way')
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await window.getByRole('button', { name: 'Views' }).click()
  await window.getByRole('menuitemradio', { name: 'Everyone' }).click()
  await shown(operatorRow(window, 'John Smith'))

  await window.getByRole('searchbox', { name: 'Search operators' }).fill('Jhonson')
  await shown(operatorRow(window, 'Sarah Johnson').filter({ hasText: 'similar' }))

  await window.getByRole('button', { name: 'Views' }).click()
  await window.getByRole('menuitemradio', { name: 'On its way' }).click()
  await shown(operatorRow(window, 'Emma Davis'))
  expect(await operatorRow(window, 'Sarah Johnson').count()).toBe(0)
})

it('a selection says what would change, and is exported as a workbook', async () => {
  const { app, window } = running
  await operatorRow(window, 'John Smith').click()
  await window.keyboard.press('Control+a')
  await window.getByRole('button', { name: 'Deactivate', exact: true }).hover()
  await shown(window.getByText('2 of 3 will change', { exact: true }).locator('visible=true'))

  const path = join(folder.path, 'exported.xlsx')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await window.getByRole('button', { name: 'Export' }).click()
  await window.getByRole('menuitem', { name: /The selection: .* as Excel/u }).click()
  await shown(window.getByText(/^Saved 3 operators as/u))
  const [sheet] = await readSheets(new Blob([await readFile(path)]))
  expect(sheet?.data[1]?.slice(0, 3)).toEqual(['John Smith', 101, 'Active'])
})
