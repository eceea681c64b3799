import { describe, expect, it } from 'vitest'
import { reversed, statusEdits } from './status-edits.ts'

const targets = [
  { operator: { kind: 'known', id: 101 }, name: 'John Smith', status: 0 },
  { operator: { kind: 'known', id: 103 }, name: 'Mike Wilson', status: 1 },
  { operator: { kind: 'created-by', entryId: 'e' }, name: 'Alex Brown', status: 0 }
] as const

describe('status edits', () => {
  it('leave out who has the status already', () => {
    const edits = statusEdits(24, targets, 1)
    expect(edits.map((edit) => edit.name)).toEqual(['John Smith', 'Alex Brown'])
  })

  it('carry the status that was shown, and an operator who is not created yet', () => {
    expect(statusEdits(24, targets, 1)[1]).toEqual({
      kind: 'set-status',
      organizationId: 24,
      operator: { kind: 'created-by', entryId: 'e' },
      name: 'Alex Brown',
      from: 0,
      to: 1,
      after: null
    })
  })

  it('are given back by their reverse', () => {
    expect(
      reversed(statusEdits(24, targets, 2)).map(
        (edit) => edit.kind === 'set-status' && [edit.from, edit.to]
      )
    ).toEqual([
      [2, 0],
      [2, 1],
      [2, 0]
    ])
  })
})
