import { expect, it } from 'vitest'
import { reversed } from './reversed.ts'

it('gives back what was taken, and leaves adds alone', () => {
  const status = {
    kind: 'set-status',
    organizationId: 24,
    operator: { kind: 'created-by', entryId: 'e' },
    name: 'Alex Brown',
    from: 2,
    to: 0,
    after: null
  } as const
  const add = { kind: 'add', organizationId: 24, name: 'Emma Davis', addAnyway: false } as const
  expect(reversed([status, add])).toEqual([{ ...status, from: 0, to: 2 }])
})
