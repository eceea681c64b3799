import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attempt, Outcome } from '../../shared/attempt.ts'
import { pack } from '../../shared/operator-columns.ts'
import type { Operator } from '../../shared/operator.ts'
import { failed, ok } from '../../shared/result.ts'
import { apply, emptyState } from './apply.ts'
import { isIdle } from './changes.ts'
import type { Draft } from './draft.ts'
import type { Event } from './event.ts'
import { refusal, refusedConnection, reset } from './fake-hub.ts'
import { hasEnded } from './kept-entry.ts'
import { readList } from './read-list.ts'
import { step } from './step.ts'
import { seededRandom } from './test-rig.ts'

/** What can become of a request: whether it is done, and what is told of it. */
type Fate =
  'done' | 'lost-done' | 'lost-undone' | 'failed-done' | 'unsent' | 'refused' | 'half-then-500'
const fates: readonly Fate[] = [
  'done',
  'lost-done',
  'lost-undone',
  'failed-done',
  'unsent',
  'refused',
  'half-then-500'
]

type Command =
  | { readonly kind: 'add'; readonly names: readonly string[] }
  | { readonly kind: 'fate'; readonly fate: Fate; readonly which: number }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'discard'; readonly which: number }

const command = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    names: fc.array(fc.constantFrom('Ann', 'Bea', 'Cid', 'Dov', 'Eve'), {
      minLength: 1,
      maxLength: 6
    })
  }),
  fc.record({
    kind: fc.constant('fate' as const),
    fate: fc.constantFrom(...fates),
    which: fc.nat(5)
  }),
  fc.record({ kind: fc.constant('pass' as const), ms: fc.constantFrom(100, 1_000, 5_000, 60_000) }),
  fc.record({ kind: fc.constant('discard' as const), which: fc.nat(20) })
)

/** The reducer with the barest executor, beside a service that is nothing but a bag of rows. */
class Bench {
  readonly state = emptyState({
    accountId: 'a',
    settleMs: 10_000,
    requestsPerSecond: 5,
    pausedByPerson: false
  })
  readonly random = seededRandom(1)
  readonly flying: Attempt[] = []
  readonly asked: number[] = []
  /** Independent of the outbox: how many rows of each name were made, and how many were wanted. */
  readonly rows: Operator[] = []
  readonly wanted = new Map<string, number>()
  readonly known = new Map<number, Operator>()
  now = 0

  constructor() {
    this.take({
      kind: 'recovered',
      stored: { storeId: 's', entries: [], attempts: [], created: new Map() },
      journal: {
        storeId: 's',
        damaged: false,
        open: { kind: 'ids', ids: '' },
        ended: [],
        attempts: []
      },
      open: []
    })
  }

