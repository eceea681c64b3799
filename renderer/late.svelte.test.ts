import { flushSync } from 'svelte'
import { expect, test } from 'vitest'
import { Late } from './late.svelte.ts'

const part = { default: 'the part' }

test('who wants a part gets it, and is told when it has come', async () => {
  const late = new Late(() => Promise.resolve(part))
  const seen: (string | null)[] = []
  const stop = $effect.root(() => {
    $effect(() => void seen.push(late.when(true)))
  })
  flushSync()
  await late.load()
  flushSync()
  stop()
  expect(seen).toEqual([null, 'the part'])
})

test('it is loaded once, however often it is asked for', async () => {
  let loads = 0
  const late = new Late(() => {
    loads += 1
    return Promise.resolve(part)
  })
  await Promise.all([late.load(), late.load()])
  await late.load()
  expect([loads, late.when(true)]).toEqual([1, 'the part'])
})

test('whoever does not want it does not load it', () => {
  const late = new Late<string>(() => Promise.reject(new Error('loaded')))
  expect(late.when(false)).toBeNull()
})

test('what could not be loaded is tried again', async () => {
  let loads = 0
  const late = new Late(() => {
    loads += 1
    return loads === 1 ? Promise.reject(new Error('no such file')) : Promise.resolve(part)
  })
  await expect(late.load()).rejects.toThrow('no such file')
  await late.load()
  expect(late.when(false)).toBe('the part')
})
