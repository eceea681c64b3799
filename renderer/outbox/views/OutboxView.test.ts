import { cleanup, fireEvent, screen, within } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import { renderWithWords } from '../../with-words.ts'
import type { Entry } from '../entry.ts'
import { addEntry, statusEntry } from './entries.fixture.ts'
import { fakeOutbox } from './fake-outbox.ts'
import OutboxView from './OutboxView.svelte'
import { OutboxPanel } from './panel.svelte.ts'

afterEach(cleanup)

const now = 1_700_000_000_000
const refused = { kind: 'refused', status: 400, words: 'No such name', retryAfterMs: null } as const
const waiting = addEntry('w', 'Alex Brown', { kind: 'waiting', reason: null })
const rejected = addEntry('r', 'Emma Davis', { kind: 'rejected', failure: refused, at: now })
const conflict = statusEntry('c', 101, {
  ...{ kind: 'needs-person', at: now },
  question: { kind: 'status-conflict', from: 0, to: 1, now: 2 }
})
const appeared = (id: string) =>
  addEntry(id, 'Mike Wilson', {
    ...{ kind: 'needs-person', at: now },
    question: {
      kind: 'name-appeared',
      operators: [{ id: 103, name: 'Mike Wilson', status: 1 }]
    }
  })

function show(entries: readonly Entry[]) {
  const outbox = fakeOutbox(entries)
  const removed: unknown[] = []
  renderWithWords(OutboxView, {
    panel: new OutboxPanel(outbox),
    organizationName: () => 'Customer Support',
    now,
    onclose: () => undefined,
    onremove: (...what: unknown[]) => removed.push(what)
  })
  return { outbox, removed }
}

