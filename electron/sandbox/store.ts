import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { entriesOf, type LedgerEntry, type LedgerEvent } from './ledger.ts'
import { linesOf, openLineFile } from './line-file.ts'
import type { Change, OperatorRow, Status } from './model.ts'

/**
 * What outlives a run: the changes, one line for each request that brought some about. The data
 * they change follows from the seed and is never written.
 */
export type Store = {
  /** The changes of earlier runs, in order. */
  readonly recorded: readonly Change[]
  /** Lines that could not be read, and were passed over. */
  readonly damaged: number
  readonly record: (changes: readonly Change[]) => 'stored' | 'failed'
  readonly reset: () => void
  readonly close: () => void
}

const changesFile = 'changes.jsonl'
const ledgerFile = 'ledger.jsonl'

/** Opens the folder of a sandbox, and makes it where there is none. Throws the system's error. */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, changesFile)
  const lines = linesOf(path)
  const read = lines.map(readChanges)
  const recorded = squash(read.flatMap((changes) => changes ?? []))
  const file = openLineFile(path)
  // Compacted at each start, so that the file stays as small as what it says.
  file.replace(recorded.map((change) => JSON.stringify([change])))
  return {
    recorded,
    damaged: read.filter((changes) => changes === null).length,
    record: (changes) => (file.append(JSON.stringify(changes)) ? 'stored' : 'failed'),
    reset: () => file.replace([]),
    close: () => file.close()
  }
}

/** A ledger on disk. What cannot be written is left out: the ledger never stops the sandbox. */
export function openKeptLedger(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = openLineFile(join(folder, ledgerFile))
  return {
    keep: (event: LedgerEvent): void => void file.append(JSON.stringify(event)),
    reset: () => file.replace([]),
    close: () => file.close()
  }
}

/** The ledger that a sandbox kept in a folder, of all its runs; also while it runs, or was killed. */
export function readKeptLedger(folder: string): LedgerEntry[] {
  const lines = linesOf(join(folder, ledgerFile))
  return entriesOf(lines.map((line) => JSON.parse(line) as LedgerEvent))
}

/** The fewest changes with the same end: every creation, and the last status of each operator. */
export function squash(changes: readonly Change[]): Change[] {
  const created = new Map<number, Change>()
  const statuses = new Map<number, Extract<Change, { kind: 'status' }>>()
  for (const change of changes) {
    if (change.kind === 'created') created.set(change.operator.id, change)
    else statuses.set(change.id, { ...change, from: statuses.get(change.id)?.from ?? change.from })
  }
  return [...created.values(), ...statuses.values()]
}

/** Reads one line; null where it is none of ours. */
function readChanges(line: string): Change[] | null {
  try {
    const value: unknown = JSON.parse(line)
    return Array.isArray(value) && value.every(isChange) ? value : null
  } catch {
    return null
  }
}

function isChange(value: unknown): value is Change {
  const change = fields(value)
  if (change['kind'] === 'created') return isOperator(change['operator'])
  const { id, from, to } = change
  return change['kind'] === 'status' && Number.isInteger(id) && isStatus(from) && isStatus(to)
}

function isOperator(value: unknown): value is OperatorRow {
  const { id, organizationId, name, status } = fields(value)
  const numbered = Number.isInteger(id) && Number.isInteger(organizationId)
  return numbered && typeof name === 'string' && isStatus(status)
}

function isStatus(value: unknown): value is Status {
  return value === 0 || value === 1 || value === 2
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
