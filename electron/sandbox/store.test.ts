import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openKeptLedger, openStore, readKeptLedger, squash } from './store.ts'
import type { Change } from './model.ts'
import type { LedgerEvent } from './ledger.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-store-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const created = (id: number): Change => ({
  kind: 'created',
  operator: { id, organizationId: 24, name: 'נועה ״כהן״\n', status: 0 }
})
const status = (id: number, from: 0 | 1 | 2, to: 0 | 1 | 2): Change => ({
  kind: 'status',
  id,
  from,
  to
})
const file = () => join(folder, 'changes.jsonl')

it('gives back what was recorded, without ever being closed', () => {
  const store = openStore(folder)
  expect(store.record([created(104), created(105)])).toBe('stored')
  store.record([status(104, 0, 1)])
  expect(openStore(folder).recorded).toEqual([created(104), created(105), status(104, 0, 1)])
})

it('leaves out a line that a kill cut short, and goes on behind the last whole one', () => {
  openStore(folder).record([created(104)])
  appendFileSync(file(), '[{"kind":"crea')
  const store = openStore(folder)
  expect([store.recorded, store.damaged]).toEqual([[created(104)], 0])
  store.record([created(105)])
  expect(openStore(folder).recorded).toEqual([created(104), created(105)])
})

it('passes over a damaged line, and says so', () => {
  writeFileSync(
    file(),
    `${JSON.stringify([created(104)])}\n[{"kind":"created"}]\n{\n${JSON.stringify([status(104, 0, 2)])}\n`
  )
  const store = openStore(folder)
  expect([store.recorded, store.damaged]).toEqual([[created(104), status(104, 0, 2)], 2])
})

it('stays as small as what it says', () => {
  const store = openStore(folder)
  for (let turn = 0; turn < 50; turn += 1) store.record([status(101, 0, 1), status(101, 1, 0)])
  store.close()
  openStore(folder).close()
  expect(readFileSync(file(), 'utf8')).toBe(`${JSON.stringify([status(101, 0, 0)])}\n`)
  expect(readdirSync(folder)).toEqual(['changes.jsonl'])
})

it('says that it failed where the file can no longer be written', () => {
  const store = openStore(folder)
  store.record([created(104)])
  store.close()
  expect([store.record([created(105)]), store.record([created(106)])]).toEqual(['failed', 'failed'])
  expect(openStore(folder).recorded).toEqual([created(104)])
})

it('squashes to the same end', () => {
  const changes = [created(104), status(104, 0, 1), status(101, 0, 2), status(104, 1, 2)]
  expect(squash(changes)).toEqual([created(104), status(104, 0, 2), status(101, 0, 2)])
})

it('forgets everything at a reset', () => {
  const store = openStore(folder)
  store.record([created(104)])
  store.reset()
  store.record([status(101, 0, 1)])
  expect(openStore(folder).recorded).toEqual([status(101, 0, 1)])
})

it('keeps a ledger over several runs, the last of them cut short', () => {
  const opening = {
    by: 'client',
    at: 1,
    call: 'add',
    method: 'POST',
    path: '/',
    body: '',
    socket: 1
  } as const
  const opened: LedgerEvent = { kind: 'opened', sequence: 1, opening }
  openKeptLedger(folder).keep(opened)
  const second = openKeptLedger(folder)
  second.keep(opened)
  second.keep({ kind: 'applied', sequence: 1, at: 2, changes: [created(104)] })
  appendFileSync(join(folder, 'ledger.jsonl'), '{"kind":"answ')
  expect(readKeptLedger(folder)).toMatchObject([
    { sequence: 1, applied: [], answered: null },
    { sequence: 1, applied: [created(104)], appliedAt: 2, answered: null }
  ])
  openKeptLedger(folder).keep(opened)
  expect(readKeptLedger(folder)).toHaveLength(3)
})
