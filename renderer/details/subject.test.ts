import { describe, expect, it } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import { rowsOf } from '../operators/live-rows.ts'
import { add, setStatus, StandingOutbox, waiting } from '../operators/test-outbox.ts'
import { editsOf, subjectAt } from './subject.ts'

const columns = pack([
  { id: 101, name: 'John Smith', status: 0 },
  { id: 102, name: 'Sarah Johnson', status: 1 }
])

function standing(at: number | null = 5) {
  const outbox = new StandingOutbox()
  const rows = () => rowsOf({ organizationId: 24, columns, unlisted: new Set(), at }, outbox.view())
  const subject = (place: number) => subjectAt(rows(), Uint32Array.of(1, 0, 2), place)
  const edits = (place: number) =>
    editsOf(subject(place)!, outbox.view().entries.values()).map(({ id }) => id)
  return { outbox, subject, edits }
}

describe('whom the details are about', () => {
  it('is who shows at the place, with what the service told', () => {
    const { subject } = standing()
    expect(subject(0)).toMatchObject({ row: { name: 'Sarah Johnson' }, told: 1, at: 5 })
    expect(subject(9)).toBeNull()
  })

  it('tells the service’s word from the person’s wish', () => {
    const { outbox, subject } = standing()
    outbox.put('e', setStatus(101, 1), waiting)
    expect(subject(1)).toMatchObject({ row: { status: 1 }, told: 0 })
  })

  it('may be somebody whom the service has not shown yet', () => {
    const { outbox, subject } = standing()
    outbox.put('e', add('Emma Davis'), waiting)
    expect(subject(2)).toMatchObject({
      row: { key: 'e', name: 'Emma Davis', id: null },
      told: null
    })
  })
})

describe('edits about somebody', () => {
  it('are their own alone, the latest first', () => {
    const { outbox, edits } = standing()
    outbox.put('a', setStatus(101, 1), { kind: 'confirmed', operatorId: 101, at: 1 })
    outbox.put('b', setStatus(102, 0), waiting)
    outbox.put('c', setStatus(101, 0), waiting)
    expect(edits(1)).toEqual(['c', 'a'])
    expect(edits(0)).toEqual(['b'])
  })

  it('begin with the one that created them', () => {
    const { outbox, edits } = standing()
    outbox.put('a', add('John Smith'), { kind: 'confirmed', operatorId: 101, at: 1 })
    const later = setStatus(0, 1)
    outbox.put(
      'b',
      { ...later, operator: { kind: 'created-by', entryId: 'a' } } as typeof later,
      waiting
    )
    expect(edits(1)).toEqual(['b', 'a'])
    expect(edits(0)).toEqual([])
  })
})
