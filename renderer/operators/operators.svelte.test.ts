import { describe, expect, test } from 'vitest'
import type { Operator } from '../../shared/operator.ts'
import { createIndexer, type WorkerPort } from './indexer.ts'
import { answer, type Request } from './indexing.ts'
import { Operators } from './operators.svelte.ts'
import { StandingLists } from './test-lists.ts'
import { add, setStatus, StandingOutbox, waiting } from './test-outbox.ts'

const john: Operator = { id: 101, name: 'John Smith', status: 0 }
const sarah: Operator = { id: 102, name: 'Sarah Johnson', status: 0 }
const mike: Operator = { id: 103, name: 'Mike Wilson', status: 1 }
const gone: Operator = { id: 90, name: 'Alex Gone', status: 2 }
const alex: Operator = { id: 104, name: 'Alex Brown', status: 0 }
const plain = { mod: false, shift: false }
const shape = { columns: 5, page: 10, rightToLeft: false }

const workers = (): WorkerPort => {
  throw new Error('short lists need no worker')
}

function setUp(operators: readonly Operator[] | null = [john, sarah, mike, gone], start = workers) {
  const lists = new StandingLists()
  const outbox = new StandingOutbox()
  const view = new Operators({
    lists,
    outbox,
    indexer: createIndexer(start),
    locale: () => 'en',
    breathe: () => Promise.resolve()
  })
  void view.open(24)
  if (operators) lists.list(operators)
  const keys = () => Array.from(view.visible.order, (_, place) => view.rowAt(place).key)
  const selected = () => view.selected().map(({ key }) => key)
  const press = (key: string, held: Partial<typeof plain> = {}) =>
    view.pointer.press({ key, ...plain, ...held }, shape)
  return { lists, outbox, view, keys, selected, press }
}

describe('what shows', () => {
  test('follows the lists, the outbox, the search, the chips and the order', () => {
    const { view, outbox, keys } = setUp()
    expect(keys()).toEqual([101, 102, 103])
    outbox.put('e', add('Emma Davis'), waiting)
    expect(keys()).toEqual([101, 102, 103, 'e'])
    view.search('john')
    expect(keys()).toEqual([101, 102])
    view.toggleStatus(1)
    expect(keys()).toEqual([])
    view.showAll()
    view.sort('name')
    expect(keys()).toEqual(['e', 101, 103, 102])
    outbox.put('f', add('Nora Abel'), waiting)
    expect(keys()).toEqual(['e', 101, 103, 'f', 102])
  })

  test('says why it is nobody', () => {
    const { view, lists } = setUp(null)
    expect(view.emptiness).toEqual({ kind: 'loading' })
    lists.list([gone])
    expect(view.emptiness).toEqual({ kind: 'only-deleted', count: 1, searched: false })
    view.showDeleted()
    expect(view.emptiness).toBeNull()
  })

  test('no longer follows once closed', () => {
    const { view, lists, keys } = setUp()
    view.close()
    lists.list([alex])
    expect(keys()).toEqual([101, 102, 103])
  })
})

describe('a row that one’s own edit takes out of the filter', () => {
  test('stays, dimmed, through the outbox’s own lists, until the next refresh', () => {
    const { view, outbox, lists, keys } = setUp()
    view.toggleStatus(0)
    outbox.put('e', setStatus(101, 1), waiting)
    expect(keys()).toEqual([101, 102])
    expect([view.isHeld(view.rowAt(0)), view.isHeld(view.rowAt(1))]).toEqual([true, false])
    lists.list([john, sarah, mike, gone], 'outbox')
    outbox.put('e', setStatus(101, 1), { kind: 'confirmed', operatorId: 101, at: 99 })
    lists.applied([{ ...john, status: 1 }])
    expect(keys()).toEqual([101, 102])
    lists.list([{ ...john, status: 1 }, sarah, mike, gone])
    expect(keys()).toEqual([102])
  })

  test('goes when another filter is asked for', () => {
    const { view, outbox, keys } = setUp()
    outbox.put('e', setStatus(101, 2), waiting)
    expect(keys()).toEqual([101, 102, 103])
    view.search('o')
    expect(keys()).toEqual([102, 103])
  })

  test('stays as an add becomes an operator', () => {
    const { view, outbox, lists, keys } = setUp()
    outbox.put('e', add('Alex Brown'), waiting)
    outbox.put(
      'f',
      { ...setStatus(0, 2), operator: { kind: 'created-by', entryId: 'e' } } as never,
      waiting
    )
    expect(keys()).toEqual([101, 102, 103, 'e'])
    lists.applied([alex])
    outbox.put('e', add('Alex Brown'), { kind: 'confirmed', operatorId: 104, at: 99 })
    expect(keys()).toEqual([101, 102, 103, 104])
    expect(view.isHeld(view.rowAt(3))).toBe(true)
  })
})

