import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { defaultGrid, type GridSettings } from '../../shared/grid-settings.ts'
import { en } from '../../shared/messages/en.ts'
import type { Operator } from '../../shared/operator.ts'
import WithWords from '../WithWords.svelte'
import { GridChoices } from './grid-choices.svelte.ts'
import { createIndexer } from './indexer.ts'
import OperatorGrid from './OperatorGrid.svelte'
import { Operators } from './operators.svelte.ts'
import { StandingLists } from './test-lists.ts'
import { add, StandingOutbox, waiting } from './test-outbox.ts'

const documented: readonly Operator[] = [
  { id: 101, name: 'John Smith', status: 0 },
  { id: 102, name: 'Sarah Johnson', status: 0 },
  { id: 103, name: 'Mike Wilson', status: 1 },
  { id: 90, name: 'Gone', status: 2 }
]
const crowd = Array.from({ length: 1000 }, (_, row): Operator => ({
  id: row + 1,
  name: `Name ${row}`,
  status: 0
}))

afterEach(() => {
  cleanup()
  document.documentElement.dir = ''
})

function show(list: readonly Operator[] | null = documented) {
  const lists = new StandingLists()
  const outbox = new StandingOutbox()
  const indexer = createIndexer(() => {
    throw new Error('short lists need no worker')
  })
  const operators = new Operators({
    lists,
    outbox,
    indexer,
    locale: () => 'en',
    breathe: () => Promise.resolve()
  })
  void operators.open(24)
  if (list) lists.list(list)
  const menus: unknown[] = []
  const kept: GridSettings[] = []
  const choices = new GridChoices(defaultGrid, (settings) => kept.push(settings))
  const props = {
    operators,
    choices,
    organizationName: () => 'Customer Support',
    onmenu: (at: unknown) => menus.push(at)
  }
  render(WithWords, { props: { words: en, component: OperatorGrid as never, props } })
  const grid = screen.getByRole('grid', { name: 'Operators' })
  const rows = () => within(grid).getAllByRole('row').slice(1)
  const cells = (row: HTMLElement) =>
    within(row)
      .getAllByRole('gridcell')
      .map((cell) => cell.textContent.trim())
  const press = (key: string, held: KeyboardEventInit = {}) =>
    fireEvent.keyDown(grid, { key, ...held })
  const focused = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
  const selected = () =>
    rows()
      .filter((row) => row.getAttribute('aria-selected') === 'true')
      .map((row) => cells(row)[0])
  return {
    lists,
    outbox,
    operators,
    choices,
    kept,
    menus,
    grid,
    rows,
    cells,
    press,
    focused,
    selected
  }
}

function rowNamed(name: RegExp): HTMLElement {
  return screen.getByRole('row', { name })
}

describe('rows', () => {
  test('carry name, id, status and organization as text; the deleted are hidden', () => {
    const { rows, cells } = show()
    expect(rows().map(cells)).toEqual([
      ['John Smith', '101', 'Active', 'Customer Support', ''],
      ['Sarah Johnson', '102', 'Active', 'Customer Support', ''],
      ['Mike Wilson', '103', 'Inactive', 'Customer Support', '']
    ])
  })

  test('of a waiting add have no id and a badge', () => {
    const { outbox, rows, cells } = show()
    outbox.put('e', add('Alex Brown'), waiting)
    flushSync()
    expect(cells(rows().at(-1) as HTMLElement)).toEqual([
      'Alex Brown',
      '—',
      'Active',
      'Customer Support',
      'Waiting'
    ])
  })

  test('that the last list lacks say so', () => {
    const { lists, rows, cells } = show()
    lists.list(documented.slice(1))
    flushSync()
    expect(cells(rows()[0] as HTMLElement)).toEqual([
      'John Smith',
      '101',
      'Active',
      'Customer Support',
      'No longer listed'
    ])
  })

  test('are counted and numbered absolutely, however few are rendered', async () => {
    const { grid, rows, press } = show(crowd)
    expect(grid.getAttribute('aria-rowcount')).toBe('1001')
    expect(rows().length).toBeLessThan(100)
    expect(rows()[0]?.getAttribute('aria-rowindex')).toBe('2')
    await press('End', { ctrlKey: true })
    expect(rows().at(-1)?.getAttribute('aria-rowindex')).toBe('1001')
  })

  test('keep the direction of names and ids apart from the page’s', () => {
    const { rows } = show()
    const row = rows()[0] as HTMLElement
    expect(row.querySelector('bdi')?.textContent).toBe('John Smith')
    expect(within(row).getByText('101').closest('[dir="ltr"]')).not.toBeNull()
  })
})

