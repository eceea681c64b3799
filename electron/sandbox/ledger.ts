import { unreachable } from './model.ts'
import type { Answer, CallKind, Change, OperatorRow } from './model.ts'
import type { Fault } from './fault.ts'

/** What went back: a status, how the connection ended, or null while nothing did. */
export type Answered = { readonly status: number } | { readonly cut: string } | null

/** One request, or one act of a colleague, and what came of it. Times are monotonic, in ms. */
export type LedgerEntry = {
  readonly sequence: number
  readonly by: 'client' | 'colleague'
  readonly at: number
  readonly call: CallKind
  readonly method: string
  readonly path: string
  /** As received; left out where it carries a password or a token. */
  readonly body: string
  readonly socket: number
  readonly faults: readonly Fault['kind'][]
  readonly applied: readonly Change[]
  readonly appliedAt: number | null
  readonly answered: Answered
  readonly answeredAt: number | null
}

/** What is known of an entry when it begins. */
export type Opening = Omit<
  LedgerEntry,
  'sequence' | 'faults' | 'applied' | 'appliedAt' | 'answered' | 'answeredAt'
>

/** A step in the life of an entry: what a kept ledger consists of. */
export type LedgerEvent =
  | { readonly kind: 'opened'; readonly sequence: number; readonly opening: Opening }
  | {
      readonly kind: 'befell'
      readonly sequence: number
      readonly faults: readonly Fault['kind'][]
    }
  | {
      readonly kind: 'applied'
      readonly sequence: number
      readonly at: number
      readonly changes: readonly Change[]
    }
  | {
      readonly kind: 'answered'
      readonly sequence: number
      readonly at: number
      readonly answered: Answered
    }

/** Everything that was asked, and what it did. */
export type Ledger = {
  /** A new entry; gives its number. */
  readonly open: (opening: Opening) => number
  readonly note: (event: Exclude<LedgerEvent, { kind: 'opened' }>) => void
  /** All entries in the order of their arrival. */
  readonly entries: () => readonly LedgerEntry[]
  /** The entries of one call. */
  readonly of: (call: CallKind) => readonly LedgerEntry[]
  /** All operators that were created, in the order of their creation. */
  readonly created: () => readonly OperatorRow[]
  readonly clear: () => void
}

/** How a ledger is kept: the newest `limit` entries in memory; `keep` gets every event. */
export type LedgerOptions = {
  readonly limit?: number
  readonly keep?: (event: LedgerEvent) => void
}

/** An empty ledger. */
export function createLedger({ limit = Infinity, keep }: LedgerOptions = {}): Ledger {
  const entries = new Map<number, LedgerEntry>()
  let sequence = 0
  const note = (event: LedgerEvent): void => {
    fold(entries, event)
    keep?.(event)
    const oldest = entries.size > limit ? entries.keys().next().value : undefined
    if (oldest !== undefined) entries.delete(oldest)
  }
  // Entries change as their request goes on: what is handed out is as it was when it was asked for.
  const all = (): LedgerEntry[] => [...entries.values()].map((entry) => ({ ...entry }))
  return {
    open(opening) {
      sequence += 1
      note({ kind: 'opened', sequence, opening })
      return sequence
    },
    note,
    entries: all,
    of: (call) => all().filter((entry) => entry.call === call),
    created: () => createdIn(all()),
    clear: () => entries.clear()
  }
}

/**
 * The entries of a kept ledger, from its events in order. Numbers begin anew with each start, so a
 * number that opens twice begins another run.
 */
export function entriesOf(events: Iterable<LedgerEvent>): LedgerEntry[] {
  const finished: LedgerEntry[] = []
  let entries = new Map<number, LedgerEntry>()
  for (const event of events) {
    if (event.kind === 'opened' && entries.has(event.sequence)) {
      finished.push(...entries.values())
      entries = new Map()
    }
    fold(entries, event)
  }
  return [...finished, ...entries.values()]
}

/** What went back, as the ledger writes it. */
export function answeredOf(answer: Answer): Answered {
  return answer.kind === 'reply' ? { status: answer.status } : { cut: answer.at }
}

/** The operators that some entries created, in the order of their creation. */
function createdIn(entries: readonly LedgerEntry[]): OperatorRow[] {
  return entries
    .filter(({ applied }) => applied.length > 0)
    .toSorted((one, other) => (one.appliedAt ?? 0) - (other.appliedAt ?? 0))
    .flatMap(({ applied }) => applied)
    .flatMap((change) => (change.kind === 'created' ? [change.operator] : []))
}

function fold(entries: Map<number, LedgerEntry>, event: LedgerEvent): void {
  if (event.kind === 'opened') {
    const { opening, sequence } = event
    entries.set(sequence, { ...opening, sequence, ...untouched })
    return
  }
  const entry = entries.get(event.sequence)
  if (entry !== undefined) Object.assign(entry, stepOf(event))
}

const untouched = { faults: [], applied: [], appliedAt: null, answered: null, answeredAt: null }

function stepOf(event: Exclude<LedgerEvent, { kind: 'opened' }>): Partial<LedgerEntry> {
  switch (event.kind) {
    case 'befell':
      return { faults: event.faults }
    case 'applied':
      return { applied: event.changes, appliedAt: event.at }
    case 'answered':
      return { answered: event.answered, answeredAt: event.at }
    default:
      return unreachable(event)
  }
}

/** The body as the ledger may keep it: those that carry a password or a token are left out. */
export function bodyToKeep(call: CallKind, body: string): string {
  return call === 'sign-in' || call === 'validate-token' ? '(not kept)' : body
}
