import { expect, test } from 'vitest'
import { KeptReader } from './kept-reader.ts'
import type { OpenReader } from './open-reader.ts'

function setUp() {
  const opened: { closed: boolean }[] = []
  const open = (): OpenReader => {
    const one = { closed: false }
    opened.push(one)
    return { reader: {} as OpenReader['reader'], close: () => void (one.closed = true) }
  }
  const closed = async () => {
    await Promise.resolve()
    return opened.map((one) => one.closed)
  }
  return { open, closed, reader: new KeptReader(() => Promise.resolve(open()), null) }
}

const nothing = (): Promise<null> => Promise.resolve(null)

test('it is opened for a use, and ends with it', async () => {
  const { reader, closed } = setUp()
  expect(await closed()).toEqual([])
  expect(await reader.use(() => Promise.resolve('read'))).toBe('read')
  expect(await closed()).toEqual([true])
})

test('the one that is given serves the first use', async () => {
  const { open, closed } = setUp()
  const given = new KeptReader(() => Promise.reject(new Error('opened again')), open())
  await given.use(nothing)
  expect(await closed()).toEqual([true])
})

test('while somebody keeps it, one serves all uses', async () => {
  const { reader, closed } = setUp()
  const letGo = reader.keep()
  await reader.use(nothing)
  await Promise.all([reader.use(nothing), reader.use(nothing)])
  expect(await closed()).toEqual([false])
  letGo()
  letGo()
  expect(await closed()).toEqual([true])
})

test('work that fails ends it too, and the next use opens another', async () => {
  const { reader, closed } = setUp()
  await expect(reader.use(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await reader.use(nothing)
  expect(await closed()).toEqual([true, true])
})
