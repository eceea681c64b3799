import { foldBytes } from '../electron/courier/journal-fold.ts'
import type { Chance } from './chance.ts'
import { chance } from './chance.ts'
import { drawFault } from './chaos.ts'
import { People } from './people.ts'
import type { Figures } from './figures.ts'
import { drawRegime, type Regime } from './regime.ts'
import { judge } from './judge.ts'
import { checkLastScreen, checkScreen, organizations } from './screen.ts'
import { Witness } from './witness.ts'
import { World } from './world.ts'

/** What came of a history. */
export interface Verdict {
  readonly violations: readonly string[]
  readonly hash: string
  readonly figures: Omit<Figures, 'histories'>
}

/** What a history is made of beside its seed: moments at which the plug is pulled. */
export interface Hooks {
  readonly at?: (label: string, world: World) => Promise<void>
  /** Told of every event of the trace. */
  readonly onnote?: (line: string) => void
}

/** Plays one history: a working day on which much goes wrong, then calm, then the reckoning. */
export async function playHistory(seed: number, hooks: Hooks = {}): Promise<Verdict> {
  const draw = chance(seed)
  const regime = drawRegime(draw)
  const witness = new Witness(regime.settleMs, hooks.onnote)
  witness.note(0, JSON.stringify(regime))
  const world = new World({ seed, ...regime, witness, ...(hooks.at ? { at: hooks.at } : {}) })
  const day = new Day(world, draw, regime)
  await day.play()
  await day.calmDown()
  return judge({ world, people: day.people, regime, kills: day.kills })
}

/** Whether each of the two durable places could be rebuilt from the other. */
function isWhole({ journal, store }: World): boolean {
  const { fold } = foldBytes(journal.bytes() ?? new Uint8Array())
  return !fold.damaged && fold.storeId !== null && fold.storeId === store.storeId
}

/** One history while it is played. */
class Day {
  readonly people: People
  kills = 0
  readonly #world: World
  readonly #chance: Chance
  readonly #regime: Regime
  /** Beside the history's own chance, so that histories without pauses stay as they were. */
  readonly #whims: Chance
  readonly #hesitates: boolean
  readonly #pending = new Set<Promise<unknown>>()

  constructor(world: World, draw: Chance, regime: Regime) {
    this.#whims = chance(world.options.seed + 1)
    this.#hesitates = this.#whims.happens(0.25)
    this.#world = world
    this.#chance = draw
    this.#regime = regime
    this.people = new People(world, draw, regime)
  }

