// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Failure } from '../../shared/failure.ts'
import { applyImport, chunkSize, entryAt, type Applying } from './apply-import.ts'
import { checkOf, operator } from './fixture-check.ts'
import { MemoryImports, TakingOutbox } from './fixture-entry.ts'
import { advance, isUnfinished, type ImportRecord, type Phase } from './import.ts'
import { planOf, stepsOf, type Step } from './plan.ts'

const newcomers = Array.from({ length: chunkSize * 2 + 10 }, (_, index) => [
  `Person no ${index}`,
  'active'
])
const plan = planOf(
  checkOf({
    rows: [['Zoe', 'inactive'], ...newcomers, ['Dana', 'inactive']],
    columns: ['name', 'status'],
    operators: [operator(1, 'Dana')],
    answers: { 'not-there': { kind: 'add' } }
  }),
  []
)
const steps = stepsOf(plan)

const record: ImportRecord = {
  id: 'import',
  accountId: 'account',
  source: { kind: 'file', name: 'team.csv', size: 10, sha256: '00' },
  by: null,
  plannedAt: 0,
  counts: {
    add: 0,
    reactivate: 0,
    setInactive: 0,
    delete: 0,
    skip: 0,
    ask: 0,
    errors: 0,
    leftOut: 0
  },
  choices: {
    encoding: 'utf-8',
    delimiter: ',',
    header: false,
    sheet: null,
    columns: ['name', 'status'],
    organizationId: 24,
    wanted: 0,
    missingBecomeInactive: false,
    answers: [],
    mends: []
  },
  phase: { kind: 'planned' }
}

async function stored(): Promise<MemoryImports> {
  const store = new MemoryImports()
  await store.create(record, { file: new Blob(), plan: new Uint8Array() }, null)
  store.writes = 0
  return store
}

async function run(
  store: MemoryImports,
  outbox: TakingOutbox,
  more: Partial<Applying> = {}
): ReturnType<typeof applyImport> {
  const present = await store.load('import')
  if (present === null) throw new Error('No such import')
  return applyImport({
    id: 'import',
    phase: present.record.phase,
    total: steps.length,
    steps: (from, to) => Promise.resolve(steps.slice(from, to)),
    chunks: present.chunks,
    store,
    outbox,
    now: () => 77,
    cancelled: () => false,
    progress: () => {},
    ...more
  })
}

function namesIn(outbox: TakingOutbox): string[] {
  return [...outbox.entries.values()].map(({ edit }) => `${edit.kind} ${edit.name}`)
}

const wishes = steps.map((step: Step) =>
  step.kind === 'edit' ? `${step.edit.kind} ${step.edit.name}` : `set-status ${step.name}`
)

