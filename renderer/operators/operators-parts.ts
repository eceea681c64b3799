import type { Calm } from '../calm.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Indexer } from './indexer.ts'
import type { OperatorLists } from './lists.ts'

/** What the view of the operators is built from. `locale`: by which names are sorted. */
export interface OperatorsParts {
  readonly lists: Pick<
    OperatorLists,
    'organizations' | 'operators' | 'state' | 'coverage' | 'subscribe' | 'open' | 'refreshes'
  >
  readonly outbox: Pick<Outbox, 'view' | 'subscribe'>
  readonly indexer: Indexer
  readonly locale: () => string
  /** Lets the window paint before long work goes on. */
  readonly breathe: () => Promise<void>
  /** How lists and outbox are followed where much may happen at once; left out, each time at once. */
  readonly calm?: Calm
}
