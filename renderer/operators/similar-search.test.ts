import { expect, test } from 'vitest'
import { foldNames } from './fold.ts'
import { SimilarSearch } from './similar-search.ts'

const texts = foldNames(['Dana', 'Dona'])

function setUp() {
  const asked: { words: readonly string[]; done: (rows: Uint32Array) => void }[] = []
  let ready = 0
  const search = new SimilarSearch(
    (_, words) => new Promise((done) => asked.push({ words, done })),
    () => (ready += 1)
  )
  const of = (...words: string[]) => [...search.of({ texts, words })]
  return { search, asked, of, told: () => ready }
}

test('one search runs at a time; the last one that is wanted follows', async () => {
  const { asked, of, told } = setUp()
  expect([of('dan'), of('dane'), of('danes')]).toEqual([[], [], []])
  expect(asked.map(({ words }) => words)).toEqual([['dan']])
  asked[0]!.done(Uint32Array.of(0))
  await Promise.resolve()
  await Promise.resolve()
  expect(told()).toBe(0)
  expect(asked.map(({ words }) => words)).toEqual([['dan'], ['danes']])
  asked[1]!.done(Uint32Array.of(1))
  await Promise.resolve()
  await Promise.resolve()
  expect(told()).toBe(1)
  expect(of('danes')).toEqual([1])
  expect(asked).toHaveLength(2)
})

test('nothing is sought for short words, or once nothing is wanted', async () => {
  const { search, asked, of, told } = setUp()
  expect(of('d', 'a')).toEqual([])
  expect(asked).toEqual([])
  of('dan')
  search.of(null)
  asked[0]!.done(Uint32Array.of(0))
  await Promise.resolve()
  await Promise.resolve()
  expect(told()).toBe(0)
})