describe('applying an import', () => {
  it('hands every step to the outbox once, in order and in chunks, and knows each entry', async () => {
    const store = await stored()
    const outbox = new TakingOutbox()
    const told: number[] = []
    expect(await run(store, outbox, { progress: (done) => told.push(done) })).toEqual({
      ok: true,
      value: { kind: 'applied', at: 77 }
    })
    expect(namesIn(outbox)).toEqual(wishes)
    expect(told).toEqual([500, 1000, steps.length, steps.length])
    const chunks = (await store.load('import'))?.chunks ?? []
    expect(steps.map((_, position) => entryAt(chunks, position))).toEqual([
      ...outbox.entries.keys()
    ])
    expect(entryAt(chunks, steps.length)).toBe(null)
  })

  it('ties a status to the entry that creates the operator', async () => {
    const outbox = new TakingOutbox()
    await run(await stored(), outbox)
    expect([...outbox.entries.values()].at(-1)?.edit).toMatchObject({
      operator: { kind: 'created-by', entryId: 'entry 0' },
      to: 1
    })
  })

  it('ties it so in a file of two rows too: the status goes after the add is in the outbox', async () => {
    const few = stepsOf(
      planOf(
        checkOf({
          rows: [
            ['Zoe', 'inactive'],
            ['Yael', 'active']
          ],
          columns: ['name', 'status'],
          answers: { 'not-there': { kind: 'add' } }
        }),
        []
      )
    )
    const outbox = new TakingOutbox()
    const store = await stored()
    const applied = await run(store, outbox, {
      total: few.length,
      steps: (from, to) => Promise.resolve(few.slice(from, to))
    })
    expect(applied.ok).toBe(true)
    expect(namesIn(outbox)).toEqual(['add Zoe', 'add Yael', 'set-status Zoe'])
    const chunks = (await store.load('import'))?.chunks ?? []
    expect([0, 1, 2, 3].map((position) => entryAt(chunks, position))).toEqual([
      'entry 0',
      'entry 1',
      'entry 2',
      null
    ])
  })

  it('loses and doubles nothing, wherever the app ends, again and again', async () => {
    const whole = await stored()
    await run(whole, new TakingOutbox())
    for (let write = 1; write <= whole.writes; write += 1) {
      for (const moment of ['before', 'after'] as const) {
        const store = await stored()
        const outbox = new TakingOutbox()
        store.crashes.set(write, moment)
        store.crashes.set(write + 1, moment)
        for (let run_ = 0; run_ < 3; run_ += 1) await run(store, outbox).catch(() => null)
        expect(namesIn(outbox)).toEqual(wishes)
        expect((await store.load('import'))?.record.phase.kind).toBe('applied')
      }
    }
  })

  it('finds a chunk again that the outbox accepted while the app ended', async () => {
    for (const call of [1, 2, 3]) {
      const store = await stored()
      const outbox = new TakingOutbox()
      outbox.faults.set(call, 'crash')
      await expect(run(store, outbox)).rejects.toThrow('crash')
      await run(store, outbox)
      expect(namesIn(outbox)).toEqual(wishes)
    }
  })

  it('does not take an earlier import of the same rows for its own chunk', async () => {
    const outbox = new TakingOutbox()
    await run(await stored(), outbox)
    const again = await stored()
    again.crashes.set(1, 'after')
    await expect(run(again, outbox)).rejects.toThrow('crash')
    await run(again, outbox)
    expect(outbox.entries.size).toBe(steps.length * 2)
  })

  it('knows its entries though the outbox unites a status with an earlier one', async () => {
    for (const crash of [false, true]) {
      const outbox = new TakingOutbox()
      const dana = { kind: 'known', id: 1 } as const
      await outbox.enqueue([
        {
          kind: 'set-status',
          organizationId: 24,
          operator: dana,
          name: 'Dana',
          from: 2,
          to: 0,
          after: null
        }
      ])
      if (crash) outbox.faults.set(4, 'crash')
      const store = await stored()
      await run(store, outbox).catch(() => null)
      await run(store, outbox)
      expect(outbox.entries.size).toBe(1 + steps.length)
      expect([...outbox.entries.values()].filter(({ edit }) => edit.name === 'Dana')).toMatchObject(
        [{ edit: { from: 2, to: 0 } }, { edit: { from: 2, to: 1 } }]
      )
    }
  })

  it('stops at a refusal and goes on from there', async () => {
    const full: Failure = {
      kind: 'not-stored',
      cause: 'disk-full',
      place: 'outbox',
      code: 'ENOSPC'
    }
    const store = await stored()
    const outbox = new TakingOutbox()
    outbox.faults.set(2, full)
    expect(await run(store, outbox)).toEqual({ ok: false, failure: full })
    expect(outbox.entries.size).toBe(chunkSize)
    await run(store, outbox)
    expect(namesIn(outbox)).toEqual(wishes)
  })

  it('never turns in a circle over a plan that lost steps', async () => {
    await expect(run(await stored(), new TakingOutbox(), { total: 5000 })).rejects.toThrow(/fewer/)
  })

  it('is cancelled between chunks', async () => {
    const store = await stored()
    const outbox = new TakingOutbox()
    const result = await run(store, outbox, { cancelled: () => outbox.calls === 1 })
    expect(result).toEqual({ ok: true, value: { kind: 'cancelled', at: 77 } })
    expect(outbox.entries.size).toBe(chunkSize)
  })
})

describe('the phases of an import', () => {
  const apply = (phase: Phase, ...events: readonly Parameters<typeof advance>[1][]): Phase =>
    events.reduce(advance, phase)

  it('go from the plan to the undo', () => {
    const applied = apply(
      record.phase,
      { kind: 'apply' },
      { kind: 'handing-over', mark: 4 },
      { kind: 'handed-over' },
      { kind: 'all-handed-over', at: 1 }
    )
    expect(applied).toEqual({ kind: 'applied', at: 1 })
    expect(apply(applied, { kind: 'undo', at: 2, from: 0 }, { kind: 'undone', at: 3 })).toEqual({
      kind: 'undone',
      at: 3,
      from: 0
    })
  })

  it('ignore what does not fit', () => {
    const phase: Phase = { kind: 'undone', at: 1, from: 0 }
    for (const kind of ['apply', 'handed-over'] as const)
      expect(advance(phase, { kind })).toBe(phase)
    for (const kind of ['cancel', 'undone', 'all-handed-over'] as const)
      expect(advance(phase, { kind, at: 2 })).toBe(phase)
    expect(advance(record.phase, { kind: 'undo', at: 2, from: 0 })).toBe(record.phase)
  })

  it('let an undo that was carried out in part be wanted again', () => {
    const undone: Phase = { kind: 'undone', at: 1, from: 0 }
    expect(advance(undone, { kind: 'undo', at: 2, from: 3 })).toEqual({
      kind: 'undoing',
      at: 2,
      from: 3,
      mark: null
    })
  })

  it('tell what goes on after a restart', () => {
    const unfinished = (phase: Phase): boolean => isUnfinished({ ...record, phase })
    expect(unfinished({ kind: 'applying', chunks: 1, mark: null })).toBe(true)
    expect(unfinished({ kind: 'applied', at: 1 })).toBe(false)
  })
})
