import 'fake-indexeddb/auto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unpack } from '../shared/operator-columns.ts'
import type { Edit } from '../shared/edit.ts'
import { type GrowthBound, grown } from './growth.ts'
import { measure, type Sizes } from './sizes.ts'
import { SoakWorld } from './soak-world.ts'

/** How long, and how busily. */
export interface Soak {
  /** Hours before anything is measured: ended edits stay for a day, so after 25 their number stands. */
  readonly before: number
  readonly hours: number
  readonly refreshMs: number
  readonly editEveryMs: number
  /** Virtual time at once, ms: what is written meanwhile is waited for after each. */
  readonly stepMs: number
  /** How many edits the history keeps; fewer than leave the panel before, so that it is full. */
  readonly history: number
  readonly print: (line: string) => void
  /** Something to go wrong every so often, to see that it is found. */
  readonly leak?: (world: SoakWorld) => void
}

/** What came of it: empty where nothing grew, and nothing broke. */
export type SoakFaults = readonly string[]

const minute = 60_000
const hour = 60 * minute
const large = 27

/**
 * What may be more at the end. The service has some operators more, each a row in the cache; the journal is
 * rewritten whenever it has doubled.
 */
const bound: GrowthBound = { heap: 2_500_000, handles: 2, database: 150_000, journal: 200_000 }

/** Works for hours as an office does: refreshes, edits, other organizations, lost replies, outages. */
export async function soak(options: Soak): Promise<SoakFaults> {
  const folder = await mkdtemp(join(tmpdir(), 'switchboard-soak-'))
  const world = new SoakWorld({
    folder,
    account: `soak-${folder.slice(-6)}`,
    refreshMs: options.refreshMs,
    history: { forMs: 90 * 24 * hour, most: options.history }
  })
  try {
    await world.start()
    await world.lists.open(large)
    return await play(world, options)
  } finally {
    await world.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function play(world: SoakWorld, options: Soak): Promise<SoakFaults> {
  const office = new Office(world, options)
  await office.work(options.before * hour)
  const start = await look(world, 'start', options)
  await office.work((options.hours / 2) * hour)
  await look(world, 'middle', options)
  await office.work((options.hours / 2) * hour)
  const end = await look(world, 'end', options)
  const bugs = world.bugs.map((bug) => `a bug: ${String(bug)}`)
  const stuck = office.unsent() > 20 ? [`${office.unsent()} edits were not sent`] : []
  return [...grown(start, end, bound), ...bugs, ...stuck]
}

async function look(world: SoakWorld, when: string, { print }: Soak): Promise<Sizes> {
  const sizes = await measure(world.journalPath)
  const { heap, handles, database, journal } = sizes
  const entries = world.outbox.view().entries.size
  print(
    `${when.padEnd(6)} heap ${mega(heap)}, handles ${handles}, database ${mega(database)}, ` +
      `journal ${mega(journal)}, entries ${entries}`
  )
  return sizes
}

function mega(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(2)} MB`
}

/** Who works there. */
class Office {
  readonly #world: SoakWorld
  readonly #options: Soak
  #edits = 0

  constructor(world: SoakWorld, options: Soak) {
    this.#world = world
    this.#options = options
  }

  unsent(): number {
    const { counts } = this.#world.outbox.view()
    return counts.waiting + counts.sending + counts.verifying
  }

  async work(ms: number): Promise<void> {
    const { editEveryMs, stepMs, leak } = this.#options
    for (let passed = 0; passed < ms; passed += editEveryMs) {
      this.#edits += 1
      this.#goWrong()
      await this.#edit()
      if (this.#edits % 10 === 0) await this.#lookElsewhere()
      leak?.(this.#world)
      await this.#world.pass(editEveryMs, stepMs)
    }
    this.#world.setDown(false)
    await this.#world.pass(10 * minute, stepMs)
  }

  /** Every so often the line is gone for a while, a reply is lost, or the service asks for patience. */
  #goWrong(): void {
    const { core } = this.#world
    if (this.#edits % 30 === 5) this.#world.setDown(true)
    if (this.#edits % 30 === 8) this.#world.setDown(false)
    if (this.#edits % 15 === 2) core.faults.add({ call: 'status', fault: { kind: 'drop-after' } })
    if (this.#edits % 40 === 3) core.faults.add({ call: 'add', fault: { kind: 'drop-after' } })
    if (this.#edits % 50 === 4)
      core.faults.add({ fault: { kind: 'answer', status: 429, retryAfter: '5' } })
  }

  async #edit(): Promise<void> {
    const edit = this.#edits % 20 === 3 ? this.#add() : this.#turn()
    if (edit) await this.#world.outbox.enqueue([edit])
  }

  #add(): Edit {
    const name = `Somebody new ${this.#edits}`
    return { kind: 'add', organizationId: large, name, addAnyway: false }
  }

  /** Turns somebody on or off. */
  #turn(): Edit | null {
    const known = this.#world.lists.operators(large)
    const somebody = known && unpack(known.columns)[(this.#edits * 7) % known.columns.ids.length]
    if (!somebody) return null
    const { id, name, status } = somebody
    return {
      kind: 'set-status',
      organizationId: large,
      operator: { kind: 'known', id },
      name,
      from: status,
      to: status === 0 ? 1 : 0,
      after: null
    }
  }

  async #lookElsewhere(): Promise<void> {
    const { lists } = this.#world
    const others = [24, 25, 26]
    await lists.open(others[(this.#edits / 10) % others.length] ?? 24)
    await this.#world.pass(5_000, this.#options.stepMs)
    await lists.open(large)
  }
}
