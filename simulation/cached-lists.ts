import type { Lists } from '../renderer/outbox/ports.ts'
import type { KnownOperators } from '../renderer/cache/operator-cache.ts'
import { nobodyKnown } from '../renderer/operators/known.ts'
import { takeInOrder } from '../renderer/operators/take.ts'
import type { Failure } from '../shared/failure.ts'
import type { OperatorList, Urgency } from '../shared/ipc.ts'
import { unpack } from '../shared/operator-columns.ts'
import type { Operator, Status } from '../shared/operator.ts'
import type { Result } from '../shared/result.ts'
import type { Evidence } from './screen.ts'

type Fetch = (organizationId: number, urgency: Urgency) => Promise<Result<OperatorList, Failure>>

/**
 * The cache of lists, kept by the app's own rules. It survives its process, as a relaxed database mostly
 * does. Beside it `evidence` takes down what came, for an opinion of its own about what is to be shown.
 */
export class CachedLists {
  readonly #known = new Map<number, KnownOperators>()
  /** What the window was last told of each operator. */
  readonly observed = new Map<number, Status>()
  readonly #evidence: Evidence

  constructor(evidence: Evidence) {
    this.#evidence = evidence
  }

  /** The lists of a window that fetches by `fetch`. */
  open(fetch: Fetch): Lists {
    const taking = takeInOrder({ change: (id, how) => this.#change(id, how) })
    return {
      fetch: async (organizationId, urgency) => {
        const take = taking.begin(organizationId)
        const heard = this.#evidence.begin(organizationId)
        const list = await fetch(organizationId, urgency)
        await take(list.ok ? list.value : null)
        if (list.ok) heard(unpack(list.value.columns))
        if (list.ok) this.#observe(unpack(list.value.columns))
        return list
      },
      known: (organizationId) => {
        const { at, columns } = this.known(organizationId)
        return Promise.resolve(at === null && columns.ids.length === 0 ? null : columns)
      },
      applied: async (organizationId, operators) => {
        this.#observe(operators)
        this.#evidence.replied(organizationId, operators)
        await taking.applied(organizationId, operators)
      }
    }
  }

  known(organizationId: number): KnownOperators {
    return this.#known.get(organizationId) ?? nobodyKnown(organizationId)
  }

  operators(organizationId: number): readonly Operator[] {
    return unpack(this.known(organizationId).columns)
  }

  #change(id: number, how: (known: KnownOperators) => KnownOperators): Promise<void> {
    this.#known.set(id, how(this.known(id)))
    return Promise.resolve()
  }

  #observe(operators: readonly Operator[]): void {
    for (const { id, status } of operators) this.observed.set(id, status)
  }
}
