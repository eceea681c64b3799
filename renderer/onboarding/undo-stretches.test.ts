import { describe, expect, it } from 'vitest'
import type { Edit } from '../../shared/edit.ts'
import { pack } from '../../shared/operator-columns.ts'
import { operator } from './fixture-check.ts'
import { entry } from './fixture-entry.ts'
import type { Step } from './plan.ts'
import { operatorsAsWished, undoInStretches } from './undo-stretches.ts'

const count = 2_500
const steps = Array.from({ length: count }, (_, row): Step => ({
  kind: 'edit',
  row,
  edit: { kind: 'add', organizationId: 24, name: `Person ${row}`, addAnyway: false }
}))

function setStatus(id: number, to: 0 | 1 | 2): Edit {
  return {
    kind: 'set-status',
    organizationId: 24,
    operator: { kind: 'known', id },
    name: 'Someone',
    from: 0,
    to,
    after: null
  }
}

describe('an undo in stretches', () => {
  it('finds each step’s own entry, and sets nobody twice', async () => {
    let breaths = 0
    const undo = await undoInStretches({
      total: count,
      steps: (from, to) => Promise.resolve(steps.slice(from, to)),
      entries: {
        entryOf: (step) => `e${step}`,
        entry: (id) =>
          entry(id, addOf(id), {
            kind: 'confirmed',
            // The last row ended with the operator of the first.
            operatorId: id === `e${count - 1}` ? 0 : Number(id.slice(1)),
            at: 1
          }),
        kept: () => null
      },
      operator: (_, id) => operator(id, `Person ${id}`),
      breathe: () => {
        breaths += 1
        return Promise.resolve()
      }
    })
    expect(undo.deletes).toBe(count - 1)
    expect(new Set(undo.edits.map(({ name }) => name)).size).toBe(count - 1)
    expect(breaths).toBeGreaterThan(2)
  })

  function addOf(id: string): Edit {
    const step = steps[Number(id.slice(1))]
    if (step?.kind !== 'edit') throw new Error(`No step ${id}`)
    return step.edit
  }
})

describe('operators as wished', () => {
  const ascending = pack([operator(1, 'Dana'), operator(5, 'Yossi', 1), operator(9, 'Noa', 2)])
  const mixed = pack([operator(9, 'Noa', 2), operator(1, 'Dana'), operator(5, 'Yossi', 1)])

  it.each([
    ['ascending ids', ascending],
    ['ids in any order', mixed]
  ])('are found, with the status that the outbox still wants: %s', (_, columns) => {
    const made: Edit = { kind: 'add', organizationId: 24, name: 'Noa', addAnyway: false }
    const after = { ...setStatus(9, 1), operator: { kind: 'created-by', entryId: 'a' } } as const
    const find = operatorsAsWished(
      new Map([[24, columns]]),
      new Map([
        ['w', entry('w', setStatus(1, 2))],
        ['c', entry('c', setStatus(5, 0), { kind: 'cancelled', at: 1 })],
        ['a', entry('a', made, { kind: 'confirmed', operatorId: 9, at: 1 })],
        ['f', entry('f', after)]
      ])
    )
    expect([find(24, 1), find(24, 5), find(24, 9)]).toEqual([
      operator(1, 'Dana', 2),
      operator(5, 'Yossi', 1),
      operator(9, 'Noa', 1)
    ])
    expect([find(24, 4), find(25, 1)]).toEqual([null, null])
  })
})
