import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useImportApp } from './harness/import-app.ts'
import {
  chooseFiles,
  dropFiles,
  importButton,
  importRegion,
  inUtf8,
  planShows
} from './harness/import-screen.ts'
import { gone, shown } from './harness/screen.ts'

const app = useImportApp()

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
    await chooseFiles(app.window, [{ name: 'team.csv', bytes: inUtf8(rows) }])
    await planShows(app.window, 'Errors 1')
    await importButton(app.window, 'Apply').click()
    await shown(importRegion(app.window).getByText('Imported 2 of 2', { exact: true }))
    await importButton(app.window, 'Save report').click()
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
    const before = app.edits().length
    await dropFiles(app.window, [{ name: 'report.csv', bytes: report }])
    await planShows(app.window, 'Skip 2')
    await planShows(app.window, 'Errors 1')
    await planShows(app.window, 'Add 0')
    expect(app.edits()).toHaveLength(before)
  })

  it('the report brings corrections along: what was refused is tried again as it was corrected', async () => {
    await saveInto('report.csv')
    app.sandbox.faults.add({
      ...{ call: 'add', name: 'Ruth Levi', count: Infinity },
      fault: { kind: 'answer', status: 400 }
    })
    const rows = 'Name,Status\nAlex Brown,on leave\n,Active\n'
    await chooseFiles(app.window, [{ name: 'team.csv', bytes: inUtf8(rows) }])
    await planShows(app.window, 'Ask 1')
    await correct('empty', 'Line 3, Name', 'Ruth Levi')
    await correct('on leave', 'Line 2, Status', '')
    await planShows(app.window, 'Add 2')
    await importButton(app.window, 'Apply').click()
    await shown(importRegion(app.window).getByText('Rejected 1', { exact: true }))
    await importButton(app.window, 'Save report').click()
    const path = join(saved, 'report.csv')
    await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('Ruth Levi')
    app.sandbox.faults.clear()
    await dropFiles(app.window, [{ name: 'report.csv', bytes: await readFile(path) }])
    for (const count of ['Add 1', 'Skip 1', 'Ask 0', 'Errors 0']) await planShows(app.window, count)
    await importButton(app.window, 'Apply').click()
    await expect.poll(() => app.createdNames()).toEqual(['Alex Brown', 'Ruth Levi'])
  })

  it('it can be undone: created ones become Deleted, changed ones get their status back', async () => {
    const rows = 'Name,Status\nAlex Brown,Active\nEmma Davis,Inactive\nJohn Smith,Inactive\n'
    await chooseFiles(app.window, [{ name: 'team.csv', bytes: inUtf8(rows) }])
    await planShows(app.window, 'Ask 1')
    await app.window.getByRole('button', { name: 'Line 3: decide' }).click()
    await app.window.getByRole('menuitem', { name: 'Add as another person', exact: true }).click()
    await planShows(app.window, 'Add 2')
    await importButton(app.window, 'Apply').click()
    // All of it is known to be done, and so an undo takes back all of it.
    await shown(importRegion(app.window).getByText(/^Imported ([1-9]) of \1$/))
    expect(app.statusOf('Emma Davis')).toBe(1)
    await app.restart()
    await app.window.getByRole('button', { name: 'Import…' }).click()
    await shown(importRegion(app.window).getByText('Add 2 · Set inactive 1', { exact: true }))
    await importButton(app.window, 'Show').click()
    await shown(importRegion(app.window).getByText(/2 new operators become Deleted/))
    // Long enough to be seen on its way.
    app.sandbox.faults.add({ call: 'status', count: 3, fault: { kind: 'delay', ms: 4_000 } })
    await importButton(app.window, 'Undo import').click()
    await shown(importRegion(app.window).getByText(/^Undo queued: \d of 3 done$/))
    await expect
      .poll(() => ['Alex Brown', 'Emma Davis', 'John Smith'].map((name) => app.statusOf(name)))
      .toEqual([2, 2, 0])
    await shown(importRegion(app.window).getByText('Undone', { exact: true }))
    expect([app.statusOf('Sarah Johnson'), app.statusOf('Mike Wilson')]).toEqual([0, 1])
    await saveInto('undone.csv')
    await importButton(app.window, 'Save report').click()
    const report = () => readFile(join(saved, 'undone.csv'), 'utf8').catch(() => '')
    await expect.poll(report).toContain('John Smith,Inactive,"Set to Inactive, taken back",,101')
    expect(await report()).toContain('Alex Brown,Active,"Added, taken back",,104')
  })

  it('an undo that is wanted offline survives a kill, says how far it has come, and ends', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `Agent ${at + 1}`)
    await chooseFiles(app.window, [{ name: 'team.txt', bytes: inUtf8(names.join('\n')) }])
    await planShows(app.window, 'Add 12')
    await importButton(app.window, 'Apply').click()
    await shown(importRegion(app.window).getByText('Imported 12 of 12', { exact: true }))
    await app.sandbox.setOutage(true)
    await importButton(app.window, 'Undo import').click()
    await shown(importRegion(app.window).getByText('Undo queued: 0 of 12 done', { exact: true }))
    await app.restart()
    await shown(importRegion(app.window).getByText('Undo queued: 0 of 12 done', { exact: true }))
    await app.sandbox.setOutage(false)
    await shown(importRegion(app.window).getByText('Undone', { exact: true }))
    expect(names.map((name) => app.statusOf(name))).toEqual(names.map(() => 2))
    const sent = app.sandbox.ledger.of('status').map(({ body }) => body)
    expect([sent.length, new Set(sent).size]).toEqual([12, 12])
    await gone(importButton(app.window, 'Undo import'))
  })

  it('a template can be saved, filled in and dropped', async () => {
    await saveInto('template.xlsx')
    await app.window.getByRole('button', { name: 'Import…' }).click()
    await importButton(app.window, 'Excel workbook (.xlsx)').click()
    const path = join(saved, 'template.xlsx')
    const size = () =>
      readFile(path).then(
        (bytes) => bytes.length,
        () => 0
      )
    await expect.poll(size).toBeGreaterThan(0)
    await dropFiles(app.window, [{ name: 'template.xlsx', bytes: await readFile(path) }])
    for (const count of ['Add 1', 'Skip 1', 'Ask 1']) await planShows(app.window, count)
  })

  /** Writes something else into a cell of the plan. */
  async function correct(present: string, cell: string, text: string): Promise<void> {
    const row = importRegion(app.window).getByRole('row')
    await row.getByRole('button', { name: present, exact: true }).click()
    await app.window.getByRole('textbox', { name: cell, exact: true }).fill(text)
    await app.window.keyboard.press('Enter')
  }

  /** Answers the system's dialog, which no test can reach. */
  async function saveInto(name: string): Promise<void> {
    await app.running.app.evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      },
      join(saved, name)
    )
  }
})
