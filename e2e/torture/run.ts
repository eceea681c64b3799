import type { FaultRule } from '../../electron/sandbox/fault.ts'
import { Acts, addsIn, organizations, type Stage } from './acts.ts'
import { calmDown } from './calm.ts'
import { disturb } from './disturb.ts'
import { killWhileStarting } from './early-kill.ts'
import { faultName, revocation } from './faults.ts'
import type { Figures } from './figures.ts'
import { moments, watchFor, type Moment, type Progress } from './moments.ts'
import { mostInASecond } from './most-in-a-second.ts'
import { reckon, type Reckoning } from './reckon.ts'
import { renewToken } from './renew.ts'
import { storedEntries, type StoredEntry } from './stored-outbox.ts'
import { startTortured, type Home, type TorturedApp, type Victim } from './tortured-app.ts'
import { comesTrue } from './until.ts'
import type { Answered } from './wishes.ts'

/** After so many kills everything may come to rest, and is held against the ledger. */
const killsBetweenCalms = 13

/** Every so often a round begins with a token that is refused from then on. */
const roundsBetweenRevocations = 6

/** Where a run plays, and with what. `settleMs`: the app's own setting. */
export interface RunOptions extends Stage {
  readonly home: Home
  readonly seed: number
  readonly settleMs: number
  readonly onkill: (line: string) => void
}

/** One run: an app, and what has happened to it so far. */
export class Run {
  readonly #options: RunOptions
  readonly #acts: Acts
  readonly #answered: Answered[] = []
  readonly #violations: string[] = []
  readonly #kills = { main: 0, renderer: 0, tree: 0, starting: 0 }
  readonly #moments: Record<string, number> = {}
  readonly #starts: number[] = []
  readonly #reloads: number[] = []
  readonly #begun = performance.now()
  readonly #faults: Record<string, number> = {}
  #signIns = 0
  #rounds = 0
  #outages: Promise<unknown> = Promise.resolve()
  #app: TorturedApp | null = null

  constructor(options: RunOptions) {
    this.#options = options
    this.#acts = new Acts(options)
  }

