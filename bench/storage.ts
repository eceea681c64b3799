import { interleave, type Subject } from './interleave.ts'
import { judge, type Question } from './judge.ts'
import { lenient } from './lenient.ts'
import type { Goal, Measure } from './measure.ts'
import { callsOf, ready, withRunning } from './program.ts'
import type { Setup } from './setup.ts'

const ms = { what: '', unit: 'ms' } as const
const most = (value: number): Goal => ({ kind: 'most', value })

const cacheQuestions: readonly Question[] = [
  { ...ms, line: 'write', of: 'write', goal: most(150) },
  { ...ms, line: 'read', of: 'read', goal: most(100) },
  { ...ms, line: 'update', of: 'update', goal: most(30) }
]

const outboxQuestions: readonly Question[] = [
  { ...ms, line: 'one', of: 'one', goal: { kind: 'ratio', most: 1.4 } },
  { ...ms, line: 'many', what: '1,000', of: 'thousand', goal: most(100) },
  { ...ms, line: 'many', what: '10,000', of: 'tenThousand', goal: most(700) }
]

/** What peers are called in the table, by what the page calls them. */
const cachePeers = { Dexie: 'cacheByDexie' } as const
const outboxPeers = {
  'TanStack (relaxed)': 'outboxOfTanStack',
  'RxDB (relaxed)': 'outboxOfRxdb',
  'Dexie, one by one': 'outboxOneByOne'
} as const

/** The databases of the cache and the outbox, against IndexedDB alone; all in one page. */
export function measureStorage({
  programs,
  rounds,
  peers,
  say
}: Setup): Promise<readonly Measure[]> {
  const address = peers ? 'peers/storage.html' : 'storage.html'
  return withRunning(programs.stage, [`--page=${address}`], async ({ page }) => {
    await ready(page)
    const beside = (calls: Readonly<Record<string, string>>): Record<string, Subject> =>
      peers ? lenient(callsOf(page, calls), say) : {}
    const cacheCalls = callsOf(page, { floor: 'cacheByHand', ours: 'cacheOfOurs' })
    const outboxCalls = callsOf(page, { floor: 'outboxByHand', ours: 'outboxOfOurs' })
    const cache = await interleave({ ...cacheCalls, ...beside(cachePeers) }, rounds)
    const outbox = await interleave({ ...outboxCalls, ...beside(outboxPeers) }, rounds)
    return [...judge(cacheQuestions, cache), ...judge(outboxQuestions, outbox)]
  })
}