describe('a search that was mistyped', () => {
  test('shows similar names below those that match, a moment later, and all selects none of them', async () => {
    const { view, keys, selected } = setUp()
    view.search('jhon')
    expect(keys()).toEqual([])
    await Promise.resolve()
    await Promise.resolve()
    expect(keys()).toEqual([101, 102])
    expect(view.visible.exact).toBe(0)
    view.pointer.selectAll()
    expect(selected()).toEqual([])
    expect(view.isSelected(101, 0)).toBe(false)
    view.pointer.click({ row: 1, column: 0 }, plain)
    expect(selected()).toEqual([102])
    view.search('sarah')
    expect(keys()).toEqual([102])
  })
})

describe('selecting', () => {
  test('by clicks: alone, with Ctrl, with Shift', () => {
    const { view, selected } = setUp()
    view.pointer.click({ row: 1, column: 0 }, plain)
    expect(selected()).toEqual([102])
    view.pointer.click({ row: 0, column: 0 }, plain)
    expect(selected()).toEqual([101])
    view.pointer.click({ row: 2, column: 0 }, { mod: true, shift: false })
    expect(selected()).toEqual([101, 103])
    view.pointer.click({ row: 1, column: 0 }, { mod: false, shift: true })
    expect(selected()).toEqual([102, 103])
    expect(view.selectedCount).toBe(2)
  })

  test('by keys: Space, Shift and arrows, Ctrl+A', () => {
    const { view, selected, press } = setUp()
    press('ArrowDown')
    expect(selected()).toEqual([])
    press(' ')
    expect(selected()).toEqual([102])
    press('ArrowDown', { shift: true })
    expect(selected()).toEqual([102, 103])
    press('ArrowUp', { shift: true })
    press('ArrowUp', { shift: true })
    expect(selected()).toEqual([101, 102])
    press('Enter')
    expect(selected()).toEqual([101])
    press('a', { mod: true })
    expect(view.selectedCount).toBe(3)
  })

  test('Shift and an arrow without a selection begin at the focus', () => {
    const { selected, press } = setUp()
    press('ArrowDown', { shift: true })
    expect(selected()).toEqual([101, 102])
  })

  test('survives refreshes and an add’s becoming an operator', () => {
    const { view, outbox, lists, selected } = setUp()
    outbox.put('e', add('Alex Brown'), waiting)
    view.pointer.click({ row: 3, column: 0 }, plain)
    expect(selected()).toEqual(['e'])
    outbox.put('e', add('Alex Brown'), { kind: 'confirmed', operatorId: 104, at: 99 })
    expect(selected()).toEqual(['e'])
    lists.applied([alex])
    expect(selected()).toEqual([104])
    lists.list([alex, john, sarah, mike])
    expect(selected()).toEqual([104])
    expect(view.cell.row).toBe(0)
  })

  test('covers what shows: who is filtered out is not changed', () => {
    const { view, selected } = setUp()
    view.pointer.selectAll()
    view.search('sarah')
    expect(selected()).toEqual([102])
    view.search('')
    expect(selected()).toEqual([])
  })

  test('a menu is for the selected rows, or for the row alone that was not among them', () => {
    const { view, selected } = setUp()
    view.pointer.selectAll()
    view.pointer.clickForMenu({ row: 1, column: 0 })
    expect(selected()).toEqual([101, 102, 103])
    view.pointer.click({ row: 0, column: 0 }, plain)
    view.pointer.clickForMenu({ row: 2, column: 0 })
    expect(selected()).toEqual([103])
  })
})

