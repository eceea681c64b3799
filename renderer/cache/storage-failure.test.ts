import { expect, test } from 'vitest'
import { stored } from './storage-failure.ts'

function refuses(error: unknown) {
  return stored('cache', () => Promise.reject(error as Error))
}

test('what was stored is the value', async () => {
  expect(await stored('cache', () => Promise.resolve(3))).toEqual({ ok: true, value: 3 })
})

test('a full disk is found inside the abort that it caused', async () => {
  const full = Object.assign(new Error('aborted'), {
    name: 'AbortError',
    inner: new DOMException('full', 'QuotaExceededError')
  })
  expect(await refuses(full)).toEqual({
    ok: false,
    failure: { kind: 'not-stored', cause: 'disk-full', place: 'cache', code: 'QuotaExceededError' }
  })
})

test('anything else of the disk keeps its name', async () => {
  expect(await refuses(new DOMException('no', 'UnknownError'))).toMatchObject({
    ok: false,
    failure: { cause: 'other', code: 'UnknownError' }
  })
})

test('a bug throws', async () => {
  await expect(refuses(new DOMException('a proxy', 'DataCloneError'))).rejects.toThrow('a proxy')
  await expect(refuses(new TypeError('undefined'))).rejects.toThrow(TypeError)
})
