import type { Page } from 'playwright-core'
import type { LedgerEntry } from '../../electron/sandbox/ledger.ts'
import type { Sandbox } from '../../electron/sandbox/sandbox.ts'
import { organizations } from './acts.ts'
import { addNames, openOrganization } from './person.ts'
import { createdBy } from './reckon.ts'
import { hasEnded, storedEntries } from './stored-outbox.ts'
import { comesTrue } from './until.ts'
import type { AddWish } from './wishes.ts'

/** How a thousand adds to one organization went, ms: queued while the service was away, sent once it was back. */
export interface Thousand {
  readonly queuedWithin: number
  readonly sentWithin: number
  readonly requests: number
  /** Names that were not made exactly once, and entries that did not end. */
  readonly wrong: number
}

const count = 1_000

/** Queues a thousand adds during an outage, lets the service come back, and times both. */
export async function sendThousand(page: Page, sandbox: Sandbox): Promise<Thousand> {
  const [{ id: organizationId, name }] = organizations
  await openOrganization(page, name)
  await sandbox.setOutage(true)
  const names = Array.from({ length: count }, (_, index) => `Thousand ${index}`)
  const wish: AddWish = {
    ...{ kind: 'add', code: 'Thousand', organizationId, names },
    ...{ at: performance.now(), shown: false, keptWithin: null }
  }
  await addNames(page, wish, { pressed: false, shown: false })
  const before = sandbox.ledger.entries().at(-1)?.sequence ?? 0
  await sandbox.setOutage(false)
  await page.getByRole('button', { name: 'Send now', exact: true }).click()
  const wanted = new Set(names)
  const made = (): readonly string[] =>
    createdBy(sandbox.ledger.entries(), 'client')
      .map((row) => row.name)
      .filter((each) => wanted.has(each))
  await comesTrue(() => made().length >= count, { withinMs: 60_000, everyMs: 50 })
  const isDone = async (): Promise<boolean> => (await storedEntries(page)).every(hasEnded)
  const ended = await comesTrue(isDone, { withinMs: 30_000, everyMs: 200 })
  const sent = sandbox.ledger.entries().filter((entry) => isReplay(entry, before))
  return {
    queuedWithin: wish.keptWithin ?? 0,
    sentWithin: lastAnswer(sent) - (sent[0]?.at ?? 0),
    requests: sent.length,
    wrong: count - new Set(made()).size + (made().length - count) + (ended ? 0 : 1)
  }
}

/** The list that adds need, and the adds; what the window refreshes by itself afterwards is not of it. */
function isReplay({ by, call, sequence }: LedgerEntry, after: number): boolean {
  return by === 'client' && sequence > after && (call === 'list' || call === 'add')
}

function lastAnswer(entries: readonly LedgerEntry[]): number {
  const adds = entries.filter(({ call }) => call === 'add')
  return Math.max(0, ...adds.map(({ answeredAt }) => answeredAt ?? 0))
}

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
