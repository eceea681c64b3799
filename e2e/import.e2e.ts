import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../electron/sandbox/sandbox.ts'
import {
  chooseFiles,
  dropFiles,
  importButton,
  importRegion,
  inCodePage,
  inUtf8,
  planShows
} from './harness/import-screen.ts'
import { launchApp, temporaryUserData, type RunningApp } from './harness/launch-app.ts'
import { operatorRow, shown, signIn } from './harness/screen.ts'

let sandbox: Sandbox
let folder: Awaited<ReturnType<typeof temporaryUserData>>
let running: RunningApp
let window: Page

beforeEach(async () => {
  sandbox = await startSandbox({})
  folder = await temporaryUserData()
  // A request that a kill cut off is looked for until the settle time is over.
  await writeFile(join(folder.path, 'config.json'), '{"outbox":{"settleMs":2000}}')
  running = await launchApp({ userDataDir: folder.path, args: [`--server=${sandbox.address}`] })
  window = running.window
  await signIn(window, sandbox.token)
  await shown(operatorRow(window, 'John Smith'))
})

afterEach(async () => {
  await running.kill()
  await sandbox.stop()
  await folder.remove()
})

const hebrew = ['דנה כהן', 'יוסי לוי', 'נועה מזרחי', 'רס"ן מירי שלום', 'אורי בן-דוד']

describe('a list as Excel saved it', () => {
  it('is read right at first sight, changes nothing before Apply, and then adds each once', async () => {
    const text = ['שם מלא,סטטוס', ...hebrew.map((name) => `${name},פעיל`), 'Mike Wilson,פעיל']
    const page = window.url()
    await dropFiles(window, [
      { name: 'צוות.csv', bytes: inCodePage('windows-1255', `${text.join('\r\n')}\r\n`) }
    ])
    await planShows(window, 'Add 5')
    await planShows(window, 'Reactivate 1')
    expect(window.url()).toBe(page)
    expect(await valueOf('Encoding')).toBe('windows-1255, Hebrew')
    expect(await valueOf('Delimiter')).toBe('Comma')
    expect(await valueOf('Organization')).toBe('Customer Support')
    expect(await window.getByRole('checkbox', { name: 'First row is a header' }).isChecked()).toBe(
      true
    )
    for (const name of hebrew)
      await shown(importRegion(window).getByRole('row').filter({ hasText: name }))
    expect(edits()).toEqual([])

    await importButton(window, 'Apply').click()
    await shown(importRegion(window).getByText('Imported 6 of 6', { exact: true }))
    expect(createdNames().sort()).toEqual([...hebrew].sort())
    expect(statusOf('Mike Wilson')).toBe(0)
    for (const name of hebrew) await shown(operatorRow(window, name))
  })

  it('follows another encoding or delimiter at once', async () => {
    await chooseFiles(window, [{ name: 'a.csv', bytes: inUtf8('Name;Note\nОлена;x\nТарас;y\n') }])
    await planShows(window, 'Add 2')
    await choose('Delimiter', 'One name per line')
    await shown(importRegion(window).getByRole('row').filter({ hasText: 'Олена;x' }))
    await choose('Delimiter', 'Semicolon')
    await choose('Encoding', 'windows-1251, Cyrillic')
    await shown(importRegion(window).getByRole('row').filter({ hasText: 'РћР»РµРЅР°' }))
    await importButton(window, 'Cancel').click()
    await importRegion(window).waitFor({ state: 'detached' })
    expect(edits()).toEqual([])
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
      await dropFiles(window, [{ name, bytes: await readFile(join(samples, name)) }])
      await shown(importRegion(window).getByRole('heading', { name }))
      await planShows(window, count)
      expect([name, await valueOf('Encoding'), await valueOf('Delimiter')]).toEqual([
        name,
        encoding,
        delimiter
      ])
      await importButton(window, 'Cancel').click()
    }
  })

  it('gets a clear word where it is none', async () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])
    await dropFiles(window, [{ name: 'team.csv', bytes: picture }])
    await shown(importRegion(window).getByText('This is a picture.', { exact: true }))
    await importButton(window, 'Cancel').click()
    await dropFiles(window, [{ name: 'empty.csv', bytes: new Uint8Array() }])
    await shown(importRegion(window).getByText('The file is empty.', { exact: true }))
  })

  it('can be pasted, and several can be dropped together', async () => {
    await window.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'Alex Brown\tActive\nEmma Davis\tActive\n')
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true })
      document.body.dispatchEvent(event)
    })
    await shown(importRegion(window).getByRole('heading', { name: 'Pasted list' }))
    await planShows(window, 'Add 2')
    await importButton(window, 'Cancel').click()
    await dropFiles(window, [
      { name: 'one.txt', bytes: inUtf8('Alex Brown\n') },
      { name: 'two.txt', bytes: inUtf8('Emma Davis\nDana Levi\n') }
    ])
    await shown(importRegion(window).getByText('File 1 of 2', { exact: true }))
    await planShows(window, 'Add 1')
    await importButton(window, 'Apply').click()
    await shown(importRegion(window).getByRole('heading', { name: 'two.txt' }))
    await planShows(window, 'Add 2')
    await importButton(window, 'Cancel').click()
    await expect.poll(createdNames).toEqual(['Alex Brown'])
  })
})

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
    await chooseFiles(window, [{ name: 'roster.csv', bytes: inUtf8(rows.join('\n')) }])
    for (const count of [
      ...['Add 10', 'Reactivate 1', 'Set inactive 1', 'Skip 1', 'Ask 1', 'Errors 1']
    ])
      await planShows(window, count)

    await window.getByRole('switch', { name: 'Only problems' }).click()
    await importRegion(window).getByRole('button', { name: 'Line 5: decide' }).click()
    await window.getByRole('menuitem', { name: 'Add as another person', exact: true }).click()
    await planShows(window, 'Add 11')
    await importRegion(window).getByRole('row').getByRole('button', { name: 'empty' }).click()
    await window.getByRole('textbox', { name: 'Line 6, Name' }).fill('Ruth Levi')
    await window.keyboard.press('Enter')
    await planShows(window, 'Add 12')
    await planShows(window, 'Errors 0')

    await importButton(window, 'Apply').click()
    await shown(importRegion(window).getByText('Imported 14 of 14', { exact: true }))
    expect(createdNames()).toContain('Ruth Levi')
    expect(createdNames()).toContain('mike wilsón')
    expect([statusOf('John Smith'), statusOf('Mike Wilson')]).toEqual([1, 0])
  })

  it('offers to deactivate whoever is not in the file, off, and guarded where it is many', async () => {
    await chooseFiles(window, [{ name: 'all.txt', bytes: inUtf8('Sarah Johnson\n') }])
    await planShows(window, 'Skip 1')
    const missing = window.getByRole('switch', { name: /Whoever is not in the file/ })
    expect(await missing.getAttribute('aria-checked')).toBe('false')
    await missing.click()
    await planShows(window, 'Set inactive 1')
    await importButton(window, 'Apply').click()
    await expect.poll(() => statusOf('John Smith')).toBe(1)
    expect(statusOf('Sarah Johnson')).toBe(0)
  })
})

