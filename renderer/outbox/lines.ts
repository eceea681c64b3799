import type { EntryId } from '../../shared/edit.ts'
import { hasEnded, isAdd, isStatus, keyOf, type KeptEntry } from './kept-entry.ts'
import { Ordered } from './ordered.ts'

/** Undecided entries that must go one after another: adds of one name, or statuses of one operator. */
interface Line {
  readonly members: Ordered
  /** Members that are not simply waiting: while there is one, nobody of the line goes. */
  readonly blockers: Ordered
  ready: KeptEntry | null
}

/** What of an organization may go now. */
export interface Ready {
  /** Adds by the refused attempt whose companions they are; '' for those never refused. */
  readonly adds: Map<string, Ordered>
  readonly statuses: Ordered
}

/** What the lines have to ask about an entry. */
export interface LineRules {
  /** The operator that a status is about, where it exists yet. */
  operatorOf(entry: KeptEntry): number | null
  /** Whether something of its own keeps the entry back: an operator to be created, a rest. */
  heldBack(entry: KeptEntry): boolean
  entry(id: EntryId): KeptEntry | undefined
}

/**
 * The indexes over the queue: who may go now, who waits behind whom, which names and operators are ours.
 * Kept up entry by entry.
 */
export class Lines {
  readonly #rules: LineRules
  readonly #lines = new Map<string, Line>()
  /** The line in which an entry stands, so that it is found again after its operator got an id. */
  readonly #standing = new Map<EntryId, string>()
  readonly #ready = new Map<number, Ready>()
  readonly #names = new Map<string, Set<EntryId>>()
  readonly #dependants = new Map<EntryId, Set<EntryId>>()
  readonly #actions = new Map<string, Set<EntryId>>()
  readonly #actionOrder: string[] = []

  constructor(rules: LineRules) {
    this.#rules = rules
  }

