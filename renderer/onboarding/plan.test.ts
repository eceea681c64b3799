// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import { checkOf, operator } from './fixture-check.ts'
import { indexPeople } from './people.ts'
import { costOf, countPlan, countSteps, missingPeople, planOf, stepsOf } from './plan.ts'
import { sealPlan, unsealPlan } from './seal-plan.ts'

const operators = [
  operator(1, 'Dana'),
  operator(2, 'John', 1),
  operator(3, 'Ruth', 2),
  operator(4, 'Ann')
]
const rows = [
  ['New One', ''],
  ['New Two', ''],
  ['Dana', ''],
  ['John', 'active'],
  ['Ann', 'inactive'],
  ['Ruth', 'deleted'],
  ['new one', ''],
  ['', 'active'],
  ['Absent', 'inactive']
]
const checked = checkOf({ rows, columns: ['name', 'status'], operators })

describe('a plan', () => {
  it('is counted by what becomes of the rows', () => {
    expect(countPlan(planOf(checked, []))).toEqual({
      add: 2,
      reactivate: 1,
      setInactive: 1,
      delete: 0,
      skip: 2,
      ask: 2,
      errors: 1,
      leftOut: 0
    })
  })

  it('needs one list of each organization, a request per hundred adds, one per status', () => {
    expect(costOf(planOf(checked, []), 5)).toEqual({ requests: 4, ms: 800 })
    const many = checkOf({
      rows: Array.from({ length: 201 }, (_, index) => [`Person no ${index}`])
    })
    expect(costOf(planOf(many, []), 5)).toEqual({ requests: 4, ms: 800 })
  })

  it('sends a name once per request, so that copies need requests of their own', () => {
    const copies = checkOf({
      rows: [['Dana'], ['Dana'], ['Dana']],
      answers: { 'same-in-file': { kind: 'add' } }
    })
    expect(costOf(planOf(copies, []), 1)).toEqual({ requests: 4, ms: 4000 })
  })

  it('becomes steps in the order of the file; a status of someone new comes last', () => {
    const late = checkOf({
      rows: [
        ['Zoe', 'inactive'],
        ['Dana', 'inactive'],
        ['New', 'active']
      ],
      columns: ['name', 'status'],
      operators,
      answers: { 'not-there': { kind: 'add' } }
    })
    expect(countSteps(planOf(late, []))).toBe(4)
    expect(stepsOf(planOf(late, []))).toEqual([
      {
        kind: 'edit',
        row: 0,
        edit: { kind: 'add', organizationId: 24, name: 'Zoe', addAnyway: true }
      },
      {
        kind: 'edit',
        row: 1,
        edit: {
          kind: 'set-status',
          organizationId: 24,
          operator: { kind: 'known', id: 1 },
          name: 'Dana',
          from: 0,
          to: 1,
          after: null
        }
      },
      {
        kind: 'edit',
        row: 2,
        edit: { kind: 'add', organizationId: 24, name: 'New', addAnyway: false }
      },
      { kind: 'after-add', row: 0, addStep: 0, organizationId: 24, name: 'Zoe', to: 1 }
    ])
  })

  it('is the same after it was stored', () => {
    const plan = planOf(checked, [])
    expect(unsealPlan(sealPlan(plan))).toEqual(plan)
  })

  it('is small when it is stored: equal rows are written once', () => {
    const many = planOf(
      checkOf({ rows: Array.from({ length: 1000 }, (_, index) => [`P${index}x`]) }),
      []
    )
    expect(sealPlan(many).length).toBeLessThan(12_000)
    expect(unsealPlan(sealPlan(many))).toEqual(many)
  })
})

describe('whoever is not in the file', () => {
  const people = indexPeople([{ organizationId: 24, columns: pack(operators) }], {
    adds: [],
    statuses: []
  })

  it('are the active operators whom no row names', () => {
    const few = checkOf({ rows: [['Dana']], operators })
    expect(missingPeople(few, people, [24]).people.map(({ name }) => name)).toEqual(['Ann'])
    expect(missingPeople(few, people, [24]).guarded).toBe(false)
  })

  it('leaves alone whom a question is about', () => {
    const asking = checkOf({ rows: [['Dana'], ['Änn']], operators })
    expect(missingPeople(asking, people, [24]).people).toEqual([])
  })

  it('is guarded where it would switch off a large share', () => {
    const team = Array.from({ length: 10 }, (_, index) => operator(index + 1, `Person ${index}`))
    const crowd = indexPeople([{ organizationId: 24, columns: pack(team) }], {
      adds: [],
      statuses: []
    })
    const rowsLeft = (count: number): string[][] => team.slice(0, count).map(({ name }) => [name])
    const missing = (count: number): boolean =>
      missingPeople(checkOf({ rows: rowsLeft(count), operators: team }), crowd, [24]).guarded
    expect([missing(9), missing(8), missing(7), missing(0)]).toEqual([false, false, true, true])
  })

  it('become inactive in the plan', () => {
    const few = checkOf({ rows: [['Dana']], operators })
    const plan = planOf(few, missingPeople(few, people, [24]).people)
    expect(countPlan(plan).setInactive).toBe(1)
    expect(stepsOf(plan)).toMatchObject([{ row: null, edit: { name: 'Ann', from: 0, to: 1 } }])
  })
})
