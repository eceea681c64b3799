import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { archive, workbookFiles } from '../renderer/onboarding/fixture-workbook.ts'
import { useImportApp } from './harness/import-app.ts'
import { importButton, importRegion, planShows } from './harness/import-screen.ts'
import { dropPaths } from './harness/real-drop.ts'
import { gone, shown } from './harness/screen.ts'

const app = useImportApp()

/** Writes files below the folder of the test; returns the path of a name. */
async function onDisk(files: Readonly<Record<string, string | Uint8Array>>) {
  const path = (name: string): string => join(app.folder.path, 'dropped', name)
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(path(name)), { recursive: true })
    await writeFile(path(name), content)
  }
  return path
}

function people(count: number): string[][] {
  const row = (_: unknown, at: number) => [`Person${at} Workbook`, 'Active', `p${at}@example.com`]
  return [['Full name', 'Status', 'E-mail'], ...Array.from({ length: count }, row)]
}

/** Notes from now on, frame by frame, which share the window says is read. */
async function noteShares(): Promise<() => Promise<number[]>> {
  await app.window.evaluate(() => {
    const seen: number[] = []
    const look = (): void => {
      const bar = document.querySelector('progress')
      if (bar) seen.push(bar.value)
      requestAnimationFrame(look)
    }
    look()
    Object.assign(globalThis, { seen })
  })
  return () => app.window.evaluate(() => (globalThis as unknown as { seen: number[] }).seen)
}

describe('dropped from the disk', () => {
  it('a folder is its lists, those of its folders, too, one after the other', async () => {
    const path = await onDisk({
      'team/a.csv': 'Name\nDana Levi\n',
      'team/photo.png': 'x',
      'team/~$b.xlsx': 'x',
      'team/sub/b.xlsx': await archive(workbookFiles({ Team: [['Name'], ['Noa'], ['Ruth']] })),
      'pictures/photo.png': 'x'
    })
    await dropPaths(app.window, [path('team')])
    await shown(importRegion(app.window).getByRole('heading', { name: 'a.csv' }))
    await shown(importRegion(app.window).getByText('File 1 of 2', { exact: true }))
    await planShows(app.window, 'Add 1')
    await importButton(app.window, 'Cancel').click()
    await shown(importRegion(app.window).getByRole('heading', { name: 'b.xlsx' }))
    await planShows(app.window, 'Add 2')
    await importButton(app.window, 'Cancel').click()
    await gone(importRegion(app.window))
    await dropPaths(app.window, [path('pictures')])
    await shown(app.window.getByText('In this folder there is no list that can be read.'))
    expect(app.edits()).toEqual([])
  })

  it('a workbook shows its first sheet, and the one that is chosen', async () => {
    const sheets = { Day: [['Name'], ['Dana']], Empty: [], לילה: [['שם'], ['נועה'], ['רות']] }
    const path = await onDisk({ 'team.xlsx': await archive(workbookFiles(sheets)) })
    await dropPaths(app.window, [path('team.xlsx')])
    await planShows(app.window, 'Add 1')
    expect(await app.shownIn('Sheet')).toBe('Day')
    await app.choose('Sheet', 'לילה')
    await planShows(app.window, 'Add 2')
    await shown(importRegion(app.window).getByRole('row').filter({ hasText: 'נועה' }))
  })

  it('a bomb, a locked and a damaged workbook get a clear word', async () => {
    const files = workbookFiles({ Team: [['Name'], ['Dana']] })
    const sheet = 'xl/worksheets/sheet1.xml'
    const huge = `<worksheet>${' '.repeat(2 ** 28)}</worksheet>`
    const whole = await archive(files)
    const locked = new Uint8Array(4096)
    locked.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    locked.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024)
    const path = await onDisk({
      'bomb.xlsx': await archive({ ...files, [sheet]: huge }),
      'locked.xlsx': locked,
      'damaged.xlsx': whole.slice(0, whole.length - 60)
    })
    for (const [name, word] of [
      ['bomb.xlsx', /^The workbook would unpack to more than 256 MB/u],
      ['locked.xlsx', 'The workbook is locked with a password.'],
      ['damaged.xlsx', 'The workbook is damaged.']
    ] as const) {
      await dropPaths(app.window, [path(name)])
      await shown(importRegion(app.window).getByText(word))
      await importButton(app.window, 'Cancel').click()
      await gone(importRegion(app.window))
    }
  })

  it('a workbook of 100,000 rows says how far it is, and is let go of at once', async () => {
    const large = workbookFiles({ People: people(100_000), Few: [['Name'], ['Dana']] })
    const path = await onDisk({ 'large.xlsx': await archive(large) })
    const shares = await noteShares()
    await dropPaths(app.window, [path('large.xlsx')])
    await shown(app.window.getByRole('progressbar', { name: 'large.xlsx' }))
    await importButton(app.window, 'Cancel').click()
    await gone(importRegion(app.window))

    const before = (await shares()).length
    await dropPaths(app.window, [path('large.xlsx')])
    await planShows(app.window, 'Add 100,000')
    const told = (await shares()).slice(before)
    expect(new Set(told.filter((share) => share > 0.5 && share < 1)).size).toBeGreaterThan(2)
    expect(told).toEqual([...told].sort((one, other) => one - other))
    await app.choose('Sheet', 'Few')
    await planShows(app.window, 'Add 1')
  })
})
