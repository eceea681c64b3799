import type { EntryId } from '../../shared/edit.ts'
import { idsAt, type IdIndex, joinIndex, partIndex } from './id-index.ts'
import { hasEnded, isAdd, isStatus, keyOf, type KeptEntry, type StatusEntry } from './kept-entry.ts'
import { aheadIn, headOf, holds, isLong, joined, left, type Line, membersOf } from './line.ts'
import { Ordered } from './ordered.ts'

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

/** The lines of one organization's names, or of operators by id, or of those that an entry is to create. */
type LineTable<Key> = Map<Key, Line>

/** Where a status stands: behind its operator, or behind the entry that is to create it. */
type Standing = number | EntryId

/**
 * The indexes over the queue: who may go now, who waits behind whom, which names and operators are ours.
 * Kept up entry by entry.
 */
export class Lines {
  readonly #rules: LineRules
  readonly #names = new Map<number, LineTable<string>>()
  readonly #operators: LineTable<Standing> = new Map()
  /** The line in which a status stands, so that it is found again after its operator got an id. */
  readonly #standing = new Map<EntryId, Standing>()
  readonly #ready = new Map<number, Ready>()
  readonly #named = new Map<number, IdIndex>()
  readonly #dependants: IdIndex = new Map()
  readonly #actions: IdIndex = new Map()
  readonly #actionOrder: string[] = []

  constructor(rules: LineRules) {
    this.#rules = rules
  }

  /** Takes in a new or changed entry. */
  put(entry: KeptEntry): void {
    if (!this.#actions.has(entry.actionId)) this.#actionOrder.push(entry.actionId)
    this.#index(entry, joinIndex)
    this.#leave(entry)
    if (!standsInLine(entry)) return
    if (isAdd(entry)) {
      const table = tableAt(this.#names, entry.edit.organizationId)
      this.#enter(table, keyOf(entry), entry)
      return
    }
    if (!isStatus(entry)) return
    const standing = this.#standingOf(entry)
    this.#standing.set(entry.id, standing)
    this.#enter(this.#operators, standing, entry)
  }

  /** Forgets an entry that has left the panel. */
  drop(entry: KeptEntry): void {
    this.#leave(entry)
    this.#index(entry, partIndex)
  }

  /** What may go now, by organization; only organizations where something may. */
  get ready(): ReadonlyMap<number, Ready> {
    return this.#ready
  }

  /** Adds in memory that bear a name, ended ones too. */
  named(organizationId: number, key: string): readonly EntryId[] {
    return idsAt(this.#named.get(organizationId), key)
  }

  /** Whether lists are to be read for a name: not for those whose adds have ended, and are watched no more. */
  isSought(organizationId: number, key: string): boolean {
    return this.named(organizationId, key).some((id) => {
      const entry = this.#rules.entry(id)
      return entry && (!hasEnded(entry.state) || entry.watch !== null)
    })
  }

  /** Entries that name another one: as the creator of their operator, or to come after it. */
  dependants(id: EntryId): readonly EntryId[] {
    return idsAt(this.#dependants, id)
  }

  /** Entries of one action of a person. */
  ofAction(actionId: string): readonly EntryId[] {
    return idsAt(this.#actions, actionId)
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
    const line = this.#lineOf(entry)
    return line && aheadIn(line, entry)
  }

  /** Undecided statuses of an operator, in order. */
  statusesOf(
    operator: { readonly id: number } | { readonly createdBy: EntryId }
  ): readonly EntryId[] {
    const line = this.#operators.get('id' in operator ? operator.id : operator.createdBy)
    return line ? membersOf(line) : []
  }

  #standingOf(entry: StatusEntry): Standing {
    const { operator } = entry.edit
    if (operator.kind === 'known') return operator.id
    return this.#rules.operatorOf(entry) ?? operator.entryId
  }

  /** The line in which an entry stands, if it does. */
  #lineOf(entry: KeptEntry): Line | undefined {
    const line = isAdd(entry)
      ? this.#names.get(entry.edit.organizationId)?.get(keyOf(entry))
      : this.#operators.get(this.#standing.get(entry.id) ?? '')
    return line && holds(line, entry) ? line : undefined
  }

  #enter<Key>(table: LineTable<Key>, key: Key, entry: KeptEntry): void {
    const before = table.get(key)
    if (before) this.#unready(before)
    const line = joined(before, entry)
    table.set(key, line)
    this.#makeReady(line)
  }

  #leave(entry: KeptEntry): void {
    const line = this.#lineOf(entry)
    if (!line) return
    this.#unready(line)
    const rest = left(line, entry)
    if (rest) this.#makeReady(rest)
    else if (isAdd(entry)) this.#names.get(entry.edit.organizationId)?.delete(keyOf(entry))
    else this.#operators.delete(this.#standing.get(entry.id) ?? '')
    this.#standing.delete(entry.id)
  }

  #makeReady(line: Line): void {
    const head = headOf(line)
    const entry = head === undefined ? undefined : this.#rules.entry(head)
    const next = entry && !this.#rules.heldBack(entry) ? entry : null
    if (isLong(line)) line.ready = next
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

  /** Nobody of the line may go; of a line of one, nobody may have been able to before. */
  #unready(line: Line): void {
    const entry = isLong(line) ? line.ready : line
    const ready = entry && this.#ready.get(entry.edit.organizationId)
    if (!entry || !ready) return
    const group = entry.refusedWith ?? ''
    const going = isAdd(entry) ? ready.adds.get(group) : ready.statuses
    going?.remove(entry.order)
    if (isAdd(entry) && going?.size === 0) ready.adds.delete(group)
    if (ready.adds.size === 0 && ready.statuses.size === 0)
      this.#ready.delete(entry.edit.organizationId)
  }

  #index(entry: KeptEntry, change: typeof joinIndex): void {
    const { edit, id } = entry
    change(this.#actions, entry.actionId, id)
    if (edit.kind === 'add') {
      change(tableAt(this.#named, edit.organizationId), keyOf(entry), id)
      return
    }
    if (edit.operator.kind === 'created-by') change(this.#dependants, edit.operator.entryId, id)
    if (edit.after !== null) change(this.#dependants, edit.after, id)
  }
}

function tableAt<Value>(
  tables: Map<number, Map<string, Value>>,
  organizationId: number
): Map<string, Value> {
  const table = tables.get(organizationId) ?? new Map<string, Value>()
  tables.set(organizationId, table)
  return table
}

/** An add whose name merely appeared elsewhere keeps nobody back; any open question about a status does. */
function standsInLine(entry: KeptEntry): boolean {
  if (hasEnded(entry.state) || entry.state.kind === 'rejected') return false
  if (entry.state.kind !== 'needs-person' || isStatus(entry)) return true
  return entry.state.question.kind === 'undecided'
}
