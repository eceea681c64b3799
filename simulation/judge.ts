import type { Entry } from '../renderer/outbox/entry.ts'
import { sameKey } from '../shared/match-key.ts'
import type { Figures } from './figures.ts'
import type { Verdict } from './history.ts'
import type { People } from './people.ts'
import type { Regime } from './regime.ts'
import { organizations } from './screen.ts'
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
  const figures = {
    ...adds,
    edits: people.accepted.size,
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
function rowsAgainstEntries(
  over: Over
): Pick<Figures, 'told' | 'forgotten' | 'duplicates' | 'losses'> {
  let told = 0
  let forgotten = 0
  let duplicates = 0
  let losses = 0
  const made = rowsMade(over.world, 'client')
  const theirs = rowsMade(over.world, 'colleague')
  const ended = endedByName(over)
  for (const key of new Set([...made.keys(), ...ended.keys()])) {
    const rows = made.get(key) ?? []
    const entries = ended.get(key) ?? []
    const extra = rows.filter((id) => !entries.includes(id))
    const untold = extra.filter((id) => !isTold(over, id))
    told += extra.length - untold.length
    if (untold.length > 0 && wasForgotten(over, key)) forgotten += untold.length
    else if (untold.length > 0) duplicates += noteExtra(over, key, { extra: untold, entries })
    const foreign = theirs.get(key) ?? []
    const isOurs = (id: number): boolean => rows.includes(id) || foreign.includes(id)
    const lost = entries.filter((id) => !isOurs(id) && !isAnswer(over, id))
    if (lost.length > 0) losses += noteLost(over, key, { lost, rows })
  }
  return { told, forgotten, duplicates, losses }
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

/** A service that bends may answer an add with an operator who was there, and whom no list had shown yet. */
function isAnswer({ world, regime }: Over, id: number): boolean {
  if (!regime.bends) return false
  const all = organizations.flatMap((organizationId) => world.core.operators(organizationId))
  return (
    all.some((row) => row.id === id) && !world.core.ledger.created().some((row) => row.id === id)
  )
}

/** Operators that somebody's requests created, by organization and name as it was asked for. */
function rowsMade(world: World, who: 'client' | 'colleague'): Map<string, number[]> {
  const made = new Map<string, number[]>()
  const changes = world.core.ledger.entries().filter(({ by }) => by === who)
  for (const change of changes.flatMap(({ applied }) => applied)) {
    if (change.kind !== 'created') continue
    const { id, organizationId, name } = change.operator
    const key = `${organizationId} ${sameKey(name)}`
    made.set(key, [...(made.get(key) ?? []), id])
  }
  return made
}

/** The operators that adds ended with; also of those that a lost store took with it. */
function endedByName({ world, people }: Over): Map<string, number[]> {
  const byName = new Map<string, number[]>()
  const all = new Map(
    [...people.accepted.values(), ...entriesOf(world)].map((each) => [each.id, each])
  )
  for (const { edit, state } of all.values()) {
    if (edit.kind !== 'add' || (state.kind !== 'confirmed' && state.kind !== 'matched')) continue
    if (state.kind === 'matched' && state.how !== 'lost-reply') continue
    const key = `${edit.organizationId} ${sameKey(edit.name)}`
    byName.set(key, [...(byName.get(key) ?? []), state.operatorId])
  }
  return byName
}

/** Whether somebody was told of a row that is ours and nobody's: flagged, shown in a question, or it is gone. */
function isTold({ world, people }: Over, id: number): boolean {
  const flagged = world.outbox?.view().possibleDuplicates ?? []
  return (
    people.shown.has(id) ||
    flagged.some(({ operators }) => operators.some((operator) => operator.id === id)) ||
    isDeleted(world, id)
  )
}

/**
 * Whether nobody watches the name any more: an add of it had ended when its store was lost, or left the
 * panel after a day, which a clock set forward brings about at the next start.
 */
function wasForgotten({ world, people }: Over, key: string): boolean {
  const left = new Set(world.outbox?.view().entries.keys())
  return [...people.accepted.values()].some(
    ({ id, edit }) => `${edit.organizationId} ${sameKey(edit.name)}` === key && !left.has(id)
  )
}

function isDeleted({ core }: World, id: number): boolean {
  return organizations.some((organizationId) =>
    core.operators(organizationId).some((row) => row.id === id && row.status === 2)
  )
}

const ended = new Set(['confirmed', 'matched', 'cancelled', 'superseded'])