describe('an element of the grid', () => {
  test('is one operator’s for as long as it lives, whoever comes and goes before it', async () => {
    const { lists, outbox, operators, selected } = show()
    const john = rowNamed(/John Smith/u)
    outbox.put('e', add('Alex Brown'), waiting)
    flushSync()
    expect(rowNamed(/John Smith/u)).toBe(john)
    lists.list([{ id: 5, name: 'Earlier One', status: 0 }, ...documented])
    flushSync()
    expect(rowNamed(/John Smith/u)).toBe(john)
    operators.sort('name')
    flushSync()
    expect(rowNamed(/John Smith/u)).toBe(john)
    await fireEvent.click(john)
    expect(selected()).toEqual(['John Smith'])
  })

  test('stays as an add becomes an operator, selected and with the focus', async () => {
    const { lists, outbox, focused, selected } = show()
    outbox.put('e', add('Alex Brown'), waiting)
    flushSync()
    const alex = rowNamed(/Alex Brown/u)
    await fireEvent.click(alex)
    outbox.put('e', add('Alex Brown'), { kind: 'confirmed', operatorId: 104, at: 99 })
    lists.applied([{ id: 104, name: 'Alex Brown', status: 0 }])
    flushSync()
    expect(rowNamed(/Alex Brown.*104/u)).toBe(alex)
    lists.list([...documented, { id: 104, name: 'Alex Brown', status: 0 }])
    flushSync()
    expect(rowNamed(/Alex Brown.*104/u)).toBe(alex)
    expect(selected()).toEqual(['Alex Brown'])
    expect(focused()?.closest('[role=row]')).toBe(alex)
  })

  test('keeps its operator while others scroll past', async () => {
    const { grid } = show(crowd)
    const seventh = screen.getByText('Name 7')
    grid.scrollTop = 400
    await fireEvent.scroll(grid)
    expect(seventh.isConnected && seventh.textContent).toBe('Name 7')
  })
})

describe('adds', () => {
  test('are shown by scrolling to the first of them, marked; the selection stays', async () => {
    const { grid, outbox, operators, selected } = show(crowd)
    await fireEvent.click(rowNamed(/Name 3 /u))
    outbox.put('e', add('Alex Brown'), waiting)
    outbox.put('f', add('Emma Davis'), waiting)
    operators.added.show(['e', 'f'].map((id) => ({ id, edit: add('') })))
    flushSync()
    expect(grid.scrollTop).toBeGreaterThan(30_000)
    expect(rowNamed(/Alex Brown/u).classList).toContain('added')
    expect(rowNamed(/Emma Davis/u).classList).toContain('added')
    expect(rowNamed(/Name 999 /u).classList).not.toContain('added')
    expect(selected()).toContain('Name 3')
    await fireEvent.animationEnd(rowNamed(/Alex Brown/u))
    expect(rowNamed(/Emma Davis/u).classList).not.toContain('added')
  })
})

describe('the grid', () => {
  test('is there with its header when there is nobody', () => {
    const { grid, rows } = show([])
    expect(
      within(grid)
        .getAllByRole('columnheader')
        .map((header) => header.textContent.trim())
    ).toEqual(['Name', 'ID', 'Status', 'Organization', 'Edits'])
    expect(rows()).toEqual([])
  })

  test('is one Tab stop', () => {
    const { grid } = show()
    const stops = [grid, ...grid.querySelectorAll<HTMLElement>('*')].filter(
      (element) => element.tabIndex >= 0
    )
    expect(stops).toEqual([grid])
  })

  test('sorts by its headers and says how', async () => {
    const { rows, cells } = show()
    const header = screen.getByRole('columnheader', { name: 'Name' })
    expect(header.getAttribute('aria-sort')).toBe('none')
    await fireEvent.click(within(header).getByRole('button'))
    expect(header.getAttribute('aria-sort')).toBe('ascending')
    expect(rows().map((row) => cells(row)[0])).toEqual([
      'John Smith',
      'Mike Wilson',
      'Sarah Johnson'
    ])
    await fireEvent.click(within(header).getByRole('button'))
    expect(header.getAttribute('aria-sort')).toBe('descending')
  })
})