const region = () => within(screen.getByRole('region', { name: 'Outbox' }))
const rows = () => region().queryAllByRole('row')
const open = (name: string) =>
  fireEvent.click(region().getByRole('button', { name: new RegExp(`^Details of .*${name}`) }))
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('the outbox panel', () => {
  it('is a region whose rows name the operator and, as a text of its own, the state', () => {
    show([waiting, rejected])
    const [first, second] = rows()
    expect(within(first!).getByText('Emma Davis')).toBeTruthy()
    expect(within(first!).getByText('Rejected', { exact: true })).toBeTruthy()
    expect(within(second!).getByText('Waiting', { exact: true })).toBeTruthy()
  })

  it('says that nothing waits, with no row', () => {
    show([])
    expect(rows()).toHaveLength(0)
    expect(screen.getByText('Nothing waits')).toBeTruthy()
  })

  it('follows the outbox', async () => {
    const { outbox } = show([waiting])
    outbox.hold([{ ...waiting, state: { kind: 'confirmed', operatorId: 104, at: now } }])
    expect(await screen.findByText('Confirmed', { selector: '[role="row"] *' })).toBeTruthy()
  })

  it('goes on telling the history of the open entry', async () => {
    const { outbox } = show([waiting])
    await open('Alex Brown')
    outbox.remember({ at: now, entryId: 'w', what: 'sent', failure: null })
    outbox.hold([{ ...waiting, state: { kind: 'sending', attemptId: 'a' } }])
    expect(await screen.findByText('Sent to the service')).toBeTruthy()
  })

  it('counts down while it verifies', () => {
    const state = { kind: 'verifying', attemptId: 'a', failure: null, until: now + 42_000 } as const
    show([addEntry('v', 'Alex Brown', state)])
    expect(rows()[0]?.textContent).toContain('42 sec')
  })

  it('shows one state alone', async () => {
    show([waiting, rejected])
    await fireEvent.click(screen.getByRole('button', { name: /^Waiting/ }))
    expect(rows().map((row) => within(row).getByText(/Alex|Emma/).textContent)).toEqual([
      'Alex Brown'
    ])
  })

  it('quotes the service, and retries or discards', async () => {
    const { outbox } = show([rejected])
    await open('Emma')
    expect(screen.getByText(/No such name/)).toBeTruthy()
    await press('Retry')
    await press('Discard')
    expect(outbox.told).toEqual([
      ['retry', ['r']],
      ['discard', ['r']]
    ])
  })

  it('shows a conflict in three ways and takes the answer', async () => {
    const { outbox } = show([conflict])
    await open('Operator 101')
    const values = screen.getAllByRole('definition').map((each) => each.textContent)
    expect(values).toEqual(['Active', 'Inactive', 'Deleted'])
    await press('Set to Inactive')
    expect(outbox.told).toEqual([['answer', ['c'], { kind: 'mine' }]])
  })

  it('offers the operators that came up meanwhile', async () => {
    const { outbox } = show([appeared('a')])
    await open('Mike')
    await press('Use #103')
    expect(outbox.told).toEqual([['answer', ['a'], { kind: 'use', operatorId: 103 }]])
  })

  it('answers all alike, and then uses whom it found for each', async () => {
    const { outbox } = show([appeared('a'), appeared('b')])
    await fireEvent.click(region().getAllByRole('button', { name: /^Details of/ })[0]!)
    await fireEvent.click(screen.getByRole('switch', { name: 'Answer all 2 alike' }))
    expect(screen.queryByRole('button', { name: 'Use #103' })).toBeNull()
    await press('Use the ones found')
    expect(outbox.told).toEqual([['answer', ['a', 'b'], { kind: 'use-found' }]])
  })

  it('asks about an operator of ours that no list shows, in words of its own', async () => {
    const question = { kind: 'list-unreliable', operatorId: 104 } as const
    const { outbox } = show([
      addEntry('u', 'Alex Brown', { kind: 'needs-person', question, at: now })
    ])
    await open('Alex')
    expect(screen.getByText(/added operator #104, and no list shows it/)).toBeTruthy()
    await press('Send all the same')
    expect(outbox.told).toEqual([['answer', ['u'], { kind: 'add-another' }]])
  })

  it('offers to go on where a person has paused it, also while nothing waits', async () => {
    const { outbox } = show([])
    outbox.hold([], { paused: true })
    await fireEvent.click(await screen.findByRole('button', { name: 'Resume' }))
    expect(outbox.told).toEqual([['pause', false]])
  })

  it('offers to delete one of two, once', async () => {
    const { outbox, removed } = show([])
    const emma = (id: number) => ({ id, name: 'Emma Davis', status: 0 }) as const
    const twice = { organizationId: 24, name: 'Emma Davis', operators: [emma(104), emma(105)] }
    outbox.hold([], { possibleDuplicates: [twice] })
    await fireEvent.click(await screen.findByRole('button', { name: 'Set #105 to Deleted' }))
    expect(removed).toEqual([[24, 105]])
    const entry = statusEntry('d', 105, { kind: 'waiting', reason: null })
    const deleting = { ...entry, edit: { ...entry.edit, to: 2 } as typeof entry.edit }
    outbox.hold([deleting], { possibleDuplicates: [twice] })
    await expect.poll(() => screen.queryByText(/Possible duplicate/)).toBeNull()
  })

  it('says that it looks on where the time it names is over', () => {
    const state = { kind: 'verifying', attemptId: 'a', failure: null, until: now - 1 } as const
    show([addEntry('v', 'Alex Brown', state)])
    expect(rows()[0]?.textContent).toContain('Looking for it')
  })

  it('tells of an attempt that never left as what it was', async () => {
    const { outbox } = show([waiting])
    const unreachable = { kind: 'unreachable', cause: 'refused', code: 'ECONNREFUSED' } as const
    outbox.remember({ at: now, entryId: 'w', what: 'sent', failure: null })
    outbox.remember({ at: now, entryId: 'w', what: 'reply', failure: unreachable })
    await open('Alex Brown')
    expect(await screen.findByText(/could not be reached/)).toBeTruthy()
    expect(screen.queryByText('Sent to the service')).toBeNull()
  })

  it('tells of an attempt that was held back as what it was, once', async () => {
    const { outbox } = show([waiting])
    outbox.remember({ at: now, entryId: 'w', what: 'sent', failure: null })
    outbox.remember({ at: now, entryId: 'w', what: 'reply', failure: { kind: 'recalled' } })
    await open('Alex Brown')
    expect(await screen.findAllByText(/Held back before it left/)).toHaveLength(1)
    expect(screen.queryByText('Sent to the service')).toBeNull()
  })

  it('retries all rejected', async () => {
    const { outbox } = show([rejected, { ...rejected, id: 'r2' }])
    await press('Retry all rejected')
    expect(outbox.told).toEqual([['retry', ['r', 'r2']]])
  })

  it('discards all rejected, and asks first', async () => {
    const { outbox } = show([rejected, { ...rejected, id: 'r2' }])
    await press('Discard all rejected…')
    expect(outbox.told).toEqual([])
    await press('Discard all')
    expect(outbox.told).toEqual([['discard', ['r', 'r2']]])
  })

  it('draws a hundred thousand entries as few rows', () => {
    show(Array.from({ length: 100_000 }, (_, at) => ({ ...waiting, id: String(at) })))
    expect(rows().length).toBeLessThan(60)
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('100000')
  })
})