  take(event: Event): void {
    this.#apply(
      step(this.state, event, { wall: this.now, monotonic: this.now, random: this.random })
    )
    if (event.kind !== 'next') this.#goOn()
  }

  add(names: readonly string[]): void {
    const wishes = names.map((name) => ({
      edit: { kind: 'add', organizationId: 24, name, addAnyway: true } as const,
      known: []
    }))
    for (const name of names) this.wanted.set(name, (this.wanted.get(name) ?? 0) + 1)
    this.take({ kind: 'accept', wishes, readAt: this.now, actionId: this.random.id() })
  }

  end(which: number, fate: Fate): void {
    const [attempt] = this.flying.splice(which % Math.max(1, this.flying.length), 1)
    if (attempt)
      this.take({ kind: 'outcome', attemptId: attempt.id, outcome: this.#outcome(attempt, fate) })
  }

  async list(): Promise<void> {
    const askedAt = this.asked.shift()
    if (askedAt === undefined) return
    const known = pack([...this.known.values()])
    for (const row of this.rows) this.known.set(row.id, row)
    const wanted = (key: string): boolean => this.state.lines.named(24, key).length > 0
    const upTo = this.state.organizations.get(24)?.accepted ?? 0
    const breathe = (): Promise<void> => Promise.resolve()
    const reading = await readList({
      list: { columns: pack(this.rows), at: this.now },
      known,
      wanted,
      breathe,
      askedAt,
      at: this.now,
      upTo
    })
    this.take({ kind: 'listed', organizationId: 24, reading, asked: true })
  }

  async pass(ms: number): Promise<void> {
    for (const end = this.now + ms; this.now < end;) {
      this.now = Math.min(end, this.now + 500)
      await this.list()
      this.take({ kind: 'tick' })
    }
  }

  #goOn(): void {
    for (let going = true; going;) {
      const draft = step(
        this.state,
        { kind: 'next' },
        { wall: this.now, monotonic: this.now, random: this.random }
      )
      going = !isIdle(draft)
      this.#apply(draft)
    }
  }

  #apply(draft: Draft): void {
    apply(this.state, draft)
    for (const effect of draft.effects) {
      if (effect.kind === 'send') this.flying.push(effect.attempt)
      if (effect.kind === 'list') this.asked.push(this.now)
      if (effect.kind === 'applied')
        for (const operator of effect.operators) this.known.set(operator.id, operator)
    }
  }

  #outcome(attempt: Attempt, fate: Fate): Outcome {
    if (fate === 'unsent') return failed(refusedConnection)
    if (fate === 'refused') return failed(refusal(422))
    if (fate === 'lost-undone') return failed(reset)
    const done =
      fate === 'half-then-500'
        ? attempt.entries.slice(0, attempt.entries.length >> 1)
        : attempt.entries
    const operators = done.map(({ name }): Operator => ({
      id: 1_000 + this.rows.length + 1,
      name,
      status: 0
    }))
    const made = operators.map((operator, at) => ({ ...operator, id: operator.id + at }))
    this.rows.push(...made)
    if (fate === 'lost-done') return failed(reset)
    return fate === 'done' ? ok({ kind: 'added', operators: made }) : failed(refusal(500))
  }
}

function rowsOf(bench: Bench, name: string): number {
  return bench.rows.filter((row) => row.name === name).length
}

async function run(bench: Bench, each: Command): Promise<void> {
  if (each.kind === 'add') bench.add(each.names)
  if (each.kind === 'fate') bench.end(each.which, each.fate)
  if (each.kind === 'pass') await bench.pass(each.ms)
  if (each.kind === 'discard') {
    const waiting = [...bench.state.entries.values()].filter(
      ({ state, everSent }) => state.kind === 'waiting' && !everSent
    )
    const entry = waiting[each.which % Math.max(1, waiting.length)]
    if (!entry) return
    bench.wanted.set(entry.edit.name, (bench.wanted.get(entry.edit.name) ?? 0) - 1)
    bench.take({ kind: 'discard', ids: [entry.id] })
  }
}

async function drain(bench: Bench): Promise<void> {
  for (let round = 0; round < 400; round += 1) {
    while (bench.flying.length > 0) bench.end(0, 'done')
    await bench.pass(1_000)
    const open = [...bench.state.entries.values()].filter(({ state }) => !hasEnded(state))
    const ids = open.map(({ id }) => id)
    bench.take({ kind: 'retry', ids })
    bench.take({ kind: 'answer', ids, answer: { kind: 'add-another' } })
    if (open.length === 0) return
  }
}

describe('the reducer', () => {
  it('makes of every name as many rows as were wanted, whatever becomes of the requests', async () => {
    const property = fc.asyncProperty(fc.array(command, { maxLength: 30 }), async (commands) => {
      const bench = new Bench()
      for (const each of commands) {
        await run(bench, each)
        const { counts } = bench.state
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(
          bench.state.entries.size
        )
        for (const [name, wanted] of bench.wanted)
          expect(rowsOf(bench, name)).toBeLessThanOrEqual(wanted)
      }
      await drain(bench)
      for (const [name, wanted] of bench.wanted)
        expect([name, rowsOf(bench, name)]).toEqual([name, wanted])
      const claimed = [...bench.state.created.values()]
      expect(new Set(claimed).size).toBe(claimed.length)
    })
    await fc.assert(property, { numRuns: 300 })
  }, 120_000)
})
