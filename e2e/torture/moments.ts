import type { Ledger, LedgerEntry } from '../../electron/sandbox/ledger.ts'
import { watchJournals } from './journal-watch.ts'

/** When to kill: at a fact that can be seen from outside, or just some time later. */
export const moments = [
  'pressed',
  'shown',
  'queued-on-disk',
  'intent-on-disk',
  'request-arrived',
  'request-applied',
  'request-answered',
  'outcome-on-disk',
  'settled-on-disk',
  'list-answered',
  'some-time'
] as const

/** One of them. */
export type Moment = (typeof moments)[number]

/** What a person has done so far in the present act. */
export interface Progress {
  pressed: boolean
  shown: boolean
}

/** Where facts are seen. */
export interface Seen {
  readonly userDataDir: string
  readonly ledger: Ledger
  readonly progress: Progress
}

/** Watches from now on; the answer says whether the moment has come. */
export function watchFor(moment: Moment, { userDataDir, ledger, progress }: Seen): () => boolean {
  const written = watchJournals(userDataDir)
  const last = ledger.entries().at(-1)?.sequence ?? 0
  const some = (test: (entry: LedgerEntry) => boolean) => () =>
    ledger.entries().some((entry) => entry.sequence > last && entry.by === 'client' && test(entry))
  const checks: Record<Moment, () => boolean> = {
    pressed: () => progress.pressed,
    shown: () => progress.shown,
    'queued-on-disk': () => written('queued'),
    'intent-on-disk': () => written('intent'),
    'request-arrived': some(isChange),
    'request-applied': some((entry) => isChange(entry) && entry.appliedAt !== null),
    'request-answered': some((entry) => isChange(entry) && entry.answeredAt !== null),
    'outcome-on-disk': () => written('outcome'),
    'settled-on-disk': () => written('settled'),
    'list-answered': some((entry) => entry.call === 'list' && entry.answeredAt !== null),
    'some-time': () => false
  }
  return checks[moment]
}

function isChange({ call }: LedgerEntry): boolean {
  return call === 'add' || call === 'status'
}
