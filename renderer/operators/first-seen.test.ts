import { expect, test } from 'vitest'
import {
  type DayMark,
  firstDayOf,
  highestId,
  highestSince,
  nameOfDay,
  noted,
  parseMarks,
  startOfNamed
} from './first-seen.ts'

const at = (day: number, hour = 12): number => new Date(2026, 2, day, hour).getTime()

test('the last list of each day is kept, for some days', () => {
  let marks: readonly DayMark[] = []
  for (const [day, hour, highest] of [
    [1, 9, 100],
    [1, 17, 102],
    [2, 9, 105]
  ] as const)
    marks = noted(marks, { at: at(day, hour), highest })
  expect(marks).toEqual([
    { at: at(1, 17), highest: 102 },
    { at: at(2, 9), highest: 105 }
  ])
  for (let day = 3; day < 200; day += 1) marks = noted(marks, { at: at(day), highest: 200 })
  expect(marks).toHaveLength(92)
})

test('a list that says nothing new, or comes late, changes nothing', () => {
  const marks = [{ at: at(2), highest: 7 }]
  expect(noted(marks, { at: at(2, 15), highest: 7 })).toBe(marks)
  expect(noted(marks, { at: at(1), highest: 6 })).toBe(marks)
})

test('who is new is told by the last list before that day', () => {
  const marks = [
    { at: at(1), highest: 100 },
    { at: at(8, 20), highest: 110 },
    { at: at(10, 8), highest: 120 }
  ]
  const today = { now: at(10, 9), since: '2026-03-09' }
  expect(highestSince(marks, { ...today, visit: 115 })).toEqual({
    'new-visit': 115,
    'new-today': 110,
    'new-week': 100,
    'new-date': 110
  })
  const unasked = { now: at(10, 9), since: undefined, visit: null }
  expect(highestSince(marks.slice(1), unasked)).toEqual({
    'new-visit': null,
    'new-today': 110,
    'new-week': null,
    'new-date': null
  })
})

test('damaged marks are none', () => {
  expect(parseMarks('[{"at":1,"highest":2}]')).toEqual([{ at: 1, highest: 2 }])
  expect(['', '{', '{}', '[1]', '[{"at":1}]', 'null'].map(parseMarks)).toEqual(
    Array.from({ length: 6 }, () => [])
  )
})

test('the highest id of nobody is 0', () => {
  expect([highestId(new Float64Array(0)), highestId(Float64Array.of(3, 9, 4))]).toEqual([0, 9])
})

test('a day can be asked for from the day after the first list on', () => {
  const marks = [{ at: at(8, 20), highest: 110 }]
  const asked = (since: string) =>
    highestSince(marks, { now: at(12), visit: null, since })['new-date']
  expect(asked('2026-03-08')).toBeNull()
  expect(nameOfDay(firstDayOf(marks) ?? 0)).toBe('2026-03-09')
  expect(asked('2026-03-09')).toBe(110)
  expect(asked('nonsense')).toBeNull()
  expect(firstDayOf([])).toBeNull()
  expect(startOfNamed(nameOfDay(at(9, 23)))).toBe(at(9, 0))
})
