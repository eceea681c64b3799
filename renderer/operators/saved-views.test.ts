import { expect, test } from 'vitest'
import { defaultGrid, viewLimits } from '../../shared/grid-settings.ts'
import { everyone, withFilterToggled, withSince } from './query.ts'
import { nameFault, queryOf, viewOf, withoutView, withView } from './saved-views.ts'

const { columns } = defaultGrid
const query = { ...withFilterToggled(everyone, 'needs-you'), text: 'anna' }
const mine = viewOf({ id: 'b', name: 'Mine' }, { query, columns })
const early = viewOf({ id: 'a', name: 'Early' }, { query: everyone, columns })
const views = withView(withView({ views: [], startView: 'b' }, mine), early)

test('a view asks again what it was made of', () => {
  expect(queryOf(mine)).toEqual(query)
})

test('a view keeps the day since which it asks for new people', () => {
  const since = withSince(query, '2026-11-01')
  expect(since.filters).toEqual(['needs-you', 'new-date'])
  const kept = viewOf({ id: 'c', name: 'New' }, { query: since, columns })
  expect(queryOf(structuredClone(kept))).toEqual(since)
})

test('views stand by name; one with the same id is replaced', () => {
  expect(views.views.map(({ name }) => name)).toEqual(['Early', 'Mine'])
  const renamed = withView(views, { ...mine, name: 'A' })
  expect(renamed.views.map(({ name }) => name)).toEqual(['A', 'Early'])
})

test('a view that goes is not begun with any more', () => {
  expect(withoutView(views, 'b')).toEqual({ views: [early], startView: null })
  expect(withoutView(views, 'a').startView).toBe('b')
})

test('a name is there, and nobody else’s', () => {
  expect(nameFault('  ', views)).toBe('empty')
  expect(nameFault(' MINE ', views)).toBe('taken')
  expect(nameFault('MINE', views, 'b')).toBeNull()
  expect(nameFault('Other', views)).toBeNull()
  const full = Array.from({ length: viewLimits.count }, (_, at) => ({ ...mine, id: `${at}` }))
  expect(nameFault('Other', { views: full })).toBe('full')
})
