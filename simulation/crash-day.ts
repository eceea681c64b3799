import type { Edit } from '../shared/edit.ts'
import type { Status } from '../shared/operator.ts'
import { chance } from './chance.ts'
import { CrashPlan, type Strike } from './crash-plan.ts'
import { judge } from './judge.ts'
import { People } from './people.ts'
import type { Regime } from './regime.ts'
import { Witness } from './witness.ts'
import { World } from './world.ts'

/** What came of a day with strikes. */
export interface Struck {
  readonly violations: readonly string[]
  /** How often each moment was reached, since the last strike. */
  readonly visits: ReadonlyMap<string, number>
  /** Whether every strike hit. */
  readonly isOver: boolean
}

/** Whose add is lost, and who is missing from the first list after it. */
const unseen = 'Ola Berg'

const regime: Regime = {
  settleMs: 1_000,
  latency: 20,
  timeoutMs: 800,
  throttleMs: 0,
  sameNames: false,
  bends: false,
  late: false,
  disks: false,
  actions: 0
}

/** Plays the same eventful day each time, and strikes it where the plan says. */
export async function playCrashDay(strikes: readonly Strike[]): Promise<Struck> {
  const plan = new CrashPlan(strikes)
  const witness = new Witness(regime.settleMs)
  const world = new World({ seed: 1, ...regime, witness, at: plan.at })
  const people = new People(world, chance(1), regime)
  const day = new CrashDay(world, people)
  await day.play()
  // A call that was made to fail is reported as the bug that it would be.
  if (strikes.some(({ blow }) => blow === 'reject')) world.bugs.length = 0
  const { violations } = judge({ world, people, regime, kills: 0 })
  return {
    violations: [...violations, ...doneTwice(world)],
    visits: plan.visits,
    isOver: plan.left === 0
  }
}

/** To tell the person of a possible duplicate is not enough where a second list would have shown the operator. */
function doneTwice({ core }: World): string[] {
  const rows = core.operators(24).filter(({ name }) => name === unseen)
  return rows.length > 1 ? [`I2: ${unseen} was sent again over one list that did not show it`] : []
}

class CrashDay {
  readonly #world: World
  readonly #people: People

  constructor(world: World, people: People) {
    this.#world = world
    this.#people = people
  }

  async play(): Promise<void> {
    const world = this.#world
    await this.#pass(100)
    this.#refresh()
    await this.#pass(500)
    this.#queue(add('Alex Brown'), add('Emma Davis'), add('Alex Brown'), status(101, 0, 1))
    await this.#pass(2_000)
    world.core.faults.add({ fault: { kind: 'drop-after' }, call: 'add' })
    world.core.faults.add({ fault: { kind: 'drop-after' }, call: 'status' })
    this.#queue(add('Noa Kaplan'), status(102, 0, 1))
    await this.#pass(4_000)
    await this.#loseUnseen()
    world.core.faults.add({
      fault: { kind: 'answer', status: 422 },
      call: 'add',
      name: 'Bad',
      count: Infinity
    })
    this.#queue(add('Max Müller'), add('Bad'), add('Ines Shaw'))
    await this.#pass(4_000)
    await this.#pauseInLine()
    await this.#fillDisk()
    world.isDown = true
    this.#queue(add('Zoë Brown'), status(103, 1, 2))
    await this.#pass(3_000)
    world.isDown = false
    await this.#pass(10_000)
    world.core.faults.clear()
    for (let round = 0; round < 12 && this.#isBusy(); round += 1) {
      await this.#pass(30_000)
      void this.#people.answer(true)
    }
    this.#refresh()
    await this.#pass(2_000)
    this.#people.look()
  }

  /** An add whose reply is lost, and which the first list after it does not show yet: one list proves nothing. */
  async #loseUnseen(): Promise<void> {
    const { faults } = this.#world.core
    faults.add({ fault: { kind: 'drop-after' }, call: 'add' })
    this.#queue(add(unseen))
    await this.#pass(500)
    faults.add({ fault: { kind: 'stale-list', by: 2_000 }, call: 'list' })
    await this.#pass(4_000)
  }

  /** More requests than may leave in a second: the person pauses while some stand in line. */
  async #pauseInLine(): Promise<void> {
    for (const name of [
      'Lena Adler',
      'Lena Bauer',
      'Lena Cohen',
      'Lena Dahl',
      'Lena Egger',
      'Lena Falk'
    ]) {
      this.#queue(add(name))
      await this.#pass(10)
    }
    this.#world.pause(true)
    await this.#pass(1_500)
    this.#world.pause(false)
    await this.#pass(1_500)
  }

  /** Nothing can be stored for a moment. */
  async #fillDisk(): Promise<void> {
    const { store } = this.#world
    store.failure = {
      kind: 'not-stored',
      cause: 'disk-full',
      place: 'outbox',
      code: 'ENOSPC'
    }
    this.#queue(add('Ines Kaplan'))
    await this.#pass(500)
    store.failure = null
    await this.#pass(3_000)
  }

  /** The grid looks; a call of its own that fails is nobody's edit. */
  #refresh(): void {
    void this.#world.refresh(24).catch(() => undefined)
  }

  #queue(...edits: readonly Edit[]): void {
    void this.#people.enqueue(edits)
  }

  #isBusy(): boolean {
    const view = this.#world.outbox?.view()
    if (!view) return true
    const { counts, queue } = view
    return (
      queue.kind === 'paused' ||
      counts.waiting +
        counts.sending +
        counts.verifying +
        counts.rejected +
        counts['needs-person'] >
        0
    )
  }

  /** Lets time pass; whatever died meanwhile is started again a good second later. */
  async #pass(ms: number): Promise<void> {
    const { clock } = this.#world
    const end = clock.monotonic() + ms
    while (clock.monotonic() < end) {
      if (!this.#world.isRunning) void this.#world.start()
      await clock.runTo(end, () => false)
      this.#people.look()
      if (this.#world.isRunning) return
      await clock.runTo(end + 1_100)
    }
  }
}

function add(name: string): Edit {
  return { kind: 'add', organizationId: 24, name, addAnyway: false }
}

function status(id: number, from: Status, to: Status): Edit {
  return {
    kind: 'set-status',
    organizationId: 24,
    operator: { kind: 'known', id },
    name: `Operator ${id}`,
    from,
    to,
    after: null
  }
}
