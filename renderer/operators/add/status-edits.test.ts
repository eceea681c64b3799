import { describe, expect, it } from 'vitest'
import type { OperatorRow } from '../rows.ts'
import { replacementEdits, reversed, statusEdits } from './status-edits.ts'

const listed = (id: number, name: string, status: 0 | 1 | 2): OperatorRow => ({
  ...{ key: id, operator: { kind: 'known', id }, id, name, status },
  organizationId: 24,
  ...{ edit: null, unlisted: false }
})
const pending: OperatorRow = {
  ...{ key: 'e', operator: { kind: 'created-by', entryId: 'e' }, id: null, name: 'Alex Brown' },
  organizationId: 24,
  ...{ status: 0, edit: { entryId: 'e', badge: 'waiting' }, unlisted: false }
}
const rows = [listed(101, 'John Smith', 0), listed(103, 'Mike Wilson', 1), pending]

describe('status edits', () => {
  it('leave out who has the status already', () => {
    expect(statusEdits(rows, 1).map((edit) => edit.name)).toEqual(['John Smith', 'Alex Brown'])
  })

  it('carry the status that was shown, and an operator who is not created yet', () => {
    expect(statusEdits(rows, 1)[1]).toEqual({
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
    const back = reversed(statusEdits(rows, 2))
    expect(back.map((edit) => edit.kind === 'set-status' && [edit.from, edit.to])).toEqual([
      [2, 0],
      [2, 1],
      [2, 0]
    ])
  })

  it('have no reverse for an add', () => {
    expect(
      reversed([{ kind: 'add', organizationId: 24, name: 'Emma Davis', addAnyway: false }])
    ).toEqual([])
  })
})

describe('replacing an operator by one of another name', () => {
  const added = { entryId: 'new', name: 'Johnny Smith' }

  it('removes the old one once the new one exists', () => {
    expect(replacementEdits(listed(101, 'John Smith', 0), added)).toEqual([
      {
        ...{ kind: 'set-status', organizationId: 24, operator: { kind: 'known', id: 101 } },
        ...{ name: 'John Smith', from: 0, to: 2, after: 'new' }
      }
    ])
  })

  it('pauses the new one where the old one was paused', () => {
    const [pause, remove] = replacementEdits(listed(103, 'Mike Wilson', 1), added)
    expect(pause).toMatchObject({ operator: { kind: 'created-by', entryId: 'new' }, to: 1 })
    expect(remove).toMatchObject({ from: 1, to: 2, after: 'new' })
  })

  it('leaves a deleted one as it is', () => {
    expect(replacementEdits(listed(104, 'Mike Wilson', 2), added)).toEqual([])
  })
})