  /** Takes in a new or changed entry. */
  put(entry: KeptEntry): void {
    this.#index(entry, 'add')
    this.#leave(entry)
    if (!standsInLine(entry)) return
    const key = this.#lineKey(entry)
    const line = this.#lines.get(key) ?? {
      members: new Ordered(),
      blockers: new Ordered(),
      ready: null
    }
    this.#lines.set(key, line)
    this.#standing.set(entry.id, key)
    line.members.add(entry.order, entry.id)
    if (entry.state.kind !== 'waiting') line.blockers.add(entry.order, entry.id)
    this.#refresh(line)
  }

  /** Forgets an entry that has left the panel. */
  drop(entry: KeptEntry): void {
    this.#leave(entry)
    this.#index(entry, 'remove')
  }

  /** What may go now, by organization; only organizations where something may. */
  get ready(): ReadonlyMap<number, Ready> {
    return this.#ready
  }

  /** Adds in memory that bear a name, ended ones too. */
  named(organizationId: number, key: string): ReadonlySet<EntryId> {
    return this.#names.get(nameLine(organizationId, key)) ?? nobody
  }

  /** Whether lists are to be read for a name: not for those whose adds have ended, and are watched no more. */
  isSought(organizationId: number, key: string): boolean {
    for (const id of this.named(organizationId, key)) {
      const entry = this.#rules.entry(id)
      if (entry && (!hasEnded(entry.state) || entry.watch !== null)) return true
    }
    return false
  }

  /** Entries that name another one: as the creator of their operator, or to come after it. */
  dependants(id: EntryId): ReadonlySet<EntryId> {
    return this.#dependants.get(id) ?? nobody
  }

  /** Entries of one action of a person. */
  ofAction(actionId: string): ReadonlySet<EntryId> {
    return this.#actions.get(actionId) ?? nobody
  }

  /** Actions, the last one first. */
  *actionsFromLast(): Generator<string> {
    for (let at = this.#actionOrder.length - 1; at >= 0; at -= 1) {
      const actionId = this.#actionOrder[at]
      if (actionId !== undefined && this.#actions.has(actionId)) yield actionId
    }
  }

  /** Whom an entry waits for in its line, if for anybody. */
  aheadOf(entry: KeptEntry): EntryId | undefined {
    const line = this.#lines.get(this.#standing.get(entry.id) ?? '')
    const blocker = line?.blockers.first()
    return blocker === entry.id ? undefined : (blocker ?? line?.members.before(entry.order))
  }

  /** Undecided statuses of an operator, in order. */
  statusesOf(
    operator: { readonly id: number } | { readonly createdBy: EntryId }
  ): readonly EntryId[] {
    const key = 'id' in operator ? operatorLine(operator.id) : futureLine(operator.createdBy)
    return this.#lines.get(key)?.members.take(Infinity) ?? []
  }

  #lineKey(entry: KeptEntry): string {
    const { edit } = entry
    if (edit.kind === 'add') return nameLine(edit.organizationId, keyOf(entry))
    const operatorId = this.#rules.operatorOf(entry)
    if (operatorId !== null) return operatorLine(operatorId)
    return edit.operator.kind === 'created-by'
      ? futureLine(edit.operator.entryId)
      : operatorLine(edit.operator.id)
  }

  #leave(entry: KeptEntry): void {
    const key = this.#standing.get(entry.id)
    const line = key === undefined ? undefined : this.#lines.get(key)
    if (key === undefined || !line) return
    this.#standing.delete(entry.id)
    line.members.remove(entry.order)
    line.blockers.remove(entry.order)
    this.#refresh(line)
    if (line.members.size === 0) this.#lines.delete(key)
  }

  #refresh(line: Line): void {
    const head = line.blockers.size > 0 ? undefined : line.members.first()
    const entry = head === undefined ? undefined : this.#rules.entry(head)
    const next = entry && !this.#rules.heldBack(entry) ? entry : null
    if (line.ready) this.#unready(line.ready)
    line.ready = next
    if (next) this.#readyLine(next).add(next.order, next.id)
  }

  #readyLine(entry: KeptEntry): Ordered {
    const { organizationId } = entry.edit
    const ready = this.#ready.get(organizationId) ?? {
      adds: new Map<string, Ordered>(),
      statuses: new Ordered()
    }
    this.#ready.set(organizationId, ready)
    if (isStatus(entry)) return ready.statuses
    const group = entry.refusedWith ?? ''
    const adds = ready.adds.get(group) ?? new Ordered()
    ready.adds.set(group, adds)
    return adds
  }

  #unready(entry: KeptEntry): void {
    const { organizationId } = entry.edit
    const ready = this.#ready.get(organizationId)
    if (!ready) return
    const group = entry.refusedWith ?? ''
    const line = isAdd(entry) ? ready.adds.get(group) : ready.statuses
    line?.remove(entry.order)
    if (isAdd(entry) && line?.size === 0) ready.adds.delete(group)
    if (ready.adds.size === 0 && ready.statuses.size === 0) this.#ready.delete(organizationId)
  }

  #index(entry: KeptEntry, how: 'add' | 'remove'): void {
    const { edit, id } = entry
    const change = how === 'add' ? join : part
    if (how === 'add' && !this.#actions.has(entry.actionId)) this.#actionOrder.push(entry.actionId)
    change(this.#actions, entry.actionId, id)
    if (edit.kind === 'add') {
      change(this.#names, nameLine(edit.organizationId, keyOf(entry)), id)
      return
    }
    if (edit.operator.kind === 'created-by') change(this.#dependants, edit.operator.entryId, id)
    if (edit.after !== null) change(this.#dependants, edit.after, id)
  }
}

const nobody: ReadonlySet<EntryId> = new Set()

function join(index: Map<string, Set<EntryId>>, key: string, id: EntryId): void {
  const ids = index.get(key)
  if (ids) ids.add(id)
  else index.set(key, new Set([id]))
}

function part(index: Map<string, Set<EntryId>>, key: string, id: EntryId): void {
  const ids = index.get(key)
  ids?.delete(id)
  if (ids?.size === 0) index.delete(key)
}

function nameLine(organizationId: number, key: string): string {
  return `name ${organizationId} ${key}`
}

function operatorLine(operatorId: number): string {
  return `operator ${operatorId}`
}

function futureLine(entryId: EntryId): string {
  return `created by ${entryId}`
}

/** An add whose name merely appeared elsewhere keeps nobody back; any open question about a status does. */
function standsInLine(entry: KeptEntry): boolean {
  if (hasEnded(entry.state) || entry.state.kind === 'rejected') return false
  if (entry.state.kind !== 'needs-person' || isStatus(entry)) return true
  return entry.state.question.kind === 'undecided'
}
