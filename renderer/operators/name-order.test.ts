import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import type { Operator } from '../../shared/operator.ts'
import { indexNames, type NameColumns } from './name-index.ts'
import { NameOrder } from './name-order.ts'
import { type PendingRow, PendingRows } from './pending-rows.ts'
import { type OperatorRows, rowAt, rowCount } from './rows.ts'
import { rowsWithEdits } from './test-rows.ts'

const named = (name: string, id: number): Operator => ({ id, name, status: 0 })

/** A list and adds that come and go, in the order of their names. */
class Sorting {
  readonly asked: ((index: ReturnType<typeof indexNames>) => void)[] = []
  readonly #columns: NameColumns[] = []
  ready = 0
  readonly order = new NameOrder(
    {
      later: (columns) => {
        this.#columns.push(columns)
        return new Promise((answer) => this.asked.push(answer))
      }
    },
    () => (this.ready += 1)
  )
  readonly pending = new PendingRows()
  operators: Operator[] = []

  rows(): OperatorRows {
    const known = { organizationId: 24, columns: pack(this.operators), unlisted: new Set<number>() }
    const table = this.pending.table()
    const rows = rowsWithEdits({ ...known, at: 1 }, table.rows)
    return { ...rows, table, pending: table.rows, pendingByEntry: this.pending.byEntry }
  }

  /** The worker answers. */
  async answer(): Promise<void> {
    const columns = this.#columns.shift()
    if (columns) this.asked.shift()?.(indexNames(columns, 'en'))
    await Promise.resolve()
    await Promise.resolve()
  }

  names(rows = this.rows()): string[] {
    const index = indexNames(rows.known.columns, 'en')
    const order = this.order.of(rows, index)
    expect(order).toHaveLength(rowCount(rows))
    return Array.from(order, (row) => rowAt(rows, row).name)
  }
}

function add(name: string, order: number): PendingRow {
  return { entryId: `e${order}`, order, organizationId: 24, name, operatorId: null }
}

describe('the order of all names', () => {
  test('holds adds among the listed, whoever comes and goes', () => {
    const names = fc.constantFrom('Ada', 'Bob', 'bob', 'Cleo', 'Dan 2', 'Dan 10', 'Eve')
    const moves = fc.oneof(
      fc.tuple(fc.constant('list' as const), names),
      fc.tuple(fc.constant('add' as const), names),
      fc.tuple(fc.constant('leave' as const), fc.nat(20)),
      fc.tuple(fc.constant('empty' as const)),
      fc.tuple(fc.constant('look' as const))
    )
    const run = fc.property(fc.array(moves, { maxLength: 30 }), (steps) => {
      const sorting = new Sorting()
      for (const [at, [kind, what]] of steps.entries()) {
        if (kind === 'list') sorting.operators.push(named(what, at + 1))
        else if (kind === 'add') sorting.pending.put(add(what, at))
        else if (kind === 'leave') sorting.pending.remove(`e${what}`)
        else if (kind === 'empty') sorting.operators = []
        else sorting.names()
      }
      const rows = sorting.rows()
      const all = Array.from({ length: rowCount(rows) }, (_, row) => rowAt(rows, row).name)
      const { compare } = new Intl.Collator('en', { numeric: true })
      expect(sorting.names(rows)).toEqual(all.sort(compare))
    })
    fc.assert(run)
  })

  test('leaves very many to the worker, and shows them last until then', async () => {
    const sorting = new Sorting()
    sorting.operators = [named('Mia', 1)]
    for (let at = 0; at < 1_500; at += 1) sorting.pending.put(add(`P${1_500 - at}`, at))
    expect(sorting.names().slice(0, 3)).toEqual(['Mia', 'P1500', 'P1499'])
    expect(sorting.names()).toHaveLength(1_501)
    expect(sorting.asked).toHaveLength(1)
    sorting.pending.remove('e0')
    sorting.pending.put(add('Aaron', 2_000))
    await sorting.answer()
    expect(sorting.ready).toBe(1)
    expect(sorting.names().slice(0, 3)).toEqual(['Aaron', 'Mia', 'P1'])
    expect(sorting.names().at(-1)).toBe('P1499')
    expect(sorting.asked).toHaveLength(0)
  })
})
