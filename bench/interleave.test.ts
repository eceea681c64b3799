import { expect, test } from 'vitest'
import { interleave, numbersOf } from './interleave.ts'

test('subjects take turns, back and forth, and the first round does not count', async () => {
  const order: string[] = []
  const subject = (name: string) => () => {
    order.push(name)
    return Promise.resolve({ at: order.length })
  }
  const samples = await interleave({ floor: subject('floor'), ours: subject('ours') }, 2)
  expect(order).toEqual(['floor', 'ours', 'ours', 'floor', 'floor', 'ours'])
  expect(numbersOf(samples.floor, 'at')).toEqual([4, 5])
  expect(numbersOf(samples.ours, 'at')).toEqual([3, 6])
})

test('a number that nobody measured is a bug', () => {
  expect(() => numbersOf([{ at: 1 }], 'ms')).toThrow('No ms was measured')
})
