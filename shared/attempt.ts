import type { EntryId } from './edit.ts'
import type { Failure } from './failure.ts'
import type { Operator, Status } from './operator.ts'
import type { Result } from './result.ts'

/** An attempt's own id: random, one per request. */
export type AttemptId = string

/** One request that carries entries: at most 100 adds of one organization with each name once, or one status. */
export type Attempt =
  | {
      readonly kind: 'add'
      readonly id: AttemptId
      readonly organizationId: number
      readonly entries: readonly { readonly id: EntryId; readonly name: string }[]
      /** S0: ids known in the organization before the attempt (a list united with the cache). */
      readonly known: readonly number[]
    }
  | {
      readonly kind: 'set-status'
      readonly id: AttemptId
      readonly organizationId: number
      readonly entries: readonly [{ readonly id: EntryId; readonly name: string }]
      readonly operatorId: number
      readonly status: Status
    }

/** What the service answered to an attempt, parsed. */
export type Reply =
  | { readonly kind: 'added'; readonly operators: readonly Operator[] }
  | { readonly kind: 'status-set' }

/** How an attempt ended, as the courier tells it; `null` where that is unknown (a crash between sending and the reply). */
export type Outcome = Result<Reply, Failure> | null
