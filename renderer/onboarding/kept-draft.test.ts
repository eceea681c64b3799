import { describe, expect, it } from 'vitest'
import { beyondBounds, keptAtMost, type KeptDraft } from './kept-draft.ts'

const day = 86_400_000

function kept(id: string, takenAt: number, size = 10): KeptDraft {
  return { id, takenAt, kind: 'file', name: `${id}.csv`, size, work: null }
}

describe('the bounds of what is kept', () => {
  it('let a few small drafts stay', () => {
    expect(beyondBounds([kept('a', 0), kept('b', 1)], 2)).toEqual([])
  })

  it('let the oldest go where there are too many bytes', () => {
    const half = keptAtMost.bytes / 2
    const drafts = [kept('a', 0, half), kept('b', 1, half), kept('c', 2, half)]
    expect(beyondBounds(drafts, 3)).toEqual(['a'])
  })

  it('let the oldest go where there are too many drafts', () => {
    const drafts = Array.from({ length: keptAtMost.drafts + 2 }, (_, at) => kept(`${at}`, at))
    expect(beyondBounds(drafts, 100)).toEqual(['1', '0'])
  })

  it('let go what nobody has come back to for a month', () => {
    expect(beyondBounds([kept('a', 0), kept('b', 20 * day)], 31 * day)).toEqual(['a'])
  })
})
