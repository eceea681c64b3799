import { expect, test } from 'vitest'
import { interleave } from './interleave.ts'

test('subjects take turns, back and forth, and the first round does not count', async () => {
  const order: string[] = []
  const subject = (name: string) => () => {
    order.push(name)
    return Promise.resolve({ at: order.length })
  }
  const samples = await interleave({ floor: subject('floor'), ours: subject('ours') }, 2)
  expect(order).toEqual(['floor', 'ours', 'ours', 'floor', 'floor', 'ours'])
  expect(samples).toEqual({ floor: [{ at: 4 }, { at: 5 }], ours: [{ at: 3 }, { at: 6 }] })
})

test('what fails gets another try, and no third one', async () => {
  let calls = 0
  const failing = (times: number) => () => {
    calls += 1
    return calls <= times ? Promise.reject(new Error('lost a click')) : Promise.resolve({ ms: 1 })
  }
  await expect(interleave({ ours: failing(1) }, 1)).resolves.toEqual({ ours: [{ ms: 1 }] })
  calls = 0
  await expect(interleave({ ours: failing(2) }, 1)).rejects.toThrow('lost a click')
})
