import { describe, expect, it } from 'vitest'
import { foldBytes, recordsOf } from './journal-fold.ts'
import { decodeLines, encodeLine } from './journal-line.ts'
import { storedForm, type StoredRecord } from './journal-record.ts'
import { addOf, answered, attemptOf } from './samples.ts'

const records: readonly StoredRecord[] = [
  { kind: 'header', storeId: 'store', damaged: false },
  { kind: 'queued', accepted: addOf('e1', 'נועה כ״ץ') },
  { kind: 'intent', attempt: attemptOf('a1', ['e1'], [101, 102, 103, 500]) },
  { kind: 'outcome', attemptId: 'a1', delivery: answered(200, '[{"id":104}]') },
  { kind: 'settled', entryId: 'e1', ending: 'confirmed', at: 1_700_000_000_000 }
]
const lines = records.map((record) => encodeLine(storedForm(record)))
const journal = Buffer.concat(lines)
const ends = lines.map((_, row) => Buffer.concat(lines.slice(0, row + 1)).length)

describe('lines of the journal', () => {
  it('come back as they were', () => {
    expect(decodeLines(journal)).toEqual({
      values: records.map((record) => JSON.parse(JSON.stringify(storedForm(record))) as unknown),
      damaged: false,
      keep: journal.length,
      openEnd: false
    })
  })

  it('lose only an incomplete last line, wherever the file was torn', () => {
    for (let length = 0; length <= journal.length; length += 1) {
      const { values, damaged, keep, openEnd } = decodeLines(journal.subarray(0, length))
      const whole = ends.filter((end) => end <= length).length
      expect([values.length, damaged, openEnd], `torn at ${length}`).toEqual([whole, false, false])
      expect(keep).toBe(ends[whole - 1] ?? 0)
    }
  })

  it('show the damage of any changed byte, and invent nothing', () => {
    const good = new Set(records.map((record) => JSON.stringify(storedForm(record))))
    for (let position = 0; position < journal.length; position += 1) {
      for (const flip of [0x01, 0x20, 0x80, 0xff, (journal[position] ?? 0) ^ 0x0a]) {
        if (flip === 0) continue
        const bytes = Buffer.from(journal)
        bytes[position] = (bytes[position] ?? 0) ^ flip
        const { values, damaged } = decodeLines(bytes)
        expect(damaged, `byte ${position} ^ ${flip}`).toBe(true)
        expect(values.every((value) => good.has(JSON.stringify(value)))).toBe(true)
        expect(values.length).toBeGreaterThanOrEqual(records.length - 2)
        expect(foldBytes(bytes).fold.damaged).toBe(true)
      }
    }
  })

  it('of an unknown kind or a later version mark the journal damaged instead of failing', () => {
    const strange = Buffer.concat([journal, encodeLine({ kind: 'poem' })])
    expect(foldBytes(strange).fold.damaged).toBe(true)
    expect(recordsOf(foldBytes(strange).fold)).toHaveLength(4)
    const later = encodeLine({ kind: 'header', version: 2, storeId: 'store', damaged: false })
    expect(foldBytes(later).fold).toMatchObject({ storeId: null, damaged: true })
  })
})
