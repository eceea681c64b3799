import type { LedgerEntry } from '../../electron/sandbox/ledger.ts'

/** The most requests of ours that arrived within any second. */
export function mostInASecond(entries: readonly LedgerEntry[]): number {
  const times = entries.filter(({ by }) => by === 'client').map(({ at }) => at)
  let first = 0
  let most = 0
  for (const [index, at] of times.entries()) {
    while ((times[first] ?? at) <= at - 1_000) first += 1
    most = Math.max(most, index - first + 1)
  }
  return most
}
