import type { Entry } from '../renderer/outbox/entry.ts'
import type { Outbox } from '../renderer/outbox/outbox.ts'
import { LiveRows } from '../renderer/operators/live-rows.ts'
import { rowAt, rowCount, type OperatorRows } from '../renderer/operators/rows.ts'
import type { EntryId } from '../shared/edit.ts'
import type { Operator, Status } from '../shared/operator.ts'
import type { World } from './world.ts'

export const organizations = [24, 25] as const

/** What was last heard of an operator, and when; moments only count up. */
interface Heard {
  readonly operator: Operator
  readonly moment: number
}

interface Latest {
  readonly began: number
  readonly came: number
}

/** What lists and replies said, by organization, in the order of their moments. */
export class Evidence {
  readonly #heard = new Map<number, Map<number, Heard>>()
  readonly #latest = new Map<number, Latest>()
  readonly #ended = new Map<EntryId, number>()
  #moments = 0

  /** A list is asked for; the function that it returns is told what it shows. */
  begin(organizationId: number): (rows: readonly Operator[]) => void {
    const began = (this.#moments += 1)
    return (rows) => {
      const came = (this.#moments += 1)
      if ((this.#latest.get(organizationId)?.began ?? 0) > began) return
      this.#latest.set(organizationId, { began, came })
      this.#hear(organizationId, rows, began)
    }
  }

  /** A reply showed operators. */
  replied(organizationId: number, rows: readonly Operator[]): void {
    this.#hear(organizationId, rows, (this.#moments += 1))
  }

  /** An edit has ended. */
  ended(id: EntryId): void {
    if (!this.#ended.has(id)) this.#ended.set(id, (this.#moments += 1))
  }

  /** Whether no list has come since an edit ended. */
  isNews({ id, edit }: Entry): boolean {
    const came = this.#latest.get(edit.organizationId)?.came
    return came === undefined || (this.#ended.get(id) ?? 0) > came
  }

  /** The status that a list or a reply showed of an operator after an edit ended; `null` where none did. */
  heardSince({ id, edit }: Entry, operatorId: number): Status | null {
    const heard = this.#heard.get(edit.organizationId)?.get(operatorId)
    return heard && heard.moment > (this.#ended.get(id) ?? Infinity) ? heard.operator.status : null
  }

  /** What is known of an organization's operators, by id, and whether the latest list lacks them. */
  known(organizationId: number): Map<number, { operator: Operator; unlisted: boolean }> {
    const began = this.#latest.get(organizationId)?.began ?? 0
    const heard = [...(this.#heard.get(organizationId) ?? [])]
    return new Map(
      heard.map(([id, { operator, moment }]) => [id, { operator, unlisted: moment < began }])
    )
  }

  #hear(organizationId: number, rows: readonly Operator[], moment: number): void {
    const heard = this.#heard.get(organizationId) ?? new Map<number, Heard>()
    this.#heard.set(organizationId, heard)
    for (const operator of rows) {
      if ((heard.get(operator.id)?.moment ?? 0) < moment)
        heard.set(operator.id, { operator, moment })
    }
  }
}

/** A row as a person sees it. */
interface Seen {
  name: string
  status: Status
  badge: string | null
  unlisted: boolean
  either?: boolean
  /** What a reply showed after the edit whose wish stands: until a list comes, this is as good. */
  since?: Status | null
}

/** I13: the grid shows what was last heard of each operator, with what the person wants laid over it. */
export function checkScreen(world: World): void {
  const entries = world.outbox?.view().entries
  if (!entries) return
  for (const organizationId of organizations) {
    const shown = seenIn(followed(world, organizationId))
    const folded = fold(world.evidence, organizationId, [...entries.values()])
    const lies = [...new Set([...shown.keys(), ...folded.keys()])].filter(
      (key) => !agree(shown.get(key), folded.get(key))
    )
    for (const key of lies) {
      const [is, should] = [shown, folded].map((rows) => JSON.stringify(rows.get(key)))
      world.options.witness.violate('I13', `${key} shows as ${is}, and should as ${should}`)
    }
  }
}

function agree(shown: Seen | undefined, folded: Seen | undefined): boolean {
  if (!shown || !folded) return false
  if (folded.either) return true
  return (
    shown.name === folded.name &&
    (shown.status === folded.status || shown.status === folded.since) &&
    shown.badge === folded.badge &&
    shown.unlisted === folded.unlisted
  )
}

/** I13 at the end: once all has ended and been listed, the grid shows what is there, and nothing else. */
export function checkLastScreen(world: World): void {
  const entries = world.outbox?.view().entries
  if (!entries) return
  for (const organizationId of organizations) {
    const rows = seenIn(followed(world, organizationId))
    const there = new Map(world.core.operators(organizationId).map((row) => [row.id, row]))
    const wrong = [...rows].filter(([key, row]) => !isTrue(row, there.get(Number(key))))
    for (const [key, { name, status, badge }] of wrong)
      world.options.witness.violate('I13', `in the end ${key} shows as ${name} ${status} ${badge}`)
    const hidden = [...there.keys()].filter((id) => !rows.has(id))
    if (hidden.length > 0)
      world.options.witness.violate('I13', `in the end ${hidden.join()} do not show`)
  }
}

function isTrue({ name, status, badge, unlisted }: Seen, row: Operator | undefined): boolean {
  if (badge !== null) return false
  return row ? row.name === name && row.status === status : unlisted || status === 2
}

/** Rows that are kept up for as long as an outbox is open, as the grid's are. */
const following = new WeakMap<Outbox, Map<number, LiveRows>>()

function followed({ outbox, lists }: World, organizationId: number): OperatorRows {
  if (!outbox) throw new Error('Nothing shows while the app is not open')
  const live = following.get(outbox) ?? new Map<number, LiveRows>()
  following.set(outbox, live)
  const rows = live.get(organizationId) ?? new LiveRows()
  live.set(organizationId, rows)
  return rows.next(lists.known(organizationId), outbox.view())
}

function seenIn(rows: OperatorRows): Map<number | EntryId, Seen> {
  return new Map(
    Array.from({ length: rowCount(rows) }, (_, at) => {
      const { key, name, status, edit, unlisted } = rowAt(rows, at)
      return [key, { name, status, badge: edit?.badge ?? null, unlisted }]
    })
  )
}

/** The same, worked out edit by edit from what was heard. */
function fold(
  evidence: Evidence,
  organizationId: number,
  entries: readonly Entry[]
): Map<number | EntryId, Seen> {
  const seen = new Map<number | EntryId, Seen>()
  for (const [id, { operator, unlisted }] of evidence.known(organizationId))
    seen.set(id, { name: operator.name, status: operator.status, badge: null, unlisted })
  const own = entries.filter(({ edit }) => edit.organizationId === organizationId)
  for (const entry of own) {
    if (entry.edit.kind === 'add' && isAwaited(entry, evidence, seen))
      seen.set(entry.id, {
        name: entry.edit.name,
        status: 0,
        badge: badgeOf(entry),
        unlisted: false
      })
  }
  const byId = new Map(own.map((entry) => [entry.id, entry]))
  for (const entry of own) lay(entry, { evidence, seen, byId })
  for (const row of seen.values()) row.unlisted &&= row.status !== 2
  return seen
}

function isAwaited(entry: Entry, evidence: Evidence, seen: Map<number | EntryId, Seen>): boolean {
  const { state } = entry
  if (state.kind === 'cancelled' || state.kind === 'superseded') return false
  if (state.kind !== 'confirmed' && state.kind !== 'matched') return true
  return !seen.has(state.operatorId) && evidence.isNews(entry)
}

interface Folding {
  readonly evidence: Evidence
  readonly seen: Map<number | EntryId, Seen>
  readonly byId: ReadonlyMap<EntryId, Entry>
}

/** Lays a wanted status over its row: while it is on its way, and once done until a list came. */
function lay(entry: Entry, { evidence, seen, byId }: Folding): void {
  const { edit, state } = entry
  if (edit.kind !== 'set-status') return
  const target = targetOf(edit.operator, { seen, byId })
  const row = seen.get(target)
  if (!row) return
  const isDone = state.kind === 'confirmed' || state.kind === 'matched'
  // Whom no list shows was deleted, or will show again: either is as good.
  if (isDone && row.unlisted && edit.to === 2) row.either = true
  if (isDone && evidence.isNews(entry)) {
    row.status = edit.to
    // An edit that a list ended and a later reply that shows otherwise: clocks order them to the ms at best.
    row.since = typeof target === 'number' ? evidence.heardSince(entry, target) : null
  }
  if (isDone) row.badge = null
  const badge = badgeOf(entry)
  if (badge === null) return
  row.badge = badge
  if (state.kind === 'rejected' || state.kind === 'needs-person') return
  row.status = edit.to
  row.since = null
}

function targetOf(
  operator: (Entry['edit'] & { kind: 'set-status' })['operator'],
  { seen, byId }: Pick<Folding, 'seen' | 'byId'>
): number | EntryId {
  if (operator.kind === 'known') return operator.id
  if (seen.has(operator.entryId)) return operator.entryId
  const state = byId.get(operator.entryId)?.state
  return state && 'operatorId' in state ? state.operatorId : operator.entryId
}

function badgeOf({ state }: Entry): string | null {
  switch (state.kind) {
    case 'waiting':
    case 'sending':
    case 'verifying':
    case 'rejected':
    case 'needs-person':
      return state.kind
    default:
      return null
  }
}
