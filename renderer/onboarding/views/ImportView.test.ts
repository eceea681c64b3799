import { cleanup, fireEvent, screen, within } from '@testing-library/svelte'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ok } from '../../../shared/result.ts'
import { renderWithWords } from '../../with-words.ts'
import { operator } from '../fixture-check.ts'
import { deskRig, type DeskRig } from '../fixture-desk.ts'
import ImportView from './ImportView.svelte'

// The test's document has no top layer.
beforeAll(() => {
  HTMLElement.prototype.showPopover = () => undefined
})
afterEach(cleanup)

const people = [
  operator(101, 'John Smith'),
  operator(102, 'Sarah Johnson'),
  operator(103, 'Mike Wilson', 1)
]

function show(): DeskRig {
  const rig = deskRig(people)
  renderWithWords(ImportView, {
    desk: rig.desk,
    queue: { kind: 'idle' },
    now: 1_700_000_000_000,
    locale: 'en',
    organizationName: (id: number) => `Organization ${id}`,
    onpause: () => undefined
  })
  return rig
}

function drop({ desk }: DeskRig, text: string, name = 'team.csv'): void {
  desk.take(ok([{ kind: 'file', name, file: new Blob([text]) }]))
}

const region = () => within(screen.getByRole('region', { name: 'Import' }))
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const count = (text: string) => screen.findByText(text, { exact: true })
const value = (label: string) =>
  screen.getByRole<HTMLInputElement>('combobox', { name: label }).value

