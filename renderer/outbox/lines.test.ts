import { describe, expect, it } from 'vitest'
import type { EntryId } from '../../shared/edit.ts'
import { complete, type KeptEntry } from './kept-entry.ts'
import { Lines } from './lines.ts'

type Some = Partial<KeptEntry> & { readonly name?: string }

function add(order: number, { name = 'Alex Brown', ...rest }: Some = {}): KeptEntry {
  const edit = { kind: 'add', organizationId: 24, name, addAnyway: false } as const
  return complete({ id: `add ${order}`, edit, order, queuedAt: 0, actionId: 'one', ...rest })
}

const ended = { kind: 'confirmed', operatorId: 101, at: 1 } as const
const under = { kind: 'sending', attemptId: 'attempt' } as const

/** Lines as the engine keeps them, and who of them may go. */
class Rig {
  readonly entries = new Map<EntryId, KeptEntry>()
  readonly held = new Set<EntryId>()
  readonly lines = new Lines({
    entry: (id) => this.entries.get(id),
    operatorOf: () => null,
    heldBack: ({ id }) => this.held.has(id)
  })

  put(...entries: readonly KeptEntry[]): void {
    for (const entry of entries) {
      this.entries.set(entry.id, entry)
      this.lines.put(entry)
    }
  }

  going(group = ''): readonly EntryId[] {
    return this.lines.ready.get(24)?.adds.get(group)?.take(Infinity) ?? []
  }
}

describe('lines', () => {
  it('let those of other names go side by side, and those of one name one after another', () => {
    const rig = new Rig()
    rig.put(add(1), add(2), add(3, { name: 'Dana Levi' }))
    expect(rig.going()).toEqual(['add 1', 'add 3'])
    expect(rig.lines.aheadOf(add(2))).toBe('add 1')
    rig.put(add(1, { state: under }))
    expect(rig.going()).toEqual(['add 3'])
    rig.put(add(1, { state: ended }))
    expect(rig.going()).toEqual(['add 2', 'add 3'])
    expect(rig.lines.aheadOf(add(2))).toBeUndefined()
  })

  it('keep one back that comes again to a line in which it was alone', () => {
    const rig = new Rig()
    rig.put(add(1, { state: under }))
    expect(rig.going()).toEqual([])
    expect(rig.lines.aheadOf(add(1))).toBeUndefined()
    rig.put(add(2))
    expect(rig.going()).toEqual([])
    expect(rig.lines.aheadOf(add(2))).toBe('add 1')
    rig.put(add(1))
    expect(rig.going()).toEqual(['add 1'])
  })

  it('take one that is alone out of the group in which it stood', () => {
    const rig = new Rig()
    rig.put(add(1))
    rig.put(add(1, { refusedWith: 'attempt' }))
    expect([rig.going(), rig.going('attempt')]).toEqual([[], ['add 1']])
    rig.put(add(1, { refusedWith: 'attempt', state: ended }))
    expect(rig.lines.ready.size).toBe(0)
  })

  it('hold back one that rests, alone or not, until it is put again', () => {
    const rig = new Rig()
    rig.held.add('add 1')
    rig.put(add(1), add(2))
    expect(rig.going()).toEqual([])
    rig.held.clear()
    rig.put(add(1))
    expect(rig.going()).toEqual(['add 1'])
  })

  it('know who bears a name, ended or not, once each, until they are dropped', () => {
    const rig = new Rig()
    rig.put(add(1), add(1), add(2, { state: ended }))
    expect(rig.lines.named(24, 'alex brown')).toEqual(['add 1', 'add 2'])
    expect(rig.lines.ofAction('one')).toEqual(['add 1', 'add 2'])
    rig.lines.drop(add(1))
    expect(rig.lines.named(24, 'alex brown')).toEqual(['add 2'])
    expect(rig.lines.isSought(24, 'alex brown')).toBe(false)
    rig.lines.drop(add(2))
    expect(rig.lines.named(24, 'alex brown')).toEqual([])
    expect([...rig.lines.actionsFromLast()]).toEqual([])
  })
})
