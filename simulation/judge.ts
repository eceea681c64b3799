import type { Entry } from '../renderer/outbox/entry.ts'
import { sameKey } from '../shared/match-key.ts'
import type { Figures, Verdict } from './history.ts'
import type { People } from './people.ts'
import type { Regime } from './regime.ts'
import type { World } from './world.ts'

/** A history that is over. */
export interface Over {
  readonly world: World
  readonly people: People
  readonly regime: Regime
  readonly kills: number
}

/** Holds what a history left behind against what was promised. */
export function judge(over: Over): Verdict {
  const { world, people } = over
  const { witness } = world.options
  conserved(over)
  drained(over)
  claimedOnce(over)
  const adds = rowsAgainstEntries(over)
  for (const bug of world.bugs)
    witness.violate('bug', bug instanceof Error ? (bug.stack ?? bug.message) : String(bug))
  if (world.store.text().includes(world.token)) witness.violate('I15', 'the store holds the token')
  for (const entry of entriesOf(world))
    witness.note(entry.order, `${entry.id} ${JSON.stringify(entry.state)}`)
  const figures: Figures = {
    ...adds,
    adds: [...people.accepted.values()].filter(({ edit }) => edit.kind === 'add').length,
    requests: witness.requests,
    asked: people.asked,
    kills: over.kills
  }
  return { violations: witness.violations, hash: witness.hash(), figures }
}

function entriesOf(world: World): Entry[] {
  return [...world.store.past.values(), ...(world.outbox?.view().entries.values() ?? [])]
}

/** I1: whatever was accepted is there, unless it had ended and its store was lost. */
function conserved({ world, people }: Over): void {
  const entries = world.outbox?.view().entries
  for (const [id, { state }] of people.accepted) {
    if (entries?.has(id) || world.store.past.has(id) || ended.has(state.kind)) continue
    world.options.witness.violate('I1', `${id}, last seen as ${state.kind}, is gone`)
  }
}

/** I12: once nothing goes wrong any more, everything ends. */
function drained({ world }: Over): void {
  for (const { id, state } of entriesOf(world)) {
    if (!ended.has(state.kind))
      world.options.witness.violate(
        'I12',
        `${id} is still ${JSON.stringify(state)}; ${JSON.stringify(world.outbox?.view().queue)}`
      )
  }
}

/** I4: nobody belongs to two entries. */
function claimedOnce({ world }: Over): void {
  const claimed = new Map<number, string>()
  for (const { id, edit, state } of entriesOf(world)) {
    if (edit.kind !== 'add' || !('operatorId' in state)) continue
    const other = claimed.get(state.operatorId)
    if (other)
      world.options.witness.violate('I4', `${state.operatorId} belongs to ${other} and ${id}`)
    claimed.set(state.operatorId, id)
  }
}

/** I3: for every name, the rows that we made against the entries that made one. */
function rowsAgainstEntries(over: Over): Pick<Figures, 'explained' | 'duplicates' | 'losses'> {
  let explained = 0
  let duplicates = 0
  let losses = 0
  const made = rowsMade(over.world)
  const ended = endedByName(over)
  for (const key of new Set([...made.keys(), ...ended.keys()])) {
    const rows = made.get(key) ?? []
    const entries = ended.get(key) ?? []
    const extra = rows.filter((id) => !entries.includes(id))
    if (extra.length > 0 && isExplained(over, key, extra)) explained += extra.length
    else if (extra.length > 0) duplicates += noteExtra(over, key, { extra, entries })
    const lost = entries.filter((id) => !rows.includes(id))
    if (lost.length > 0 && !maybeForeign(over, key)) losses += noteLost(over, key, { lost, rows })
  }
  return { explained, duplicates, losses }
}

interface Found {
  readonly extra?: readonly number[]
  readonly lost?: readonly number[]
  readonly entries?: readonly number[]
  readonly rows?: readonly number[]
}

function noteExtra({ world }: Over, key: string, { extra = [], entries = [] }: Found): number {
  world.options.witness.violate(
    'I3',
    `${key}: made ${extra.join()} beside ${entries.join()}, and nobody was told`
  )
  return extra.length
}

function noteLost({ world }: Over, key: string, { lost = [], rows = [] }: Found): number {
  world.options.witness.violate(
    'I3',
    `${key}: ${lost.join()} count as made, but we made ${rows.join()}`
  )
  return lost.length
}

/** Operators that our requests created, by organization and name as it was asked for. */
function rowsMade(world: World): Map<string, number[]> {
  const made = new Map<string, number[]>()
  const changes = world.core.ledger.entries().filter(({ by }) => by === 'client')
  for (const change of changes.flatMap(({ applied }) => applied)) {
    if (change.kind !== 'created') continue
    const { id, organizationId, name } = change.operator
    const key = `${organizationId} ${sameKey(name)}`
    made.set(key, [...(made.get(key) ?? []), id])
  }
  return made
}

function endedByName({ world }: Over): Map<string, number[]> {
  const byName = new Map<string, number[]>()
  for (const { edit, state } of entriesOf(world)) {
    if (edit.kind !== 'add' || (state.kind !== 'confirmed' && state.kind !== 'matched')) continue
    if (state.kind === 'matched' && state.how !== 'lost-reply') continue
    const key = `${edit.organizationId} ${sameKey(edit.name)}`
    byName.set(key, [...(byName.get(key) ?? []), state.operatorId])
  }
  return byName
}

/** Whether the extra rows are flagged, or a person decided about them. */
function isExplained(
  { world, people, regime }: Over,
  key: string,
  extra: readonly number[]
): boolean {
  const flagged = new Set(
    world.outbox
      ?.view()
      .possibleDuplicates.flatMap(({ operators }) => operators.map(({ id }) => id))
  )
  if (extra.every((id) => flagged.has(id) || isDeleted(world, id))) return true
  if (people.insisted.has(key) || people.foreign.has(key)) return true
  if (regime.bends || storeWasLost(world)) return true
  return entriesOf(world).some(
    ({ edit, state }) =>
      `${edit.organizationId} ${sameKey(edit.name)}` === key && decidedByPerson(state)
  )
}

function isDeleted({ core }: World, id: number): boolean {
  return [24, 25].some((organizationId) =>
    core.operators(organizationId).some((row) => row.id === id && row.status === 2)
  )
}

function decidedByPerson(state: Entry['state']): boolean {
  return (
    state.kind === 'cancelled' ||
    state.kind === 'superseded' ||
    (state.kind === 'matched' && state.how === 'person')
  )
}

function maybeForeign({ people, regime }: Over, key: string): boolean {
  return regime.bends || people.foreign.has(key)
}

function storeWasLost(world: World): boolean {
  return world.storeLost
}

const ended = new Set(['confirmed', 'matched', 'cancelled', 'superseded'])
