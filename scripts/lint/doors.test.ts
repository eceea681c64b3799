import { expect, it } from 'vitest'
import { importFault, isWithin, sourceOf } from './doors.mjs'

const table = {
  doors: [{ package: 'valibot', only: ['electron/inputs*', 'shared/parse/'] }],
  walls: [{ from: 'shared/', never: ['electron/', 'renderer/'] }]
}

it('lets a package in by its doors only', () => {
  const through = (file: string, source = 'valibot') => importFault({ file, source }, table)
  expect(through('electron/inputs-outbox.ts')).toBeUndefined()
  expect(through('shared/parse/row.ts')).toBeUndefined()
  expect(through('electron/ipc.ts')).toContain('valibot')
  expect(through('electron/ipc.ts', 'valibot/locales')).toContain('valibot')
  expect(through('electron/ipc.ts', 'valibot-other')).toBeUndefined()
})

it('keeps a folder from seeing another', () => {
  const file = 'shared/operator.ts'
  expect(importFault({ file, source: 'electron/ipc.ts' }, table)).toContain('shared/')
  expect(importFault({ file, source: 'shared/result.ts' }, table)).toBeUndefined()
  expect(importFault({ file: 'electron/ipc.ts', source: file }, table)).toBeUndefined()
})

it('reads relative imports as paths from the root, and packages as their names', () => {
  expect(sourceOf('renderer/cache/store.ts', '../../electron/ipc.ts')).toBe('electron/ipc.ts')
  expect(sourceOf('renderer/cache/store.ts', './rows.ts')).toBe('renderer/cache/rows.ts')
  expect(sourceOf('renderer/cache/store.ts', 'node:http')).toBe('node:http')
})

it('means one file by a place without an ending', () => {
  expect(isWithin('electron/log.ts', 'electron/log.ts')).toBe(true)
  expect(isWithin('electron/log.ts', 'electron/log.tsx')).toBe(false)
})