describe('columns', () => {
  beforeAll(() => {
    // The test's document knows no popovers; the end-to-end tests use real ones.
    HTMLElement.prototype.showPopover = () => undefined
  })

  const headers = () =>
    screen.getAllByRole('columnheader').map((header) => header.textContent.trim())
  const header = (name: string) => screen.getByRole('columnheader', { name })

  test('sort one after another with Shift, which says so', async () => {
    show()
    await fireEvent.click(within(header('Status')).getByRole('button'))
    await fireEvent.click(within(header('Name')).getByRole('button'), { shiftKey: true })
    expect(header('Status').getAttribute('aria-sort')).toBe('ascending')
    expect(header('Name').getAttribute('aria-sort')).toBe('ascending')
    const described = header('Name').getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(described)?.textContent).toBe('Sort step 2')
  })

  test('are moved, resized and hidden from the keyboard, and that is kept', async () => {
    const { press, focused, kept, rows, cells } = show()
    await press('ArrowUp')
    await press('ArrowRight', { altKey: true, shiftKey: true })
    expect(headers().slice(0, 2)).toEqual(['ID', 'Name'])
    expect(focused()?.textContent.trim()).toBe('Name')
    expect(cells(rows()[0] as HTMLElement).slice(0, 2)).toEqual(['101', 'John Smith'])
    await press('ArrowRight', { altKey: true })
    expect(kept.at(-1)?.columns[1]).toMatchObject({ column: 'name', width: 56 })
    await press('ArrowRight')
    await press('F10', { shiftKey: true })
    await fireEvent.click(screen.getByRole('menuitem', { name: 'Hide column' }))
    expect(headers()).toEqual(['ID', 'Name', 'Organization', 'Edits'])
    expect(kept.at(-1)?.columns[2]).toMatchObject({ column: 'status', shown: false })
  })

  test('fit what they show by a double click on their edge, and from their menu', async () => {
    const { press, kept, grid } = show()
    const edge = header('ID').querySelector('[role=presentation]:last-child') as HTMLElement
    await fireEvent.dblClick(edge)
    // The test's document has no layout: everything is as narrow as can be.
    expect(kept.at(-1)?.columns[1]).toMatchObject({ column: 'id', width: 56 })
    expect(grid.style.getPropertyValue('--grid-columns')).toContain('56px')
    await press('ArrowUp')
    await press('F10', { shiftKey: true })
    await fireEvent.click(screen.getByRole('menuitem', { name: 'Fit to content' }))
    expect(kept.at(-1)?.columns[0]).toMatchObject({ column: 'name', width: 56 })
    await press('F10', { shiftKey: true })
    await fireEvent.click(screen.getByRole('menuitem', { name: 'Automatic width' }))
    expect(kept.at(-1)?.columns[0]).toMatchObject({ column: 'name', width: null })
  })

  test('come back by the menu of a header, which the right button opens', async () => {
    const { choices } = show()
    choices.show('id', false)
    flushSync()
    await fireEvent.contextMenu(header('Edits'))
    const item = screen.getByRole('menuitemcheckbox', { name: 'ID' })
    expect(item.getAttribute('aria-checked')).toBe('false')
    await fireEvent.click(item)
    expect(headers()).toEqual(['Name', 'ID', 'Status', 'Organization', 'Edits'])
    await fireEvent.click(screen.getByRole('menuitem', { name: 'Reset columns' }))
    expect(screen.queryByRole('menu')).toBeNull()
  })

  test('keep the focus within, though a hidden one was last', async () => {
    const { press, focused, choices } = show()
    await press('End')
    choices.show('edit', false)
    flushSync()
    expect(focused()?.textContent.trim()).toBe('Customer Support')
  })
})

describe('selecting', () => {
  test('a click anywhere on a row selects it alone', async () => {
    const { selected } = show()
    await fireEvent.click(screen.getByText('102'))
    expect(selected()).toEqual(['Sarah Johnson'])
    await fireEvent.click(rowNamed(/John Smith/u))
    expect(selected()).toEqual(['John Smith'])
  })

  test('Ctrl, Shift and Ctrl+A select more', async () => {
    const { selected, press } = show()
    await fireEvent.click(rowNamed(/John Smith/u))
    await fireEvent.click(rowNamed(/Mike/u), { ctrlKey: true })
    expect(selected()).toEqual(['John Smith', 'Mike Wilson'])
    await fireEvent.click(rowNamed(/Sarah/u), { shiftKey: true })
    expect(selected()).toEqual(['Sarah Johnson', 'Mike Wilson'])
    await press('a', { ctrlKey: true })
    expect(selected()).toHaveLength(3)
  })
})

