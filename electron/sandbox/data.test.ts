import { describe, expect, it } from 'vitest'
import { beginning, isFromBeginning, usualBasis } from './data.ts'
import { commit, freeIds, initialState, operatorsOf } from './state.ts'

describe('what the sandbox begins with', () => {
  it('is the same for the same seed, and other for another', () => {
    const basis = { seed: 5, operators: 500, organizations: 20 }
    expect(beginning(basis)).toEqual(beginning(basis))
    expect(beginning({ ...basis, seed: 6 })).not.toEqual(beginning(basis))
  })

  it('has a Hebrew and a Ukrainian team of about forty, some of them inactive or deleted', () => {
    const state = initialState(usualBasis)
    for (const [id, script] of [
      [25, /[\u05d0-\u05ea\u05f3\u05f4]/],
      [26, /[\u0400-\u04ff]/]
    ] as const) {
      const team = operatorsOf(state, id)
      expect(team.length).toBeGreaterThanOrEqual(40)
      expect(team.every(({ name }) => script.test(name))).toBe(true)
      expect(new Set(team.map(({ status }) => status))).toEqual(new Set([0, 1, 2]))
    }
    const all = [...state.byId.values()].map(({ name }) => name).join(' ')
    for (const point of ['׳', '״', '־', '’', 'ʼ', 'ґ', 'ї'])
      expect(all.toLowerCase()).toContain(point)
  })

  it('is as large as asked, in three scripts, with ids and names of its own', () => {
    const { operators, organizations } = beginning({
      seed: 1,
      operators: 10_000,
      organizations: 200
    })
    expect(organizations).toHaveLength(201)
    expect(operators.filter(({ organizationId }) => organizationId === 27)).toHaveLength(10_000)
    expect(new Set(operators.map(({ id }) => id)).size).toBe(operators.length)
    expect(operators.every(({ name }) => name.length <= 100 && name.trim() === name)).toBe(true)
    expect(operators.every(({ id }) => isFromBeginning(id))).toBe(true)
    expect(isFromBeginning(104)).toBe(false)
  })

  it('can be a million over two hundred organizations, each made when it is asked for', () => {
    const basis = { seed: 1, operators: 0, organizations: 203, each: 5_000 }
    const state = initialState(basis)
    expect(state.organizations.size).toBe(203)
    expect(state.byId.size).toBeLessThan(100)
    const team = operatorsOf(state, 1200)
    expect(team).toHaveLength(5_000)
    expect(state.byId.size).toBeLessThan(5_100)
    expect(operatorsOf(initialState(basis), 1200)).toEqual(team)
    const other = operatorsOf(state, 1001)
    expect(new Set([...team, ...other].map(({ id }) => id)).size).toBe(10_000)
  })

  it('finds and changes an operator of a team that nobody has asked for', () => {
    const basis = { seed: 1, operators: 0, organizations: 203, each: 5_000 }
    const [, , third] = operatorsOf(initialState(basis), 1100)
    if (!third) throw new Error('The team has no third')
    const state = initialState(basis)
    commit(state, [{ kind: 'status', id: third.id, from: third.status, to: 2 }])
    const operator = { id: 104, organizationId: 1100, name: 'Emma', status: 0 } as const
    commit(state, [{ kind: 'created', operator }])
    const team = operatorsOf(state, 1100)
    expect(team[2]).toEqual({ ...third, status: 2 })
    expect(team.at(-1)).toEqual(operator)
    expect(team).toHaveLength(5_001)
  })

  it('can be organization 24 alone', () => {
    expect(beginning({ seed: 1, operators: 0, organizations: 1 }).operators).toHaveLength(3)
  })
})

describe('ids', () => {
  it('go on from 104, past those that exist', () => {
    const state = initialState(usualBasis)
    const operator = { id: 105, organizationId: 24, name: 'Emma Davis', status: 0 } as const
    expect(freeIds(state, 2)).toEqual([104, 105])
    commit(state, [{ kind: 'created', operator }])
    expect(freeIds(state, 1)).toEqual([106])
  })

  it('are not given again for an operator whose organization is not there now', () => {
    const state = initialState(usualBasis)
    const operator = { id: 104, organizationId: 27, name: 'Emma Davis', status: 0 } as const
    commit(state, [{ kind: 'created', operator }])
    expect(state.byId.has(104)).toBe(false)
    expect(freeIds(state, 1)).toEqual([105])
  })
})