  /** Kills so often, and reckons now and then and at the end. */
  async play(kills: number): Promise<{ figures: Figures; violations: readonly string[] }> {
    let reckoned = await this.#rest()
    let next = killsBetweenCalms
    while (this.#killed() < kills) {
      await this.#round()
      if (this.#killed() < next && this.#killed() < kills) continue
      next += killsBetweenCalms
      reckoned = await this.#rest()
      if (reckoned.violations.length > 0) break
    }
    const violations = [...new Set([...this.#violations, ...reckoned.violations])]
    return { figures: this.#figures(reckoned), violations }
  }

  /** Ends whatever still runs. */
  async end(): Promise<void> {
    await this.#app?.kill('tree')
  }

  #killed(): number {
    return Object.values(this.#kills).reduce((sum, count) => sum + count, 0)
  }

  /** A person works, something goes wrong, and the app is killed in the middle of it. */
  async #round(): Promise<void> {
    const { chance, settleMs, sandbox, home } = this.#options
    const app = await this.#running()
    const { faults, outage } = disturb(this.#options, { settleMs, adds: addsIn(this.#acts.wishes) })
    this.#count(faults)
    this.#rounds += 1
    if (this.#rounds % roundsBetweenRevocations === 0) {
      sandbox.faults.add(revocation)
      this.#count([revocation])
    }
    this.#outages = Promise.all([this.#outages, outage])
    const victim = this.#victim(app)
    await this.#act(app, { pressed: false, shown: false }, chance.between(0, 2))
    const moment = chance.one(moments)
    const progress: Progress = { pressed: false, shown: false }
    const due = watchFor(moment, { ...home, ledger: sandbox.ledger, progress })
    await Promise.all([this.#killWhen(app, victim, { moment, due }), this.#act(app, progress, 1)])
    if (victim === 'renderer') this.#reloads.push(await app.recover())
    else this.#app = null
  }

  /** What the person does fails where the app dies under it; any other failure is one. */
  async #act(app: TorturedApp, progress: Progress, count: number): Promise<void> {
    try {
      if (await renewToken(app.page(), this.#options.sandbox)) this.#signIns += 1
      for (let act = 0; act < count && !app.killed(); act += 1)
        await this.#acts.one(app.page(), progress)
    } catch (error) {
      if (!app.killed()) throw error
    }
  }

  async #killWhen(
    app: TorturedApp,
    victim: Victim,
    { moment, due }: { moment: Moment; due: () => boolean }
  ): Promise<void> {
    const withinMs = this.#options.chance.between(300, 3_000)
    const came = await comesTrue(due, { withinMs, everyMs: 4 })
    await app.kill(victim)
    this.#countKill(victim, came ? moment : 'some-time')
  }

  #count(faults: readonly FaultRule[]): void {
    for (const name of faults.map(faultName)) this.#faults[name] = (this.#faults[name] ?? 0) + 1
  }

  #countKill(victim: Victim | 'starting', moment: string): void {
    this.#kills[victim] += 1
    this.#moments[moment] = (this.#moments[moment] ?? 0) + 1
    this.#options.onkill(`kill ${this.#killed()}: ${victim}, ${moment}`)
  }

  /** The window's death is met by loading it again, but soon after a second time by asking the person. */
  #victim(app: TorturedApp): Victim {
    const { chance } = this.#options
    return chance.one(app.reloaded() ? ['main', 'tree'] : ['main', 'tree', 'renderer'])
  }

  /** The app, started again where it was killed; sometimes it does not even get that far. */
  async #running(): Promise<TorturedApp> {
    if (this.#app) return this.#app
    const { chance, home } = this.#options
    while (this.#starts.length > 0 && chance.happens(0.2)) {
      await killWhileStarting(home, chance.between(100, 2_000))
      this.#countKill('starting', 'starting')
    }
    this.#app = await startTortured(home)
    this.#starts.push(this.#app.startedWithin)
    this.#conserved(await storedEntries(this.#app.page()))
    return this.#app
  }

  /** Whatever was shown as kept is there, at every start. */
  #conserved(entries: readonly StoredEntry[]): void {
    for (const wish of this.#acts.wishes.filter(({ shown }) => shown)) {
      const to = wish.kind === 'add' ? null : wish.to
      const gone = wish.names.filter(
        (name) => !entries.some((entry) => entry.name === name && entry.to === to)
      )
      if (gone.length > 0) this.#violations.push(`gone after a start: ${gone.join(', ')}`)
    }
  }

  /** Nothing goes wrong for a while: everything has to end. */
  async #rest(): Promise<Reckoning> {
    const { sandbox } = this.#options
    const app = await this.#running()
    await this.#outages
    const { answered, entries } = await calmDown(app.page(), sandbox)
    this.#answered.push(...answered)
    return reckon({
      wishes: this.#acts.wishes,
      answered: this.#answered,
      ledger: sandbox.ledger.entries(),
      operators: organizations.flatMap(({ id }) => sandbox.operators(id)),
      entries
    })
  }

  #figures({ duplicates, losses, clobbers, open, undecidable }: Reckoning): Figures {
    const { wishes } = this.#acts
    const ledger = this.#options.sandbox.ledger.entries()
    const count = (some: typeof wishes): number =>
      some.reduce((sum, { names }) => sum + names.length, 0)
    return {
      seed: this.#options.seed,
      kills: this.#kills,
      moments: this.#moments,
      adds: count(wishes.filter(({ kind }) => kind === 'add')),
      statuses: count(wishes.filter(({ kind }) => kind === 'set-status')),
      shown: count(wishes.filter(({ shown }) => shown)),
      ...{ duplicates, losses, clobbers, open, undecidable },
      asked: this.#answered.length,
      starts: this.#starts,
      reloads: this.#reloads,
      faults: { ...this.#faults, 'one name refused': this.#acts.refused },
      signIns: this.#signIns,
      kept: addsIn(wishes).flatMap(({ keptWithin }) => (keptWithin === null ? [] : [keptWithin])),
      mostInASecond: mostInASecond(ledger),
      requests: ledger.filter(({ by }) => by === 'client').length,
      seconds: (performance.now() - this.#begun) / 1_000
    }
  }
}
