import { describe, expect, it } from 'vitest'
import { pair } from './pair.ts'

const nobody = (): boolean => false
const row = (id: number, name: string) => ({ id, name, status: 0 as const })

describe('rows of a reply', () => {
  it('that are left over alone belong to the entry that is: the service may write names its own way', () => {
    const sent = [
      { id: 'a', name: 'Alex' },
      { id: 'b', name: 'Noa' }
    ]
    const { pairs } = pair(sent, [row(2, 'Noa (2)'), row(1, 'ALEX')], nobody)
    expect(pairs.map((each) => each.row?.id)).toEqual([1, 2])
  })

  it('never go to an entry whose name the reply shows on a row of somebody else', () => {
    const sent = [{ id: 'b', name: 'Alex' }]
    const rows = [row(1, 'Alex'), row(9, 'Nobody Asked')]
    const { pairs, leftover } = pair(sent, rows, (id) => id === 1)
    expect(pairs).toEqual([{ entryId: 'b', row: null }])
    expect(leftover).toEqual([row(9, 'Nobody Asked')])
  })
})
