import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { RowFilter } from '../../shared/grid-settings.ts'
import { en } from '../../shared/messages/en.ts'
import WithWords from '../WithWords.svelte'
import type { ListState } from './list-state.ts'
import { noneVisible } from './index.ts'
import { everyone } from './query.ts'
import Toolbar from './Toolbar.svelte'

afterEach(cleanup)

interface Shown {
  readonly selectedCount?: number
  readonly text?: string
  readonly list?: ListState
  readonly marked?: Partial<Record<RowFilter, number>>
}

function show({
  selectedCount = 0,
  text = '',
  list = { kind: 'fresh', at: 0 },
  marked = {}
}: Shown = {}) {
  const calls: unknown[] = []
  const call = (name: string) => (value?: unknown) =>
    calls.push(value === undefined ? name : [name, value])
  const props = {
    query: { ...everyone, text, chosen: [2] },
    counts: { 0: 5, 1: 2, 2: 1 },
    shownCount: 7,
    marked: { ...noneVisible.marked, ...marked },
    selected: { 0: Math.max(0, selectedCount - 1), 1: Math.min(1, selectedCount), 2: 0 },
    list,
    now: 0,
    onsearch: call('search'),
    ontoggle: call('toggle'),
    onfilter: call('filter'),
    onsince: call('since'),
    newsFrom: new Date(2026, 9, 1).getTime(),
    onadd: () => calls.push('add'),
    onimport: () => undefined,
    onrefresh: () => calls.push('refresh'),
    onstatus: call('status'),
    onexport: (what: string, kind: string) => calls.push([what, kind])
  }
  render(WithWords, { props: { words: en, component: Toolbar as never, props } })
  return {
    calls,
    button: (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })
  }
}

describe('the toolbar', () => {
  test('has each of its buttons once, by its exact name', async () => {
    const { calls, button } = show({ selectedCount: 2 })
    for (const name of ['Activate', 'Deactivate', 'Delete', 'Refresh', 'Add operators'])
      await fireEvent.click(button(name))
    expect(calls).toEqual([['status', 0], ['status', 1], ['status', 2], 'refresh', 'add'])
  })

  test('changes nothing while nobody is selected', () => {
    const { button } = show()
    expect(['Activate', 'Deactivate', 'Delete'].map((name) => button(name).disabled)).toEqual([
      true,
      true,
      true
    ])
    expect(button('Add operators').disabled).toBe(false)
  })

  test('searches while one types, and Escape empties the search', async () => {
    const { calls } = show({ text: 'jo' })
    const search = screen.getByRole('searchbox', { name: 'Search operators' })
    await fireEvent.input(search, { target: { value: 'joh' } })
    await fireEvent.keyDown(search, { key: 'Escape' })
    expect(calls).toEqual([
      ['search', 'joh'],
      ['search', '']
    ])
  })

  test('chips bear the status alone as their name, and show how many there are', async () => {
    const { calls } = show()
    const chips = screen.getAllByRole<HTMLInputElement>('checkbox')
    expect(chips.map((chip) => [chip.getAttribute('aria-label'), chip.checked])).toEqual([
      ['Active', false],
      ['Inactive', false],
      ['Deleted', true]
    ])
    expect(
      chips.map((chip) => chip.closest('label')?.textContent.replace(/\s+/gu, ' ').trim())
    ).toEqual(['Active 5', 'Inactive 2', 'Deleted 1'])
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Inactive' }))
    expect(calls).toEqual([['toggle', 1]])
  })

  test('says what a button would change, before it is pressed', async () => {
    const { button } = show({ selectedCount: 5 })
    expect(screen.getByText('5 selected')).toBeTruthy()
    const described = (name: string) =>
      document.getElementById(button(name).getAttribute('aria-describedby') ?? '')?.textContent
    expect(['Activate', 'Deactivate', 'Delete'].map(described)).toEqual([
      '1 of 5 will change',
      '4 of 5 will change',
      '5 of 5 will change'
    ])
    await fireEvent.focus(button('Deactivate'))
    expect(screen.queryByText('5 selected')).toBeNull()
    await fireEvent.blur(button('Deactivate'))
    expect(screen.getByText('5 selected')).toBeTruthy()
  })

  test('shows a chip for what waits, asks or was imported while there is any', async () => {
    const { calls } = show({ marked: { waiting: 3, 'needs-you': 1 } })
    expect(screen.queryByRole('checkbox', { name: 'Last import' })).toBeNull()
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Needs you' }))
    expect(calls).toEqual([['filter', 'needs-you']])
  })

  test.each<[ListState, RegExp]>([
    [{ kind: 'stale', at: 0 }, /^As of [^;]+$/u],
    [{ kind: 'refreshing', at: null }, /^Refreshing…$/u],
    [{ kind: 'stale', at: null }, /^Not listed yet$/u],
    [{ kind: 'failed', at: 0, failure: { kind: 'signed-out' } }, /^As of .*; refreshing failed$/u]
  ])('says how old the list is where it is not as it should be: %j', (list, text) => {
    show({ list })
    expect(screen.getByText(text)).toBeTruthy()
  })

  test.each<ListState>([
    { kind: 'fresh', at: 0 },
    { kind: 'refreshing', at: 0 }
  ])('leaves the age of a list to the status line: %j', (list) => {
    show({ list })
    expect(screen.queryByText(/^As of/u)).toBeNull()
  })
})

describe('who is new', () => {
  test('is asked for by since when, with counts', async () => {
    HTMLElement.prototype.showPopover = () => undefined
    const { calls, button } = show({ marked: { 'new-today': 12 } })
    await fireEvent.click(button('New'))
    await fireEvent.click(screen.getByRole('menuitemradio', { name: 'New today: 12' }))
    expect(calls).toEqual([['filter', 'new-today']])
  })
})

describe('exporting', () => {
  // The test page knows no popovers; where the menu shows is not looked at here.
  beforeAll(() => {
    HTMLElement.prototype.showPopover = () => undefined
  })

  test('offers the list, and the selection where there is one', async () => {
    const { calls, button } = show({ selectedCount: 2 })
    await fireEvent.click(button('Export'))
    await fireEvent.click(screen.getByText('The list: 7 operators as CSV…'))
    await fireEvent.click(button('Export'))
    await fireEvent.click(screen.getByText('The selection: 2 operators as Excel…'))
    expect(calls).toEqual([
      ['list', 'csv'],
      ['selection', 'xlsx']
    ])
  })

  test('offers no selection where nobody is selected', async () => {
    const { button } = show()
    await fireEvent.click(button('Export'))
    const item = screen.getByText('The selection: 0 operators as CSV…').closest('button')
    expect(item?.getAttribute('aria-disabled')).toBe('true')
  })
})