  async play(): Promise<void> {
    this.#await(this.#start())
    await this.#pass(100)
    this.#await(this.#world.refresh(24))
    await this.#pass(1_000)
    for (let action = 0; action < this.#regime.actions; action += 1) {
      this.#act()
      if (this.#hesitates && this.#whims.happens(0.2)) await this.#hesitate(action)
      if (this.#chance.happens(0.02)) await this.#world.sleep(8 * 3_600_000)
      await this.#pass(this.#chance.one([10, 100, 500, 2_000, this.#regime.settleMs]))
      this.people.look()
      checkScreen(this.#world)
    }
  }

  /** One add after another, so that some stand in line, and a pause in the midst of it. */
  async #hesitate(action: number): Promise<void> {
    for (let at = 0; at < 8; at += 1) {
      const name = `Later ${action} ${at}`
      const edit = { kind: 'add', organizationId: 24, name, addAnyway: false } as const
      this.#await(this.people.enqueue([edit]))
      await this.#pass(1)
    }
    await this.#pass(this.#whims.below(1_000))
    this.#world.pause(true)
    await this.#pass(this.#whims.one([0, 10, 1_000, 3_000]))
    this.#world.pause(false)
  }

  /** Nothing goes wrong any more, and the person answers everything: all of it has to end. */
  async calmDown(): Promise<void> {
    const world = this.#world
    world.core.faults.clear()
    world.isDown = false
    world.store.failure = null
    world.journalFailure = null
    await this.#pass(6_000)
    if (!world.isRunning) this.#await(this.#start())
    await this.#pass(6_000)
    world.pause(false)
    for (let round = 0; round < 60 && this.#isBusy(); round += 1) {
      await this.#pass(this.#regime.settleMs * 2 + 70_000)
      if (!world.isRunning) this.#await(this.#start())
      this.#await(world.signIn())
      this.#await(this.people.answer(true))
    }
    this.#await(world.signIn())
    await this.#pass(5_000)
    for (const organizationId of organizations) await this.#refreshed(organizationId)
    this.people.look()
    checkScreen(world)
    checkLastScreen(world)
  }

  /** Looks at an organization once more, however long the service told us to wait before. */
  async #refreshed(organizationId: number): Promise<void> {
    const refreshing = this.#world.refresh(organizationId)
    this.#await(refreshing)
    for (let round = 0; round < 60 && this.#pending.has(refreshing); round += 1)
      await this.#pass(5_000)
  }

  #isBusy(): boolean {
    const view = this.#world.outbox?.view()
    if (!view || view.queue.kind === 'paused') return true
    const { counts } = view
    return (
      counts.waiting +
        counts.sending +
        counts.verifying +
        counts.rejected +
        counts['needs-person'] >
      0
    )
  }

  #act(): void {
    const { people } = this
    const acts: readonly (readonly [number, () => void])[] = [
      [30, () => this.#await(people.add())],
      [15, () => this.#await(people.setStatus())],
      [8, () => this.#await(people.tinker())],
      [8, () => this.#await(people.answer(false))],
      [10, () => people.meddle()],
      [
        25,
        () =>
          this.#world.core.faults.add(
            drawFault(this.#chance, this.#regime, [people.name(), people.name()])
          )
      ],
      [25, () => this.#strike()],
      [5, () => this.#await(this.#world.refresh(this.#chance.one([24, 25])))],
      [5, () => (this.#world.isDown = this.#chance.happens(0.6))],
      [3, () => this.#revoke()],
      [4, () => this.#await(this.#world.signIn())],
      [6, () => this.#await(this.#crash())],
      [2, () => this.#world.clock.shiftWall(this.#chance.one([-1, 1]) * 86_400_000)],
      [this.#regime.disks ? 5 : 0, () => this.#failDisks()]
    ]
    const note = (what: string): void =>
      this.#world.options.witness.note(this.#world.clock.monotonic(), what)
    let drawn = this.#chance.fraction() * acts.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, act] of acts) {
      drawn -= weight
      if (drawn >= 0) continue
      note(act.toString())
      act()
      return
    }
  }

  /** What is asked for next goes wrong. */
  #strike(): void {
    const rule = drawFault(this.#chance, this.#regime, [this.people.name()])
    this.#world.core.faults.add(rule.name === undefined ? { ...rule, nth: 1 } : rule)
    this.#await(this.people.add())
  }

  #revoke(): void {
    this.#world.core.faults.add({ fault: { kind: 'revoke-tokens' } })
  }

  #failDisks(): void {
    const { store } = this.#world
    const code = 'ENOSPC'
    const full = { kind: 'not-stored', cause: 'disk-full', place: 'outbox', code } as const
    const fails = this.#chance.happens(0.5)
    if (this.#chance.happens(0.5)) store.failure = fails ? full : null
    else this.#world.journalFailure = fails ? code : null
  }

  async #crash(): Promise<void> {
    const world = this.#world
    this.people.look()
    this.kills += 1
    if (this.#chance.happens(0.3)) world.killWindow()
    else this.#kill()
    await new Promise<void>((resolve) => world.clock.after(1_100, resolve))
    await this.#start()
  }

  #kill(): void {
    const world = this.#world
    world.kill()
    // What was spoilt has to be mended from the other place before that may be spoilt too.
    if (!this.#regime.disks || !isWhole(world) || !this.#chance.happens(0.3)) return
    if (this.#chance.happens(0.5)) {
      world.storeLost = true
      world.options.witness.discards.clear()
      world.store.lose()
    } else this.#spoilJournal()
  }

  #spoilJournal(): void {
    const { journal } = this.#world
    const bytes = journal.bytes()
    if (!bytes || this.#chance.happens(0.4)) {
      journal.put(null)
      return
    }
    const spoilt = Uint8Array.from(bytes)
    const at = this.#chance.below(spoilt.length)
    spoilt[at] = (spoilt[at] ?? 0) ^ 1
    journal.put(spoilt)
  }

  async #start(): Promise<void> {
    const world = this.#world
    const late = new Promise<void>((resolve) => world.clock.after(5_000, resolve))
    await Promise.race([world.start(), late])
  }

  #await(work: Promise<unknown>): void {
    this.#pending.add(work)
    void work.finally(() => this.#pending.delete(work))
  }

  async #pass(ms: number): Promise<void> {
    const { clock } = this.#world
    await clock.runTo(clock.monotonic() + ms)
  }
}