describe('keys', () => {
  test('move the focus from cell to cell, up to the header', async () => {
    const { press, focused } = show()
    expect(focused()?.textContent.trim()).toBe('John Smith')
    await press('ArrowRight')
    expect(focused()?.textContent.trim()).toBe('101')
    await press('ArrowDown')
    expect(focused()?.textContent.trim()).toBe('102')
    await press('ArrowUp')
    await press('ArrowUp')
    expect(focused()?.getAttribute('role')).toBe('columnheader')
    await press('Enter')
    expect(focused()?.getAttribute('aria-sort')).toBe('ascending')
  })

  test('are mirrored from right to left', async () => {
    const { grid, press, focused } = show()
    grid.style.direction = 'rtl'
    await press('ArrowLeft')
    expect(focused()?.textContent.trim()).toBe('101')
  })

  test('leave the focus on a row that is scrolled away', async () => {
    const { grid, press, focused } = show(crowd)
    await press('ArrowDown')
    grid.scrollTop = 20_000
    await fireEvent.scroll(grid)
    expect(screen.queryByText('Name 625')).not.toBeNull()
    expect(focused()?.textContent.trim()).toBe('Name 1')
    await press('ArrowDown')
    expect(focused()?.textContent.trim()).toBe('Name 2')
    expect(grid.scrollTop).toBeLessThan(100)
  })

  test('that mean nothing here are left to others', async () => {
    const { press } = show()
    // `fireEvent` answers false where the default was prevented.
    expect(await press('Tab')).toBe(true)
    expect(await press('ArrowDown')).toBe(false)
  })
})

describe('the menu of a row', () => {
  test('comes with the right button, on the row alone that was not selected', async () => {
    const { menus, selected } = show()
    await fireEvent.contextMenu(rowNamed(/Mike/u), { clientX: 5, clientY: 7 })
    expect(menus).toEqual([{ x: 5, y: 7 }])
    expect(selected()).toEqual(['Mike Wilson'])
  })

  test.each([
    ['F10', { shiftKey: true }],
    ['ContextMenu', {}]
  ])('comes with %s', async (key, held) => {
    const { menus, press, selected } = show()
    await press('ArrowDown')
    await press(key, held)
    expect(menus).toHaveLength(1)
    expect(selected()).toEqual(['Sarah Johnson'])
  })
})

describe('copying', () => {
  /** As without selected text: the event goes to the body. */
  function copied() {
    const data = new Map<string, string>()
    const event = new Event('copy', { bubbles: true, cancelable: true })
    const clipboardData = { setData: (type: string, text: string) => data.set(type, text) }
    document.body.dispatchEvent(Object.assign(event, { clipboardData }))
    return { data, taken: event.defaultPrevented }
  }

  test('takes the selected rows, as lines and as a table', async () => {
    const { grid, press } = show()
    await press('a', { ctrlKey: true })
    grid.focus()
    const { data, taken } = copied()
    expect(taken).toBe(true)
    expect(data.get('text/plain')?.split('\n')[1]).toBe(
      'Sarah Johnson\t102\tActive\tCustomer Support\t'
    )
    expect(data.get('text/html')).toContain('<td dir="auto">Sarah Johnson</td>')
  })

  test('leaves the clipboard alone where nobody is selected, or the focus is elsewhere', async () => {
    const { grid, press } = show()
    grid.focus()
    expect(copied()).toEqual({ data: new Map(), taken: false })
    await press('a', { ctrlKey: true })
    grid.blur()
    expect(copied().taken).toBe(false)
  })
})

test('another search begins at its first row', async () => {
  const { grid, operators, focused } = show(crowd)
  grid.scrollTop = 20_000
  await fireEvent.scroll(grid)
  operators.search('name')
  flushSync()
  expect(grid.scrollTop).toBe(0)
  expect(focused()?.textContent.trim()).toBe('Name 0')
})
