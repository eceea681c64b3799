import { pack } from '../../shared/operator-columns.ts'
import type { Operator, Status } from '../../shared/operator.ts'
import { check, type Checked, type Checking } from './check.ts'
import { indexPeople, type Queued } from './people.ts'
import { tableOf } from './table.ts'
import type { RowAnswer } from './verdict.ts'

/** What a test says about a check; the rest is one organization with nobody in it and a column of names. */
export interface Given extends Partial<Omit<Checking, 'table' | 'people' | 'answers'>> {
  readonly rows: readonly (readonly string[])[]
  readonly operators?: readonly Operator[]
  readonly queued?: Queued
  readonly answers?: Readonly<Record<string, RowAnswer>>
}

/** Shorthand for an operator. */
export function operator(id: number, name: string, status: Status = 0): Operator {
  return { id, name, status }
}

/** Checks rows as a test gives them. */
export function checkOf({
  rows,
  operators = [],
  queued = { adds: [], statuses: [] },
  answers = {},
  ...given
}: Given): Checked {
  return check({
    table: tableOf(rows),
    header: false,
    columns: ['name'],
    organizations: [
      { id: 24, name: 'Customer Support' },
      { id: 31, name: 'Night Shift' }
    ],
    organizationId: 24,
    wanted: 0,
    mends: new Map(),
    people: indexPeople([{ organizationId: 24, columns: pack(operators) }], queued),
    answers: new Map(Object.entries(answers)),
    ...given
  })
}
