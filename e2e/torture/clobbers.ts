import type { LedgerEntry } from '../../electron/sandbox/ledger.ts'
import type { Status } from '../../shared/operator.ts'
import type { Known } from './reckon.ts'

/** A list that was answered this long before a request arrived had reached the sender, ms, where nothing else is slow. */
const surelyAtBest = 1_000

/** A request of ours that set a status. */
interface Sent {
  readonly id: number
  readonly to: Status
  readonly at: number
}

/**
 * Statuses that were sent although the last list before them had shown another one than the person saw:
 * somebody else's change was overwritten without asking.
 */
export function clobbersIn({ ledger, wishes, answered, operators }: Known): string[] {
  const surely = surelyAtBest + slowest(wishes)
  const names = new Map(operators.map(({ id, name }) => [id, name]))
  return sentIn(ledger).flatMap(({ id, to, at }) => {
    const name = names.get(id) ?? ''
    const wish = wishes.findLast(
      (one) =>
        one.kind === 'set-status' && one.to === to && one.names.includes(name) && one.at <= at
    )
    if (wish?.kind !== 'set-status') return [`${name} was set to ${to}, and nobody wanted that`]
    const saw = wish.saw[wish.names.indexOf(name)]
    const organization = operators.find((row) => row.id === id)?.organizationId ?? 0
    const list = lastList(ledger, organization, { after: wish.at, before: at - surely })
    const shown = list === null ? null : statusAt(ledger, id, list)
    if (shown === null || shown === saw || shown === to) return []
    if (answered.some((one) => one.insisted && one.name === name)) return []
    return [`${name} was set to ${to} over ${shown}, while the person had seen ${saw ?? 'nothing'}`]
  })
}

/** The longest that the app took to store what was added: a machine that is busy keeps lists waiting, too. */
function slowest(wishes: Known['wishes']): number {
  const kept = wishes.flatMap((wish) => (wish.kind === 'add' ? [wish.keptWithin ?? 0] : []))
  return Math.max(0, ...kept)
}

function sentIn(ledger: readonly LedgerEntry[]): Sent[] {
  return ledger.flatMap(({ call, by, body, at }) => {
    if (call !== 'status' || by !== 'client') return []
    const { id, status } = JSON.parse(body) as { id: number; status: Status }
    return [{ id, to: status, at }]
  })
}

interface Between {
  readonly after: number
  readonly before: number
}

/** When the last sound list of an organization within that time was made; `null` where there was none. */
function lastList(
  ledger: readonly LedgerEntry[],
  organizationId: number,
  { after, before }: Between
): number | null {
  const lists = ledger.filter(
    ({ call, path, faults, answered, answeredAt, at }) =>
      call === 'list' &&
      organizationOf(path) === organizationId &&
      faults.every((fault) => fault === 'delay') &&
      answered !== null &&
      'status' in answered &&
      answered.status === 200 &&
      at > after &&
      (answeredAt ?? Infinity) < before
  )
  return lists.at(-1)?.answeredAt ?? null
}

function organizationOf(path: string): number {
  return Number(new URL(path, 'http://127.0.0.1').searchParams.get('organizationId'))
}

/** The status of an operator at a time; `null` where nothing ever changed it before. */
function statusAt(ledger: readonly LedgerEntry[], id: number, time: number): Status | null {
  const changes = ledger
    .filter(({ appliedAt }) => appliedAt !== null && appliedAt <= time)
    .toSorted((one, other) => (one.appliedAt ?? 0) - (other.appliedAt ?? 0))
    .flatMap(({ applied }) => applied)
    .flatMap((change) => (change.kind === 'status' && change.id === id ? [change.to] : []))
  return changes.at(-1) ?? null
}
