import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readWorkbook } from '../renderer/onboarding/read-workbook.ts'
import { rowAt } from '../renderer/onboarding/table.ts'
import { launchApp, temporaryUserData, type RunningApp } from './harness/launch-app.ts'
import { addOperators, chooseLanguage, gone, operatorRow, shown } from './harness/screen.ts'

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

type Box = Awaited<ReturnType<typeof box>>

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
  const narrower = async () => name.width - (await box(header(window, 'Name'))).width
  await expect.poll(narrower).toBeCloseTo(60, -1)

  const status = await box(header(window, 'Status'))
  await drag(window, { x: status.x + 20, y: status.y + 8 }, { x: name.x + 10, y: name.y + 8 })
  await window.getByRole('grid', { name: 'Operators' }).press('ArrowUp')
  await window.keyboard.press('End')
  await window.keyboard.press('Shift+F10')
  await window.getByRole('menuitem', { name: 'Hide column' }).click()
  const columns = ['Status', 'Name', 'ID', 'Organization']
  await expect.poll(() => window.getByRole('columnheader').allInnerTexts()).toEqual(columns)

  await running.quit()
  running = await launchApp({ userDataDir: folder.path, args: ['--try'] })
  await shown(operatorRow(running.window, 'John Smith'))
  await expect.poll(() => running.window.getByRole('columnheader').allInnerTexts()).toEqual(columns)
})

it('rows are filtered, found in spite of a slip, and a view of them is saved', async () => {
  const { window } = running
  await window.getByRole('switch', { name: 'Simulate an outage' }).click()
  await addOperators(window, ['Emma Davis'])
  await window.getByRole('checkbox', { name: 'Waiting' }).check({ force: true })
  await shown(operatorRow(window, 'Emma Davis'))
  await gone(operatorRow(window, 'John Smith'))

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
  await gone(operatorRow(window, 'Sarah Johnson'))
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
  const read = await readWorkbook(new Uint8Array(await readFile(path)), 'picked.xlsx')
  const sheet = read.ok ? read.value[0] : undefined
  expect(sheet && rowAt(sheet.table, 1).slice(0, 3)).toEqual(['John Smith', '101', 'Active'])
})

it('a column fits its widest name by a double click on its edge, whichever way one reads', async () => {
  const { window } = running
  const longest = 'Maximiliana-Alexandra von Hohenzollern-Sigmaringen zu Berg'
  await addOperators(window, [longest])
  const row = window.getByRole('row').filter({ hasText: longest })
  // It has its number: nothing in its cells changes any more.
  await shown(row.filter({ hasText: '104' }))
  const cell = row.getByRole('gridcell').first()
  const name = row.locator('bdi').first()
  const isCut = () => name.evaluate((one) => one.scrollWidth > one.clientWidth)
  for (const { language, column, edgeOf } of ways) {
    await chooseLanguage(running, language)
    const edge = edgeOf(await box(header(window, column)))
    await drag(window, edge, { x: edge.x + (language === 'English' ? -900 : 900), y: edge.y })
    await expect.poll(isCut).toBe(true)
    const narrow = edgeOf(await box(header(window, column)))
    await window.mouse.dblclick(narrow.x, narrow.y)
    await expect.poll(isCut).toBe(false)
    const spare = async () => (await box(cell)).width - (await box(name)).width
    await expect.poll(spare).toBeLessThan(32)
  }
})

it('is moved through and chosen from by keys alone, and keeps the focus through a refresh', async () => {
  const { window } = running
  const grid = window.getByRole('grid', { name: 'Operators' })
  const focused = () =>
    grid.evaluate((one) => {
      const id = one.getAttribute('aria-activedescendant') ?? ''
      return document.getElementById(id)?.textContent.trim()
    })
  const chosen = () =>
    grid
      .locator('[role=row][aria-selected=true]')
      .evaluateAll((rows) => rows.map((row) => row.firstElementChild?.textContent.trim()))
  const press = async (keys: string) => {
    for (const key of keys.split(' ')) await window.keyboard.press(key)
  }
  const hasFocus = () => grid.evaluate((one) => one === document.activeElement)
  const sortOf = (name: string) => header(window, name).getAttribute('aria-sort')
  await grid.focus()
  await press('Home')
  await expect.poll(focused).toBe('John Smith')
  await press('ArrowRight ArrowDown')
  await expect.poll(focused).toBe('102')
  await press('Control+End Home')
  await expect.poll(focused).toBe('Mike Wilson')
  await press('Control+Home')
  await expect.poll(focused).toBe('John Smith')
  await press('Space')
  await expect.poll(chosen).toEqual(['John Smith'])
  await press('Shift+ArrowDown')
  await expect.poll(chosen).toEqual(['John Smith', 'Sarah Johnson'])
  await press('ArrowDown Shift+Space')
  await expect.poll(chosen).toEqual(['John Smith', 'Sarah Johnson', 'Mike Wilson'])
  await press('Control+Space')
  await expect.poll(chosen).toEqual(['John Smith', 'Sarah Johnson'])
  await press('Control+a')
  await expect.poll(chosen).toHaveLength(3)
  await press('Escape')
  await expect.poll(chosen).toEqual([])

  await press('Control+Home ArrowUp Enter')
  await expect.poll(() => sortOf('Name')).toBe('ascending')
  await press('ArrowRight Shift+Enter Enter')
  await expect.poll(() => sortOf('ID')).toBe('ascending')
  await press('Shift+Enter Shift+Enter ArrowDown End Home')
  const before = await focused()
  await press('F5')
  await window.getByRole('button', { name: 'Refresh', exact: true, disabled: false }).waitFor()
  expect(await focused()).toBe(before)

  // One Tab stop: out, and back to where one was.
  await press('Tab')
  await expect.poll(hasFocus).toBe(false)
  await press('Shift+Tab')
  await expect.poll(hasFocus).toBe(true)
  await expect.poll(focused).toBe(before)
  await press('Enter')
  await shown(window.getByRole('region', { name: before ?? '' }))
  await press('Escape')
  await expect.poll(hasFocus).toBe(true)
  await press('F2')
  await shown(window.getByRole('dialog'))
})

/** The edge that is dragged is at the end side. */
const ways = [
  {
    language: 'English',
    column: 'Name',
    edgeOf: (at: Box) => ({ x: at.x + at.width, y: at.y + 8 })
  },
  { language: 'עברית', column: 'שם', edgeOf: (at: Box) => ({ x: at.x, y: at.y + 8 }) }
]
