import type { Answer, Entry } from '../renderer/outbox/entry.ts'
import type { Edit, EntryId } from '../shared/edit.ts'
import { sameKey } from '../shared/match-key.ts'
import type { Operator, Status } from '../shared/operator.ts'
import type { Chance } from './chance.ts'
import type { Regime } from './regime.ts'
import type { World } from './world.ts'

const organizations = [24, 25] as const
const given = ['Alex', 'Emma', 'Noa', 'Олена', 'יעל', 'Zoë', 'Ines', 'Max']
const family = ['Brown', 'Davis', 'Kaplan', 'Шевчук', 'כהן', 'Müller']

/** The person at the window, and colleagues elsewhere. */
export class People {
  /** Edits that were accepted, and what was last seen of them. */
  readonly accepted = new Map<EntryId, Entry>()
  /** Names that a person chose to add although they may have been added. */
  readonly insisted = new Set<string>()
  /** Names that colleagues added. */
  readonly foreign = new Set<string>()
  /** Rows that a person saw in a question before deciding. */
  readonly shown = new Set<number>()
  asked = 0
  readonly #world: World
  readonly #chance: Chance
  readonly #regime: Regime
  readonly #retried = new Map<EntryId, number>()

  constructor(world: World, chance: Chance, regime: Regime) {
    this.#world = world
    this.#chance = chance
    this.#regime = regime
  }

