import type { OperatorList, Urgency } from '../shared/ipc.ts'
import type { Failure } from '../shared/failure.ts'
import { pack, unpack, type OperatorColumns } from '../shared/operator-columns.ts'
import type { Operator, Status } from '../shared/operator.ts'
import type { Result } from '../shared/result.ts'
import type { Lists } from '../renderer/outbox/ports.ts'

type Fetch = (organizationId: number, urgency: Urgency) => Promise<Result<OperatorList, Failure>>

/** The cache of lists: what was ever shown stays. It survives its process, as a relaxed database mostly does. */
export class CachedLists {
  readonly #organizations = new Map<number, Map<number, Operator>>()
  /** What the window was last told of each operator. */
  readonly observed = new Map<number, Status>()

  /** The ports of a process that fetches by `fetch`. */
  open(fetch: Fetch): Lists {
    return {
      fetch: async (organizationId, urgency) => {
        const list = await fetch(organizationId, urgency)
        if (list.ok) this.#take(organizationId, unpack(list.value.columns))
        return list
      },
      known: (organizationId) => Promise.resolve(this.known(organizationId)),
      applied: (organizationId, operators) => {
        this.#take(organizationId, operators)
        return Promise.resolve()
      }
    }
  }

  known(organizationId: number): OperatorColumns | null {
    const rows = this.#organizations.get(organizationId)
    return rows ? pack([...rows.values()]) : null
  }

  operators(organizationId: number): readonly Operator[] {
    return [...(this.#organizations.get(organizationId)?.values() ?? [])]
  }

  #take(organizationId: number, operators: readonly Operator[]): void {
    const rows = this.#organizations.get(organizationId) ?? new Map<number, Operator>()
    for (const operator of operators) {
      rows.set(operator.id, operator)
      this.observed.set(operator.id, operator.status)
    }
    this.#organizations.set(organizationId, rows)
  }
}
