import { expect, test } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import type { KnownOperators } from '../cache/operator-cache.ts'
import { IndexedList } from './indexed-list.ts'
import type { Indexer } from './indexer.ts'
import { indexNames } from './name-index.ts'

const listOf = (organizationId: number, name: string): KnownOperators => ({
  organizationId,
  columns: pack([{ id: organizationId, name, status: 0 }]),
  unlisted: new Set(),
  at: 1
})
const sales = listOf(1, 'Dana')
const support = listOf(2, 'Omer')

/** Makes every index elsewhere, as of long lists, and counts them. */
function setUp() {
  const made: string[] = []
  const indexer: Pick<Indexer, 'now' | 'later'> = {
    now: () => null,
    later: (columns, locale) => {
      made.push(columns.names)
      return Promise.resolve(indexNames(columns, locale))
    }
  }
  const words = { locale: 'en' }
  let tell = (): void => undefined
  const ready = new Promise<null>((resolve) => (tell = () => resolve(null)))
  const list = new IndexedList(indexer as Indexer, () => words.locale, tell)
  return { list, made, words, ready }
}

test('a long list shows at once, and its index follows', async () => {
  const { list, ready } = setUp()
  expect(list.shown(sales)).toBe(sales)
  expect(list.index).toBeNull()
  await ready
  list.shown(sales)
  expect(list.index?.locale).toBe('en')
})

test('who comes back to a list that is still in memory finds its index', async () => {
  const { list, made, ready } = setUp()
  list.shown(sales)
  await ready
  list.leave()
  list.shown(support)
  list.leave()
  list.shown(sales)
  expect(list.index?.locale).toBe('en')
  expect(made).toEqual(['Dana', 'Omer'])
})

test('in another language the index is made anew', async () => {
  const { list, made, words, ready } = setUp()
  list.shown(sales)
  await ready
  list.leave()
  words.locale = 'uk'
  list.shown(sales)
  expect(list.index).toBeNull()
  expect(made).toEqual(['Dana', 'Dana'])
})