  /** A name, from few enough that they meet. */
  name(): string {
    const plain = `${this.#chance.one(given)} ${this.#chance.one(family)}`
    if (this.#chance.happens(0.05)) return plain.toUpperCase()
    return this.#chance.happens(0.05) ? plain.normalize('NFD') : plain
  }

  /** Adds some names in one action. */
  async add(): Promise<void> {
    const organizationId = this.#chance.one(organizations)
    const count = this.#chance.happens(0.03)
      ? 90 + this.#chance.below(40)
      : 1 + this.#chance.below(5)
    const many = count > 10
    const names = Array.from({ length: count }, (_, at) =>
      many ? `${this.name()} ${at}` : this.name()
    )
    const addAnyway = this.#chance.happens(0.5)
    const edits = names.map((name): Edit => ({ kind: 'add', organizationId, name, addAnyway }))
    if (this.#chance.happens(0.2)) edits.push(...this.#correction(organizationId))
    await this.enqueue(edits)
  }

  /** Sets the status of somebody who is shown, or of an add that waits. */
  async setStatus(): Promise<void> {
    const organizationId = this.#chance.one(organizations)
    const waiting = this.#open().filter(({ edit }) => edit.kind === 'add')
    if (waiting.length > 0 && this.#chance.happens(0.2)) {
      const { id, edit } = this.#chance.one(waiting)
      await this.enqueue([
        this.#status(
          edit.organizationId,
          { kind: 'created-by', entryId: id },
          { name: edit.name, from: 0 }
        )
      ])
      return
    }
    const shown = this.#world.lists.operators(organizationId)
    if (shown.length === 0) return
    const chosen = Array.from({ length: 1 + this.#chance.below(3) }, () => this.#chance.one(shown))
    await this.enqueue(chosen.map((operator) => this.#statusOf(organizationId, operator)))
  }

  /** Does something with what is in the outbox. */
  async tinker(): Promise<void> {
    const { outbox } = this.#world
    if (!outbox) return
    const open = this.#open()
    const what = this.#chance.below(6)
    if (what === 0) outbox.sendNow()
    if (what === 1) this.#world.pause(this.#chance.happens(0.5))
    if (what === 2) await this.#undo()
    if (open.length === 0) return
    const { id, edit, state } = this.#chance.one(open)
    if (what === 3) await this.#discard({ id, state })
    if (what === 4) await outbox.retry([id])
    if (
      what === 5 &&
      edit.kind === 'add' &&
      (state.kind === 'rejected' || state.kind === 'waiting')
    ) {
      const renamed = await outbox.rename(id, `${this.name()} renamed`)
      if (renamed.ok) this.#remember([renamed.value])
    }
  }

  /** Answers what the queue asks. `patient`: what was rejected is tried twice more, then discarded. */
  async answer(patient: boolean): Promise<void> {
    for (const entry of this.#open()) {
      const { outbox } = this.#world
      if (!outbox) return
      if (entry.state.kind === 'needs-person') this.#world.options.witness.discards.forget(entry.id)
      if (entry.state.kind === 'needs-person')
        await outbox.answer([entry.id], this.#answerTo(entry))
      if (patient && entry.state.kind === 'rejected') await this.#retryOrDiscard(entry.id)
    }
  }

  /** A colleague does something elsewhere. */
  meddle(): void {
    const { core } = this.#world
    const organizationId = this.#chance.one(organizations)
    if (this.#chance.happens(0.5)) {
      const name = this.#regime.sameNames ? this.name() : `Colleague ${this.#chance.below(1_000)}`
      this.foreign.add(`${organizationId} ${sameKey(name)}`)
      core.colleague.add(organizationId, name)
      return
    }
    const { id } = this.#chance.one(core.operators(organizationId))
    core.colleague.setStatus(id, this.#chance.one([0, 1, 2]))
  }

  /** Looks at the outbox: what was accepted, and where it stands. */
  look(): void {
    const entries = this.#world.outbox?.view().entries
    for (const id of this.accepted.keys()) {
      const entry = entries?.get(id)
      if (entry) this.accepted.set(id, entry)
    }
  }

  #open(): Entry[] {
    const view = this.#world.outbox?.view()
    return view ? [...view.entries.values()].filter(({ state }) => !ended.has(state.kind)) : []
  }

  /** Asks the queue to accept edits, and remembers those that it did. */
  async enqueue(edits: readonly Edit[]): Promise<void> {
    const accepted = await this.#world.outbox?.enqueue(edits)
    if (accepted?.ok) this.#remember(accepted.value)
  }

  #remember(entries: readonly Entry[]): void {
    for (const entry of entries) this.accepted.set(entry.id, entry)
  }

  /** Whose end is being looked up cannot be discarded; whoever was, and is, being sent can. */
  async #discard({ id, state: before }: Pick<Entry, 'id' | 'state'>): Promise<void> {
    const discarded = await this.#world.outbox?.discard([id])
    const now = this.#world.outbox?.view().entries.get(id)?.state
    const isUnderWay =
      before.kind === 'sending' && now?.kind === 'sending' && now.attemptId === before.attemptId
    if (discarded?.ok && (now?.kind === 'cancelled' || isUnderWay))
      this.#world.options.witness.discards.add(id)
  }

  async #undo(): Promise<void> {
    const undoable = this.#world.outbox?.undoable()
    if (undoable) await this.#world.outbox?.undo(undoable)
  }

  /** "Correct name": the old one goes once the new one exists. */
  #correction(organizationId: number): Edit[] {
    const waiting = this.#open().filter(
      ({ edit }) => edit.kind === 'add' && edit.organizationId === organizationId
    )
    const shown = this.#world.lists.operators(organizationId)
    if (waiting.length === 0 || shown.length === 0) return []
    const { id, name, status } = this.#chance.one(shown)
    const edit = this.#status(organizationId, { kind: 'known', id }, { name, from: status })
    return [{ ...edit, to: 2, after: this.#chance.one(waiting).id }]
  }

  #statusOf(organizationId: number, { id, name, status }: Operator) {
    return this.#status(organizationId, { kind: 'known', id }, { name, from: status })
  }

  #status(
    organizationId: number,
    operator: (Edit & { kind: 'set-status' })['operator'],
    about: { name: string; from: Status }
  ) {
    const to = this.#chance.one<Status>([0, 1, 2])
    return { kind: 'set-status', organizationId, operator, ...about, to, after: null } as const
  }

  #answerTo(entry: Entry): Answer {
    this.asked += 1
    const { state } = entry
    const question = state.kind === 'needs-person' ? state.question : null
    const rows =
      question?.kind === 'name-appeared'
        ? question.operators
        : question?.kind === 'undecided'
          ? question.candidates
          : []
    for (const row of rows) this.shown.add(row.id)
    if (entry.edit.kind === 'set-status')
      return { kind: this.#chance.one(['mine', 'theirs'] as const) }
    const [row] = rows
    if (row && this.#chance.happens(0.5)) return { kind: 'use', operatorId: row.id }
    if (this.#chance.happens(0.5)) return { kind: 'discard' }
    this.insisted.add(`${entry.edit.organizationId} ${sameKey(entry.edit.name)}`)
    this.#world.options.witness.allow(entry.id)
    return { kind: 'add-another' }
  }

  async #retryOrDiscard(id: EntryId): Promise<void> {
    const tried = this.#retried.get(id) ?? 0
    this.#retried.set(id, tried + 1)
    if (tried < 2) await this.#world.outbox?.retry([id])
    else await this.#world.outbox?.discard([id])
  }
}

const ended = new Set(['confirmed', 'matched', 'cancelled', 'superseded'])
