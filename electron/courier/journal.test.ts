import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failed, ok } from '../../shared/result.ts'
import { simulatedClock } from '../chathub/simulated-clock.ts'
import { journalFile, type JournalFile } from './journal-file.ts'
import { foldBytes } from './journal-fold.ts'
import { openJournal, type Journal } from './journal.ts'
import type { StoredRecord } from './journal-record.ts'
import { memoryFile } from './memory-file.ts'
import { addOf, attemptOf } from './samples.ts'

const header: StoredRecord = { kind: 'header', storeId: 'store', damaged: false }
const queued = (id: string): StoredRecord => ({ kind: 'queued', accepted: addOf(id) })

async function opened(file: JournalFile): Promise<Journal> {
  const journal = await openJournal(file, simulatedClock())
  if (!journal.ok) throw new Error(journal.failure.kind)
  return journal.value
}

const idsIn = (bytes: Uint8Array | null): string[] => [
  ...foldBytes(bytes ?? new Uint8Array()).fold.accepted.keys()
]

describe('the journal', () => {
  it('takes nothing before it has a store to belong to', async () => {
    const file = memoryFile()
    const journal = await opened(file)
    expect(await journal.append([queued('e1')])).toMatchObject({ failure: { code: 'NO_JOURNAL' } })
    expect(await journal.restart([header])).toEqual(ok(null))
    expect(await journal.append([queued('e1')])).toEqual(ok(null))
    expect(idsIn(file.bytes())).toEqual(['e1'])
  })

  it('writes what is asked for at the same time with one sync', async () => {
    let appends = 0
    const file = memoryFile((write) => {
      if (write === 'append') appends += 1
      return null
    })
    const journal = await opened(file)
    await journal.restart([header])
    const ids = Array.from({ length: 200 }, (_, row) => `e${row}`)
    await Promise.all(ids.map((id) => journal.append([queued(id)])))
    expect(appends).toBe(1)
    expect(idsIn(file.bytes())).toEqual(ids)
  })

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['EIO', 'other']
  ])('says %s, leaves nothing half-written, and goes on once it can', async (code, cause) => {
    let fault: string | null = null
    const file = memoryFile(() => fault)
    const journal = await opened(file)
    await journal.restart([header, queued('e1')])
    const before = file.bytes()
    fault = code
    expect(await journal.append([queued('e2')])).toEqual(
      failed({ kind: 'not-stored', cause, place: 'journal', code })
    )
    expect(journal.fold().accepted.has('e2')).toBe(false)
    fault = null
    expect(await journal.append([queued('e3')])).toEqual(ok(null))
    expect(idsIn(file.bytes())).toEqual(['e1', 'e3'])
    expect(foldBytes(file.bytes() ?? new Uint8Array()).fold.damaged).toBe(false)
    expect(file.bytes()?.subarray(0, before?.length)).toEqual(before)
  })

  it('truncates at once after a failed append, where it can', async () => {
    let fault = false
    const file = memoryFile((write) => (fault && write === 'append' ? 'ENOSPC' : null))
    const journal = await opened(file)
    await journal.restart([header])
    const length = file.bytes()?.length
    fault = true
    await journal.append([queued('e1')])
    expect(file.bytes()?.length).toBe(length)
  })

  it('opens after a tear at any byte, cuts it, and writes on', async () => {
    const whole = memoryFile()
    const first = await opened(whole)
    await first.restart([header, queued('e1'), queued('e2')])
    const bytes = whole.bytes() ?? new Uint8Array()
    const start = foldBytes(bytes.subarray(0, bytes.length - 1)).keep
    for (let length = start; length < bytes.length; length += 1) {
      const file = memoryFile()
      file.put(bytes.subarray(0, length))
      await (await opened(file)).append([queued('e9')])
      expect(idsIn(file.bytes())).toEqual(['e1', 'e9'])
      expect(foldBytes(file.bytes() ?? new Uint8Array()).fold.damaged).toBe(false)
    }
  })

  it('keeps a damaged last line as damage, and writes on behind it', async () => {
    const file = memoryFile()
    await (await opened(file)).restart([header, queued('e1'), queued('e2')])
    const bytes = Buffer.from(file.bytes() ?? new Uint8Array())
    bytes[bytes.length - 1] = 0x20
    file.put(bytes)
    const journal = await opened(file)
    expect(journal.fold().damaged).toBe(true)
    await journal.append([queued('e3')])
    expect(idsIn(file.bytes())).toEqual(['e1', 'e3'])
    expect((await opened(file)).fold().damaged).toBe(true)
  })

  it('rewrites itself when what is over dominates, and stays damaged if it was', async () => {
    const file = memoryFile()
    await (await opened(file)).restart([{ ...header, damaged: true }, queued('e1')])
    const journal = await opened(file)
    const known = Array.from({ length: 2_000 }, (_, row) => row * 3)
    for (let n = 0; n < 60; n += 1)
      await journal.append([{ kind: 'intent', attempt: attemptOf(`a${n}`, ['e1'], known) }])
    await journal.idle()
    expect(file.bytes()?.length).toBeLessThan(140_000)
    const { fold } = foldBytes(file.bytes() ?? new Uint8Array())
    expect([fold.damaged, fold.storeId, [...fold.accepted.keys()]]).toEqual([true, 'store', ['e1']])
    expect([...fold.attempts.keys()].at(-1)).toBe('a59')
    await journal.append([queued('e2')])
    expect(idsIn(file.bytes())).toEqual(['e1', 'e2'])
  })

  it('goes on appending where it cannot be rewritten', async () => {
    const file = memoryFile((write) => (write === 'replace' && started ? 'ENOSPC' : null))
    let started = false
    const journal = await opened(file)
    await journal.restart([header])
    started = true
    const ids = Array.from({ length: 900 }, (_, row) => `e${row}`)
    for (const id of ids) expect(await journal.append([queued(id)])).toEqual(ok(null))
    expect(file.bytes()?.length).toBeGreaterThan(128 * 1_024)
    expect(idsIn(file.bytes())).toEqual(ids)
  })

  it('reads a read-only folder, and refuses to write there', async () => {
    const good = memoryFile()
    await (await opened(good)).restart([header, queued('e1')])
    const file = memoryFile(() => 'EROFS')
    file.put(Buffer.concat([good.bytes() ?? new Uint8Array(), Buffer.from('0000')]))
    const journal = await opened(file)
    expect(journal.fold().accepted.size).toBe(1)
    expect(await journal.append([queued('e2')])).toMatchObject({ failure: { cause: 'read-only' } })
  })
})

describe('the journal in a real file', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journal-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('survives being opened again, is private, and leaves no other file behind', async () => {
    const path = join(folder, 'deep', 'account.journal')
    const journal = await opened(journalFile(path))
    await journal.restart([header])
    await Promise.all(['e1', 'e2'].map((id) => journal.append([queued(id)])))
    await journal.restart([header, queued('e3')])
    await journal.append([queued('e4')])
    const again = await opened(journalFile(path))
    expect([...again.fold().accepted.keys()]).toEqual(['e3', 'e4'])
    expect(await readdir(join(folder, 'deep'))).toEqual(['account.journal'])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('cuts a torn tail on the disk and removes the file when told', async () => {
    const path = join(folder, 'account.journal')
    const file = journalFile(path)
    await (await opened(file)).restart([header, queued('e1')])
    const length = (await readFile(path)).length
    await file.append(length, Buffer.from('000000ff 12'))
    await opened(journalFile(path))
    expect((await readFile(path)).length).toBe(length)
    await file.remove()
    expect(await file.read()).toBeNull()
  })
})