describe('the focus', () => {
  test('stays on its row when rows come before it', () => {
    const { view, lists, press } = setUp()
    press('ArrowDown')
    lists.list([alex, john, sarah, mike])
    expect(view.cell).toEqual({ row: 2, column: 0 })
  })

  test('stays at its place when its row goes', () => {
    const { view, press } = setUp()
    press('End', { mod: true })
    view.search('john')
    expect(view.cell).toEqual({ row: 1, column: 4 })
  })
})

describe('a long list', () => {
  const long = Array.from({ length: 2500 }, (_, row): Operator => ({
    id: row + 1,
    name: `Name ${2500 - row}`,
    status: 0
  }))

  test('shows at once, is sorted when its index is made, and is replaced together with it', async () => {
    const asked: { answer: () => void }[] = []
    const worker: WorkerPort = {
      onmessage: null,
      onerror: null,
      terminate: () => undefined,
      postMessage: (request) => {
        const data = answer(request as Request)
        asked.push({ answer: () => worker.onmessage?.(new MessageEvent('message', { data })) })
      }
    }
    const { view, lists, keys } = setUp(long, () => worker)
    view.sort('name')
    expect(keys()[0]).toBe(1)
    asked[0]?.answer()
    await Promise.resolve()
    await Promise.resolve()
    expect(keys()[0]).toBe(2500)

    const renamed = long.map((operator) => ({ ...operator, name: `New ${operator.name}` }))
    lists.list([{ id: 9000, name: 'Aaron', status: 0 }, ...renamed])
    expect(keys()).toHaveLength(2500)
    asked[1]?.answer()
    await Promise.resolve()
    await Promise.resolve()
    expect(keys().slice(0, 2)).toEqual([9000, 2500])
    lists.applied([{ id: 9001, name: 'Aaa', status: 0 }])
    expect(keys().slice(0, 2)).toEqual([9001, 9000])
    expect(asked).toHaveLength(2)
  })
})

describe('looking somebody up', () => {
  test('finds those that do not show, too, but so many at most', () => {
    const { view, outbox } = setUp()
    outbox.put('e', add('Alexandra'), waiting)
    view.toggleStatus(1)
    expect(view.find('alex', 9).map(({ key }) => key)).toEqual([90, 'e'])
    expect(view.find('alex', 1).map(({ key }) => key)).toEqual([90])
    expect(view.find('102', 9).map(({ key }) => key)).toEqual([102])
    expect(view.find(' ', 9)).toEqual([])
  })

  test('goes there: focused, selected alone, whatever hid the row', () => {
    const { view, keys, selected } = setUp()
    view.search('mike')
    view.goTo(102)
    expect(selected()).toEqual([102])
    expect(keys()[view.cell.row]).toBe(102)
    view.toggleStatus(1)
    view.goTo(101)
    expect(view.query).toMatchObject({ text: '', chosen: [] })
    expect(selected()).toEqual([101])
    view.goTo(90)
    expect(view.query.chosen).toEqual([2])
    expect(selected()).toEqual([90])
  })

  test('leaves search and chips alone where the row shows', () => {
    const { view, selected } = setUp()
    view.search('j')
    view.goTo(102)
    expect(view.query.text).toBe('j')
    expect(selected()).toEqual([102])
  })

  test('stays where it is when the row is gone', () => {
    const { view, selected } = setUp()
    view.goTo(999)
    expect(selected()).toEqual([])
    expect(view.sought).toBeNull()
  })
})
