import type { LedgerEntry } from '../../electron/sandbox/ledger.ts'
import type { OperatorRow } from '../../electron/sandbox/model.ts'
import { clobbersIn } from './clobbers.ts'
import { hasEnded, type StoredEntry } from './stored-outbox.ts'
import type { AddWish, Answered, StatusWish, Wish } from './wishes.ts'

/** All that is known once everything had the time to end. */
export interface Known {
  readonly wishes: readonly Wish[]
  readonly answered: readonly Answered[]
  readonly ledger: readonly LedgerEntry[]
  /** The service's operators, every organization's. */
  readonly operators: readonly OperatorRow[]
  readonly entries: readonly StoredEntry[]
}

/** What the ledger says against what the person was told. */
export interface Reckoning {
  readonly violations: readonly string[]
  readonly duplicates: number
  readonly losses: number
  readonly clobbers: number
  /** Entries that did not end. */
  readonly open: number
  /** Adds that a colleague's row of the same name stands in for: whose it is, nobody can tell. */
  readonly undecidable: number
}

/** Holds the service's ledger against the wishes: what was made twice, not at all, or over somebody's head. */
export function reckon(known: Known): Reckoning {
  const adds = reckonAdds(known)
  const halves = known.wishes.filter(isAdd).filter((wish) => isHalf(known, wish))
  const statuses = known.wishes.filter(isStatus).flatMap((wish) => lostStatuses(known, wish))
  const clobbers = clobbersIn(known)
  const open = known.entries.filter((entry) => !hasEnded(entry))
  const violations = [
    ...adds.violations,
    ...halves.map(({ code }) => `half of the names of ${code} were accepted, and half were not`),
    ...statuses,
    ...clobbers,
    ...open.map(({ name, state }) => `${name} never ended: ${state}`),
    ...claimedTwice(known.entries)
  ]
  const losses = adds.losses + statuses.length
  const { duplicates, undecidable } = adds
  return {
    violations,
    duplicates,
    losses,
    undecidable,
    clobbers: clobbers.length,
    open: open.length
  }
}

const isAdd = (wish: Wish): wish is AddWish => wish.kind === 'add'
const isStatus = (wish: Wish): wish is StatusWish => wish.kind === 'set-status'

/** How many operators of a name there have to be: at least as many as were shown, at most as were asked for. */
interface Wanted {
  least: number
  most: number
}

function reckonAdds({ wishes, ledger }: Known) {
  const sum = { violations: [] as string[], duplicates: 0, losses: 0, undecidable: 0 }
  const made = countNames(createdBy(ledger, 'client'))
  const foreign = countNames(createdBy(ledger, 'colleague'))
  const wanted = wantedNames(wishes.filter(isAdd))
  for (const key of new Set([...made.keys(), ...wanted.keys()])) {
    const { least, most } = wanted.get(key) ?? { least: 0, most: 0 }
    const count = made.get(key) ?? 0
    const missing = Math.max(0, least - count)
    const excused = Math.min(missing, foreign.get(key) ?? 0)
    sum.undecidable += excused
    sum.losses += missing - excused
    sum.duplicates += Math.max(0, count - most)
    if (missing > excused || count > most)
      sum.violations.push(`${key}: ${least} to ${most} wanted, ${count} made`)
  }
  return sum
}

function wantedNames(wishes: readonly AddWish[]): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>()
  for (const { organizationId, names, shown } of wishes) {
    for (const name of names) {
      const { least, most } = wanted.get(keyOf({ organizationId, name })) ?? { least: 0, most: 0 }
      wanted.set(keyOf({ organizationId, name }), {
        least: least + (shown ? 1 : 0),
        most: most + 1
      })
    }
  }
  return wanted
}

/** What was not shown as kept may be gone, but only all of it: it is accepted in one piece. */
function isHalf({ ledger }: Known, { organizationId, names, shown }: AddWish): boolean {
  if (shown) return false
  const made = countNames(createdBy(ledger, 'client'))
  const counts = names.map((name) => made.get(keyOf({ organizationId, name })) ?? 0)
  return counts.some((count) => count > 0) && counts.some((count) => count === 0)
}

/** A status that was shown as kept has to become true once, unless the person gave it up. */
function lostStatuses(known: Known, wish: StatusWish): string[] {
  if (!wish.shown) return []
  const { organizationId, to, at } = wish
  return wish.names
    .filter((name) => !known.answered.some((one) => one.gaveUp && one.name === name))
    .filter((name) => {
      const ids = known.operators
        .filter((row) => row.organizationId === organizationId && row.name === name)
        .map(({ id }) => id)
      return !changesOf(known.ledger, ids).some((change) => change.at >= at && change.to === to)
    })
    .map((name) => `${name} was to become ${to}, and never did`)
}

function changesOf(ledger: readonly LedgerEntry[], ids: readonly number[]) {
  return ledger.flatMap(({ applied, appliedAt }) =>
    applied.flatMap((change) =>
      change.kind === 'status' && ids.includes(change.id)
        ? [{ at: appliedAt ?? 0, to: change.to }]
        : change.kind === 'created' && ids.includes(change.operator.id)
          ? [{ at: appliedAt ?? 0, to: change.operator.status }]
          : []
    )
  )
}

function claimedTwice(entries: readonly StoredEntry[]): string[] {
  const adds = entries.filter(({ to, operatorId }) => to === null && operatorId !== null)
  const ids = adds.map(({ operatorId }) => operatorId)
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `operator ${String(id)} belongs to two entries`)
}

/** Operators that requests of ours, or colleagues, created. */
export function createdBy(
  ledger: readonly LedgerEntry[],
  who: LedgerEntry['by']
): readonly OperatorRow[] {
  return ledger
    .filter(({ by }) => by === who)
    .flatMap(({ applied }) => applied)
    .flatMap((change) => (change.kind === 'created' ? [change.operator] : []))
}

function countNames(rows: readonly OperatorRow[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return counts
}

function keyOf({ organizationId, name }: Pick<OperatorRow, 'organizationId' | 'name'>): string {
  return `${organizationId} ${name}`
}