describe('an import under way', () => {
  const names = Array.from({ length: 650 }, (_, at) => `Person ${String(at + 1).padStart(4, '0')}`)
  const list = { name: 'people.txt', bytes: inUtf8(names.join('\r\n')) }

  it('is planned offline, survives a kill, and is sent once when the service answers', async () => {
    await sandbox.setOutage(true)
    await dropFiles(window, [list])
    await planShows(window, 'Add 650')
    await importButton(window, 'Apply').click()
    await shown(importRegion(window).getByText('Imported 0 of 650', { exact: true }))
    await shown(importButton(window, 'Cancel'))
    await restart()
    await shown(importRegion(window).getByText('Imported 0 of 650', { exact: true }))
    await sandbox.setOutage(false)
    await allImported(650)
  })

  it('goes on after a kill in the middle and a lost reply, and adds nobody twice', async () => {
    sandbox.faults.add({ call: 'add', nth: 3, fault: { kind: 'drop-after' } })
    await dropFiles(window, [list])
    await planShows(window, 'Add 650')
    await importButton(window, 'Apply').click()
    await expect.poll(() => createdNames().length, { timeout: 30_000 }).toBeGreaterThan(100)
    await restart()
    await allImported(650)
  })

  it('can be taken back while it waits: what is unsent is never sent', async () => {
    await sandbox.setOutage(true)
    await dropFiles(window, [list])
    await planShows(window, 'Add 650')
    await importButton(window, 'Apply').click()
    await shown(importRegion(window).getByText('Imported 0 of 650', { exact: true }))
    await importButton(window, 'Cancel').click()
    await shown(importRegion(window).getByText('Cancelled 650', { exact: true }))
    await sandbox.setOutage(false)
    await shown(window.getByRole('status', { name: 'Connection' }).filter({ hasText: 'Online' }))
    expect(edits()).toEqual([])
  })

  async function allImported(count: number): Promise<void> {
    await expect.poll(() => createdNames().length, { timeout: 60_000 }).toBe(count)
    await shown(importRegion(window).getByText(`Imported ${count} of ${count}`, { exact: true }))
    expect(createdNames().sort()).toEqual([...names].sort())
  }
})

