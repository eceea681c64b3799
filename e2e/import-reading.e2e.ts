import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useImportApp } from './harness/import-app.ts'
import {
  chooseFiles,
  dropFiles,
  importButton,
  importRegion,
  inCodePage,
  inUtf8,
  planShows
} from './harness/import-screen.ts'
import { gone, operatorRow, shown } from './harness/screen.ts'

const app = useImportApp()

const hebrew = ['דנה כהן', 'יוסי לוי', 'נועה מזרחי', 'רס"ן מירי שלום', 'אורי בן-דוד']

describe('a list as Excel saved it', () => {
  it('is read right at first sight, changes nothing before Apply, and then adds each once', async () => {
    const text = ['שם מלא,סטטוס', ...hebrew.map((name) => `${name},פעיל`), 'Mike Wilson,פעיל']
    const page = app.window.url()
    await dropFiles(app.window, [
      { name: 'צוות.csv', bytes: inCodePage('windows-1255', `${text.join('\r\n')}\r\n`) }
    ])
    await planShows(app.window, 'Add 5')
    await planShows(app.window, 'Reactivate 1')
    expect(app.window.url()).toBe(page)
    await expect.poll(() => app.shownIn('Encoding')).toBe('windows-1255, Hebrew')
    await expect.poll(() => app.shownIn('Delimiter')).toBe('Comma')
    await expect.poll(() => app.shownIn('Organization')).toBe('Customer Support')
    const header = app.window.getByRole('checkbox', { name: 'First row is a header' })
    await expect.poll(() => header.isChecked()).toBe(true)
    for (const name of hebrew)
      await shown(importRegion(app.window).getByRole('row').filter({ hasText: name }))
    expect(app.edits()).toEqual([])

    await importButton(app.window, 'Apply').click()
    await shown(importRegion(app.window).getByText('Imported 6 of 6', { exact: true }))
    expect(app.createdNames().sort()).toEqual([...hebrew].sort())
    expect(app.statusOf('Mike Wilson')).toBe(0)
    for (const name of hebrew) await shown(operatorRow(app.window, name))
  })

  it('follows another encoding or delimiter at once', async () => {
    await chooseFiles(app.window, [
      { name: 'a.csv', bytes: inUtf8('Name;Note\nОлена;x\nТарас;y\n') }
    ])
    await planShows(app.window, 'Add 2')
    await app.choose('Delimiter', 'One name per line')
    await shown(importRegion(app.window).getByRole('row').filter({ hasText: 'Олена;x' }))
    await app.choose('Delimiter', 'Semicolon')
    await app.choose('Encoding', 'windows-1251, Cyrillic')
    await shown(importRegion(app.window).getByRole('row').filter({ hasText: 'РћР»РµРЅР°' }))
    await importButton(app.window, 'Cancel').click()
    await gone(importRegion(app.window))
    expect(app.edits()).toEqual([])
  })

  it('is known whatever it is: every sample reads as it should', async () => {
    const samples = join(import.meta.dirname, '../resources/samples')
    const expected: Record<string, readonly [string, string, string]> = {
      'hebrew-windows-1255.csv': ['windows-1255, Hebrew', 'Comma', 'Add 4'],
      'one-name-per-line.txt': ['UTF-8', 'One name per line', 'Add 4'],
      'semicolon.csv': ['UTF-8', 'Semicolon', 'Add 2'],
      'ukrainian-windows-1251.csv': ['windows-1251, Cyrillic', 'Semicolon', 'Add 3'],
      'unicode-text-utf-16.txt': ['UTF-16', 'Tab', 'Add 2'],
      'utf-8-with-mark.csv': ['UTF-8', 'Comma', 'Add 2']
    }
    expect((await readdir(samples)).sort()).toEqual(Object.keys(expected))
    for (const [name, [encoding, delimiter, count]] of Object.entries(expected)) {
      await dropFiles(app.window, [{ name, bytes: await readFile(join(samples, name)) }])
      await shown(importRegion(app.window).getByRole('heading', { name }))
      await planShows(app.window, count)
      await expect
        .poll(async () => [name, await app.shownIn('Encoding'), await app.shownIn('Delimiter')])
        .toEqual([name, encoding, delimiter])
      await importButton(app.window, 'Cancel').click()
      await gone(importRegion(app.window))
    }
  })

  it('gets a clear word where it is none', async () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])
    await dropFiles(app.window, [{ name: 'team.csv', bytes: picture }])
    await shown(importRegion(app.window).getByText('This is a picture.', { exact: true }))
    await importButton(app.window, 'Cancel').click()
    await gone(importRegion(app.window))
    await dropFiles(app.window, [{ name: 'empty.csv', bytes: new Uint8Array() }])
    await shown(importRegion(app.window).getByText('The file is empty.', { exact: true }))
  })

  it('can be pasted, and several can be dropped together', async () => {
    await app.window.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'Alex Brown\tActive\nEmma Davis\tActive\n')
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true })
      document.body.dispatchEvent(event)
    })
    await shown(importRegion(app.window).getByRole('heading', { name: 'Pasted list' }))
    await planShows(app.window, 'Add 2')
    await importButton(app.window, 'Cancel').click()
    await gone(importRegion(app.window))
    await dropFiles(app.window, [
      { name: 'one.txt', bytes: inUtf8('Alex Brown\n') },
      { name: 'two.txt', bytes: inUtf8('Emma Davis\nDana Levi\n') }
    ])
    await shown(importRegion(app.window).getByText('File 1 of 2', { exact: true }))
    await planShows(app.window, 'Add 1')
    await importButton(app.window, 'Apply').click()
    await shown(importRegion(app.window).getByRole('heading', { name: 'two.txt' }))
    await planShows(app.window, 'Add 2')
    await importButton(app.window, 'Cancel').click()
    await expect.poll(() => app.createdNames()).toEqual(['Alex Brown'])
  })
})