/** What a report that is saved now says of every row. */
async function results({ saved }: DeskRig): Promise<readonly (string | undefined)[]> {
  const before = saved.length
  await press('Save report')
  await expect.poll(() => saved.length).toBe(before + 1)
  const [titles = '', ...rows] = (saved.at(-1)?.[1] ?? '').trim().split('\r\n')
  const at = titles.split(',').indexOf('Result')
  // The words of a result may have a comma, and stand in quotes.
  return rows.map((row) => row.match(/"[^"]*"|[^,]+/gu)?.[at]?.replaceAll('"', ''))
}

describe('the import region', () => {
  it('is not there before anything is imported', () => {
    show()
    expect(screen.queryByRole('region', { name: 'Import' })).toBeNull()
  })

  it('says what can be read before anything is dropped', async () => {
    const { desk } = show()
    desk.show()
    expect(await screen.findByText(/up to 64 MB.*200,000 rows/)).toBeTruthy()
  })

  it('shows what was found, each count as one text, and each button once', async () => {
    const rig = show()
    drop(rig, 'Name;Team;Status\nAlex;Day;Active\nMike Wilson;Day;Active\nJohn Smith;Day;Inactive')
    for (const text of ['Add 1', 'Reactivate 1', 'Set inactive 1', 'Skip 0', 'Ask 0', 'Errors 0'])
      expect(await count(text)).toBeTruthy()
    expect([value('Encoding'), value('Delimiter'), value('Organization')]).toEqual([
      'UTF-8',
      'Semicolon',
      'Customer Support'
    ])
    expect(
      region().getByRole<HTMLInputElement>('checkbox', { name: 'First row is a header' }).checked
    ).toBe(true)
    for (const name of ['Apply', 'Cancel'])
      expect(region().getAllByRole('button', { name })).toHaveLength(1)
    const names = region()
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label') ?? button.textContent)
    expect(names.filter((name) => /Company token|Names|Import file|^Connect|^Sign in/.test(name)))
      // A team is no organization.
      .toEqual([])
    expect(names.filter((name) => name.includes('Apply'))).toHaveLength(1)
  })

  it('hands the plan over at once when it is applied, and only then', async () => {
    const rig = show()
    drop(rig, 'Alex Brown\nEmma Davis')
    await count('Add 2')
    expect(rig.outbox.calls).toBe(0)
    await press('Apply')
    expect(await count('Imported 0 of 2')).toBeTruthy()
    await expect
      .poll(() => [...rig.outbox.entries.values()].map(({ edit }) => edit.name))
      .toEqual(['Alex Brown', 'Emma Davis'])
    const [stored] = rig.store.stored.values()
    expect(stored?.record).toMatchObject({
      by: 'dana',
      source: { name: 'team.csv', size: 21 },
      counts: { add: 2 }
    })
    expect(stored?.record.source.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('leaves everything as it was when it is cancelled', async () => {
    const rig = show()
    drop(rig, 'Alex Brown')
    await count('Add 1')
    await press('Cancel')
    await expect.poll(() => screen.queryByRole('region', { name: 'Import' })).toBeNull()
    expect([rig.outbox.calls, rig.store.stored.size]).toEqual([0, 0])
  })

  it('says what was dropped by mistake, and what to do', async () => {
    const rig = show()
    drop(rig, '%PDF-1.7 …', 'team.csv')
    expect(await count('This is a PDF document.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull()
  })
})

describe('an import under way', () => {
  it('is cancelled whole, whether or not it was handed over yet', async () => {
    const rig = show()
    drop(rig, Array.from({ length: 1_300 }, (_, at) => `Person ${at}`).join('\n'))
    await count('Add 1,300')
    await press('Apply')
    await press('Apply').catch(() => null)
    await count('Imported 0 of 1,300')
    await press('Cancel')
    expect(await count('Cancelled 1,300')).toBeTruthy()
    const left = [...rig.outbox.entries.values()].filter(({ state }) => state.kind === 'waiting')
    expect(left).toEqual([])
    expect(rig.outbox.calls).toBeLessThan(3)
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
  })

  it('is taken back as it says beside the button, at once', async () => {
    const rig = show()
    drop(rig, 'John Smith\nAlex Brown')
    await count('Add 1')
    await press('Apply')
    await count('Imported 0 of 1')
    expect(await screen.findByText('Undo: 1 unsent edit is discarded')).toBeTruthy()
    await press('Undo import')
    expect(await count('Undone')).toBeTruthy()
    expect([...rig.outbox.entries.values()].map(({ state }) => state.kind)).toEqual(['cancelled'])
    expect(screen.queryByRole('button', { name: 'Undo import' })).toBeNull()
  })

  it('says how far its undo has come, and what could not be undone can be undone again', async () => {
    const rig = show()
    drop(rig, 'Name,Status\nJohn Smith,Inactive\nSarah Johnson,Inactive')
    await count('Set inactive 2')
    await press('Apply')
    await count('Imported 0 of 2')
    await expect.poll(() => rig.desk.run?.record.phase.kind).toBe('applied')
    const [john = '', sarah = ''] = rig.outbox.entries.keys()
    rig.end(john, { kind: 'confirmed', operatorId: 101, at: 1 })
    rig.end(sarah, { kind: 'sending', attemptId: 'a' })
    expect(await count('Imported 1 of 2')).toBeTruthy()
    expect(screen.queryByText(/stays as it is/)).toBeNull()
    people.splice(0, 2, operator(101, 'John Smith', 1), operator(102, 'Sarah Johnson', 1))
    await press('Undo import')
    expect(await count('The undo begins once one edit that is being sent has arrived')).toBeTruthy()
    expect(rig.outbox.entries.size).toBe(2)
    rig.end(sarah, { kind: 'confirmed', operatorId: 102, at: 1 })
    expect(await count('Undo queued: 0 of 2 done')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Pause import' })).toBeTruthy()
    const [, , first = '', second = ''] = rig.outbox.entries.keys()
    rig.end(first, { kind: 'confirmed', operatorId: 101, at: 2 })
    expect(await count('Undo queued: 1 of 2 done')).toBeTruthy()
    await press('Cancel')
    expect(await count('Partly undone: 1 of 2')).toBeTruthy()
    expect(await results(rig)).toEqual(['Set to Inactive, taken back', 'Set to Inactive'])
    expect(rig.outbox.entries.get(second)?.state.kind).toBe('cancelled')
    people.splice(0, 1, operator(101, 'John Smith'))
    await press('Undo import')
    expect(await count('Undo queued: 0 of 1 done')).toBeTruthy()
    const later = rig.again()
    await later.start()
    expect(later.run?.undo.progress).toMatchObject({ total: 1, done: 0 })
    rig.end([...rig.outbox.entries.keys()].at(-1) ?? '', {
      ...{ kind: 'confirmed', operatorId: 102, at: 3 }
    })
    expect(await count('Undone')).toBeTruthy()
    expect(await results(rig)).toEqual([
      ...['Set to Inactive, taken back', 'Set to Inactive, taken back']
    ])
    people.splice(0, 2, operator(101, 'John Smith'), operator(102, 'Sarah Johnson'))
  })
})

describe('the plan', () => {
  it('takes a decision for all alike, and takes it back', async () => {
    const rig = show()
    drop(rig, 'Dana\nDana\nDana')
    await count('Ask 2')
    await press('Line 2: decide')
    await fireEvent.click(
      screen.getByRole('menuitem', { name: 'All like this: Add as another person' })
    )
    expect(await count('Add 3')).toBeTruthy()
    await press('Take back my decisions')
    expect(await count('Ask 2')).toBeTruthy()
  })

  it('asks which organization an unknown one is, for every row that names it', async () => {
    const rig = show()
    drop(rig, 'Name,Organization\nDana,Nights\nNoa,Nights')
    await count('Ask 2')
    await press('Line 3: decide')
    await fireEvent.click(screen.getByRole('menuitem', { name: /Night Shift/ }))
    expect(await count('Add 2')).toBeTruthy()
    expect(await screen.findByText(/There is no list of .*25/)).toBeTruthy()
  })

  it('follows another role of a column', async () => {
    const rig = show()
    drop(rig, 'Name,Team\nDana,Active\nNoa,Inactive')
    await count('Add 2')
    await press('Column 2: Not used')
    await fireEvent.click(screen.getByRole('menuitemradio', { name: 'Status' }))
    expect(await count('Ask 1')).toBeTruthy()
  })

  it('asks once more where whoever is missing is many', async () => {
    const rig = show()
    const many = Array.from({ length: 10 }, (_, at) => operator(200 + at, `Person ${at}`))
    people.push(...many)
    drop(rig, 'John Smith')
    await fireEvent.click(await screen.findByRole('switch', { name: /Whoever is not in the file/ }))
    expect(await screen.findByText(/Is the file complete/)).toBeTruthy()
    expect(await count('Set inactive 0')).toBeTruthy()
    await press('The file is complete')
    expect(await count('Set inactive 11')).toBeTruthy()
    people.splice(3)
  })

  it('is saved with every row before anything is sent', async () => {
    const rig = show()
    drop(rig, 'Name,Team\nDana,Day\n,Night')
    await count('Errors 1')
    await press('Save plan')
    await expect.poll(() => rig.saved[0]?.[0]).toBe('team plan.csv')
    expect(rig.saved[0]?.[1].split('\r\n').slice(0, 3)).toEqual([
      'Name,Team,Result,Details,Operator ID',
      'Dana,Day,Add,,',
      ',Night,Error,The name is missing.,'
    ])
    expect(rig.outbox.calls).toBe(0)
  })

  it('remembers the columns of such a file for the next time', async () => {
    const rig = show()
    drop(rig, 'Who,Team\nDana,Day')
    await count('Add 1')
    await press('Column 1: Name')
    await fireEvent.click(screen.getByRole('menuitemradio', { name: 'Not used' }))
    await press('Column 2: Not used')
    await fireEvent.click(screen.getByRole('menuitemradio', { name: 'Name' }))
    await screen.findByRole('button', { name: 'Column 2: Name' })
    await press('Apply')
    await count('Imported 0 of 1')
    drop(rig, 'Who,Team\nNoa,Night')
    expect(await screen.findByRole('button', { name: 'Column 2: Name' })).toBeTruthy()
  })
})
