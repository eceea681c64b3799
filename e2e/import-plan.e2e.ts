import { describe, expect, it } from 'vitest'
import { useImportApp } from './harness/import-app.ts'
import {
  chooseFiles,
  dropFiles,
  importButton,
  importRegion,
  inUtf8,
  planShows
} from './harness/import-screen.ts'
import { gone, operatorRow, shown } from './harness/screen.ts'

const app = useImportApp()

describe('a plan', () => {
  it('counts what it would do, and takes corrections and decisions in place', async () => {
    const rows = [
      'Name,Status',
      'John Smith,Inactive',
      'Sarah Johnson,Active',
      'Mike Wilson,Active',
      'mike wilsón,Active',
      ',Active',
      ...Array.from({ length: 10 }, (_, at) => `New Person ${at + 1},Active`)
    ]
    await chooseFiles(app.window, [{ name: 'roster.csv', bytes: inUtf8(rows.join('\n')) }])
    for (const count of [
      ...['Add 10', 'Reactivate 1', 'Set inactive 1', 'Skip 1', 'Ask 1', 'Errors 1']
    ])
      await planShows(app.window, count)

    await app.window.getByRole('switch', { name: 'Only problems' }).click()
    await importRegion(app.window).getByRole('button', { name: 'Line 5: decide' }).click()
    await app.window.getByRole('menuitem', { name: 'Add as another person', exact: true }).click()
    await planShows(app.window, 'Add 11')
    await importRegion(app.window).getByRole('row').getByRole('button', { name: 'empty' }).click()
    await app.window.getByRole('textbox', { name: 'Line 6, Name' }).fill('Ruth Levi')
    await app.window.keyboard.press('Enter')
    await planShows(app.window, 'Add 12')
    await planShows(app.window, 'Errors 0')

    await importButton(app.window, 'Apply').click()
    await shown(importRegion(app.window).getByText('Imported 14 of 14', { exact: true }))
    expect(app.createdNames()).toContain('Ruth Levi')
    expect(app.createdNames()).toContain('mike wilsón')
    expect([app.statusOf('John Smith'), app.statusOf('Mike Wilson')]).toEqual([1, 0])
  })

  it('offers to deactivate whoever is not in the file, off, and guarded where it is many', async () => {
    await chooseFiles(app.window, [{ name: 'all.txt', bytes: inUtf8('Sarah Johnson\n') }])
    await planShows(app.window, 'Skip 1')
    const missing = app.window.getByRole('switch', { name: /Whoever is not in the file/ })
    expect(await missing.getAttribute('aria-checked')).toBe('false')
    await missing.click()
    await planShows(app.window, 'Set inactive 1')
    await importButton(app.window, 'Apply').click()
    await expect.poll(() => app.statusOf('John Smith')).toBe(1)
    expect(app.statusOf('Sarah Johnson')).toBe(0)
  })
})

describe('a plan that is not applied yet', () => {
  const rows = 'Name,Status\nAlex Brown,Active\nAlex Brown,Active\n,Active\nMike Wilson,Active\n'

  it('survives a kill in the middle of planning, goes on where it was, and sent nothing', async () => {
    await dropFiles(app.window, [
      { name: 'team.csv', bytes: inUtf8(rows) },
      { name: 'second.txt', bytes: inUtf8('Emma Davis\n') }
    ])
    await planShows(app.window, 'Ask 1')
    await app.window.getByRole('button', { name: 'Line 3: decide' }).click()
    await app.window.getByRole('menuitem', { name: 'Add as another person', exact: true }).click()
    await planShows(app.window, 'Add 2')
    await importRegion(app.window).getByRole('button', { name: 'empty' }).click()
    await app.window.getByRole('textbox', { name: 'Line 4, Name' }).fill('Ruth Levi')
    await app.window.keyboard.press('Enter')
    await planShows(app.window, 'Add 3')

    await app.restart()
    await shown(importRegion(app.window).getByText('2 lists are not applied yet', { exact: true }))
    expect(app.edits()).toEqual([])
    await importButton(app.window, 'Continue where you left off').click()
    await shown(importRegion(app.window).getByRole('heading', { name: 'team.csv' }))
    for (const count of ['Add 3', 'Reactivate 1', 'Ask 0', 'Errors 0'])
      await planShows(app.window, count)
    await importButton(app.window, 'Apply').click()
    await shown(importRegion(app.window).getByRole('heading', { name: 'second.txt' }))
    await importButton(app.window, 'Cancel').click()
    await shown(importRegion(app.window).getByText('Imported 4 of 4', { exact: true }))
    expect(app.createdNames().sort()).toEqual(['Alex Brown', 'Alex Brown', 'Ruth Levi'])

    await app.restart()
    await shown(operatorRow(app.window, 'Ruth Levi'))
    await nothingKept()
  })

  it('is discarded for good where nobody wants it', async () => {
    await dropFiles(app.window, [{ name: 'team.csv', bytes: inUtf8(rows) }])
    await planShows(app.window, 'Ask 1')
    await app.restart()
    await importButton(app.window, 'Discard').click()
    await gone(importRegion(app.window))
    await app.restart()
    await shown(operatorRow(app.window, 'John Smith'))
    await nothingKept()
    expect(app.edits()).toEqual([])
  })

  /** The first screen of imports is there once it has been read what earlier runs of the app left. */
  async function nothingKept(): Promise<void> {
    await app.window.getByRole('button', { name: 'Import…' }).click()
    await shown(importButton(app.window, 'Excel workbook (.xlsx)'))
    expect(await app.window.getByText('not applied yet').count()).toBe(0)
  }
})
