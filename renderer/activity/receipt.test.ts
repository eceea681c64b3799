import { describe, expect, it } from 'vitest'
import { en } from '../../shared/messages/en.ts'
import type { Counts, QueueState } from '../outbox/outbox.ts'
import { isWorthSaying, ReceiptBook, receiptText } from './receipt.ts'

const none: Counts = {
  ...{ waiting: 0, sending: 0, verifying: 0, confirmed: 0, matched: 0 },
  ...{ rejected: 0, 'needs-person': 0, cancelled: 0, superseded: 0 }
}
const sending: QueueState = { kind: 'sending', done: 0, total: 3, etaMs: null }
const idle: QueueState = { kind: 'idle' }
const offline: QueueState = { kind: 'paused', why: 'offline', waiting: 2 }

describe('the receipt', () => {
  it('comes once, at the end of a replay', () => {
    const book = new ReceiptBook()
    expect(book.look({ queue: idle, counts: none })).toBeNull()
    expect(book.look({ queue: sending, counts: { ...none, confirmed: 5 } })).toBeNull()
    const counts = { ...none, confirmed: 7, matched: 1, rejected: 1 }
    expect(book.look({ queue: idle, counts })).toEqual({
      ...{ sent: 3, matched: 1, rejected: 1, needsYou: 0, refused: 0 }
    })
    expect(book.look({ queue: idle, counts })).toBeNull()
  })

  it('covers what was sent before and after an outage', () => {
    const book = new ReceiptBook()
    book.look({ queue: sending, counts: none })
    expect(book.look({ queue: offline, counts: { ...none, confirmed: 1 } })).toBeNull()
    book.look({ queue: sending, counts: { ...none, confirmed: 1 } })
    expect(book.look({ queue: idle, counts: { ...none, confirmed: 3 } })?.sent).toBe(3)
  })

  it('tells once that an organization refuses what waits, however often it is tried again', () => {
    const book = new ReceiptBook()
    const refused: QueueState = { kind: 'paused', why: 'refused', waiting: 3, until: 0 }
    book.look({ queue: sending, counts: none })
    expect(book.look({ queue: refused, counts: none })).toEqual({
      ...{ sent: 0, matched: 0, rejected: 0, needsYou: 0, refused: 3 }
    })
    book.look({ queue: sending, counts: none })
    expect(book.look({ queue: refused, counts: none })?.refused).toBe(0)
  })

  it('is silent about a few edits that went as usual', () => {
    expect(isWorthSaying({ sent: 2, matched: 0, rejected: 0, needsYou: 0, refused: 0 })).toBe(false)
    expect(isWorthSaying({ sent: 40, matched: 0, rejected: 0, needsYou: 0, refused: 0 })).toBe(true)
    expect(isWorthSaying({ sent: 0, matched: 0, rejected: 1, needsYou: 0, refused: 0 })).toBe(true)
  })

  it('begins like a sentence', () => {
    const text = receiptText({ sent: 0, matched: 0, rejected: 1, needsYou: 0, refused: 0 }, en)
    expect(text).toBe('One edit rejected')
  })

  it('names what did not go as usual', () => {
    const text = receiptText({ sent: 12, matched: 1, rejected: 0, needsYou: 2, refused: 0 }, en)
    expect(text).toBe('12 edits sent · one found after a lost reply · 2 edits need you')
  })
})
