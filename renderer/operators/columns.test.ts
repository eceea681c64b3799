import { describe, expect, test } from 'vitest'
import { defaultGrid } from '../../shared/grid-settings.ts'
import {
  completed,
  leastWidth,
  movedTo,
  resized,
  shownColumns,
  tracksOf,
  withShown
} from './columns.ts'

const { columns } = defaultGrid

test('stored choices are completed: each column once, new ones at the end, the name shown', () => {
  const stored = [
    { column: 'status', width: 90, shown: true },
    { column: 'name', width: null, shown: false },
    { column: 'status', width: 10, shown: false }
  ] as const
  const choices = completed(stored)
  expect(choices.map(({ column }) => column)).toEqual([
    ...['status', 'name', 'id', 'organization', 'edit']
  ])
  expect(choices[0]?.width).toBe(90)
  expect(shownColumns(choices)).toContain('name')
})

describe('a width', () => {
  test('becomes a track of its own; the others share what is left', () => {
    expect(tracksOf(resized(columns, 'id', 90.4)).split(' 90px ')).toHaveLength(2)
    expect(leastWidth(resized(columns, 'id', 90))).toBe(160 + 90 + 124 + 100 + 112)
  })

  test('is held within bounds, and can be given up', () => {
    expect(resized(columns, 'id', 3)[1]?.width).toBe(56)
    expect(resized(columns, 'id', 9999)[1]?.width).toBe(900)
    expect(resized(resized(columns, 'id', 99), 'id', null)).toEqual(columns)
  })

  test('of every column leaves an empty track for the rest', () => {
    const all = columns.reduce((choices, { column }) => resized(choices, column, 100), columns)
    expect(tracksOf(all)).toBe('100px 100px 100px 100px 100px minmax(0, 1fr)')
  })
})

describe('a column', () => {
  test('moves among those that show', () => {
    const hidden = withShown(columns, 'id', false)
    expect(shownColumns(movedTo(hidden, 'status', 0))).toEqual([
      ...['status', 'name', 'organization', 'edit']
    ])
    expect(shownColumns(movedTo(hidden, 'name', 2))).toEqual([
      ...['status', 'organization', 'name', 'edit']
    ])
    expect(shownColumns(movedTo(hidden, 'name', 99)).at(-1)).toBe('name')
    expect(shownColumns(movedTo(hidden, 'status', -1))[0]).toBe('status')
  })

  test('is hidden and shown again at its place; the name cannot be hidden', () => {
    const hidden = withShown(columns, 'status', false)
    expect(shownColumns(hidden)).toEqual(['name', 'id', 'organization', 'edit'])
    expect(withShown(hidden, 'status', true)).toEqual(columns)
    expect(withShown(columns, 'name', false)).toEqual(columns)
  })
})