describe('afterwards', () => {
  let saved: string

  beforeEach(async () => {
    saved = await mkdtemp(join(tmpdir(), 'switchboard-saved-'))
  })

  afterEach(async () => {
    await rm(saved, { recursive: true, force: true })
  })

  it('the report tells of every row, and dropped in again it does nothing twice', async () => {
    await saveInto('report.csv')
    const rows =
      'Name;Team;Status\r\nAlex Brown;=1+1;Active\r\n;Day;Active\r\nJohn Smith;Day;Inactive'
    await chooseFiles(window, [{ name: 'team.csv', bytes: inUtf8(rows) }])
    await planShows(window, 'Errors 1')
    await importButton(window, 'Apply').click()
    await shown(importRegion(window).getByText('Imported 2 of 2', { exact: true }))
    await importButton(window, 'Save report').click()
    const report = await expect
      .poll(() => readFile(join(saved, 'report.csv'), 'utf8').catch(() => ''))
      .not.toBe('')
      .then(() => readFile(join(saved, 'report.csv')))
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(report)
    expect(text.split('\r\n')).toEqual([
      '\ufeffName;Team;Status;Result;Details;Operator ID',
      "Alex Brown;'=1+1;Active;Added;;104",
      ';Day;Active;Error;The name is missing.;',
      'John Smith;Day;Inactive;Set to Inactive;;101',
      ''
    ])
    const before = edits().length
    await dropFiles(window, [{ name: 'report.csv', bytes: report }])
    await planShows(window, 'Skip 2')
    await planShows(window, 'Errors 1')
    await planShows(window, 'Add 0')
    expect(edits()).toHaveLength(before)
  })

  it('it can be undone: created ones become Deleted, changed ones get their status back', async () => {
    const rows = 'Name,Status\nAlex Brown,Active\nEmma Davis,Inactive\nJohn Smith,Inactive\n'
    await chooseFiles(window, [{ name: 'team.csv', bytes: inUtf8(rows) }])
    await planShows(window, 'Ask 1')
    await window.getByRole('button', { name: 'Line 3: decide' }).click()
    await window.getByRole('menuitem', { name: 'Add as another person', exact: true }).click()
    await planShows(window, 'Add 2')
    await importButton(window, 'Apply').click()
    await expect.poll(() => statusOf('Emma Davis'), { timeout: 20_000 }).toBe(1)
    await restart()
    await window.getByRole('button', { name: 'Import…' }).click()
    await shown(importRegion(window).getByText('Add 2 · Set inactive 1', { exact: true }))
    await importButton(window, 'Show').click()
    await shown(importRegion(window).getByText(/2 new operators become Deleted/))
    await importButton(window, 'Undo import').click()
    await expect
      .poll(() => ['Alex Brown', 'Emma Davis', 'John Smith'].map(statusOf), { timeout: 20_000 })
      .toEqual([2, 2, 0])
    expect([statusOf('Sarah Johnson'), statusOf('Mike Wilson')]).toEqual([0, 1])
  })

  it('a template can be saved, filled in and dropped', async () => {
    await saveInto('template.xlsx')
    await window.getByRole('button', { name: 'Import…' }).click()
    await importButton(window, 'Excel workbook (.xlsx)').click()
    const path = join(saved, 'template.xlsx')
    await expect.poll(() => readFile(path).catch(() => null)).not.toBeNull()
    await dropFiles(window, [{ name: 'template.xlsx', bytes: await readFile(path) }])
    for (const count of ['Add 1', 'Skip 1', 'Ask 1']) await planShows(window, count)
  })

  /** Answers the system's dialog, which no test can reach. */
  async function saveInto(name: string): Promise<void> {
    await running.app.evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      },
      join(saved, name)
    )
  }
})

async function restart(): Promise<void> {
  await running.kill()
  running = await launchApp({ userDataDir: folder.path })
  window = running.window
  const asked = window.getByRole('button', { name: 'Sign in', exact: true })
  await shown(window.getByRole('grid', { name: 'Operators' }))
  if (!(await asked.isVisible())) return
  await asked.click()
  await window.getByLabel('Company token', { exact: true }).fill(sandbox.token)
  await window.getByRole('button', { name: 'Connect', exact: true }).click()
}

function valueOf(label: string): Promise<string> {
  return window.getByRole('combobox', { name: label, exact: true }).inputValue()
}

async function choose(label: string, option: string): Promise<void> {
  await window.getByRole('combobox', { name: label, exact: true }).click()
  await window.getByRole('option', { name: option, exact: true }).click()
}

function statusOf(name: string): number | undefined {
  return sandbox.operators(24).find((operator) => operator.name === name)?.status
}

function changes() {
  return sandbox.ledger.entries().flatMap((entry) => entry.applied)
}

function createdNames(): string[] {
  return changes().flatMap((change) => (change.kind === 'created' ? [change.operator.name] : []))
}

/** Requests that could change anything. */
function edits(): string[] {
  return sandbox.ledger
    .entries()
    .filter(({ call }) => call === 'add' || call === 'status')
    .map(({ path }) => path)
}
