import type { Failure } from '../../shared/failure.ts'
import type { OperatorList } from '../../shared/ipc.ts'
import { pack, type OperatorColumns, unpack } from '../../shared/operator-columns.ts'
import type { Operator } from '../../shared/operator.ts'
import type { Result } from '../../shared/result.ts'
import type { FakeHub } from './fake-hub.ts'
import type { Lists } from './ports.ts'

/** A cache that merges as the real one does: what a list lacks stays. */
export class FakeLists implements Lists {
  readonly cache = new Map<number, Map<number, Operator>>()
  readonly #hub: FakeHub

  constructor(hub: FakeHub) {
    this.#hub = hub
  }

  /** The cache saw the organization as it is now. */
  see(organizationId: number): void {
    this.#merge(organizationId, this.#hub.rows(organizationId))
  }

  readonly fetch = async (organizationId: number): Promise<Result<OperatorList, Failure>> => {
    const list = await this.#hub.list(organizationId)
    if (list.ok) this.#merge(organizationId, unpack(list.value.columns))
    return list
  }
  readonly known = (organizationId: number): Promise<OperatorColumns | null> => {
    const rows = this.cache.get(organizationId)
    return Promise.resolve(rows ? pack([...rows.values()]) : null)
  }
  readonly applied = (organizationId: number, operators: readonly Operator[]): Promise<void> => {
    this.#merge(organizationId, operators)
    return Promise.resolve()
  }

  #merge(organizationId: number, operators: readonly Operator[]): void {
    const rows = this.cache.get(organizationId) ?? new Map<number, Operator>()
    for (const operator of operators) rows.set(operator.id, operator)
    this.cache.set(organizationId, rows)
  }
}
