import type { Attempt, AttemptId, Outcome } from '../../shared/attempt.ts'
import type { Failure } from '../../shared/failure.ts'
import type { OperatorList } from '../../shared/ipc.ts'
import { pack } from '../../shared/operator-columns.ts'
import type { Operator, Status } from '../../shared/operator.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What the service does with a request: `lost` has applied it, `dropped` has not. */
export type Behaviour =
  | { readonly kind: 'lost' | 'dropped' }
  | { readonly kind: 'fails'; readonly failure: Failure }
  | { readonly kind: 'lost-late'; readonly after: number }
  | { readonly kind: 'answers'; readonly change: (rows: Operator[]) => Operator[] }

/** A service of one or more organizations, in memory, with a ledger of what came in. */
export class FakeHub {
  readonly organizations = new Map<number, Operator[]>()
  readonly ledger: Attempt[] = []
  lists = 0
  latency = 50
  /** How long a list takes, where that is not what everything takes. */
  listLatency: number | null = null
  /** How long a request stands in line before it leaves, ms. */
  lineMs = 0
  /** Decides what happens to a request; `null`: it is done as documented. */
  misbehave: (attempt: Attempt) => Behaviour | null = () => null
  /** Changes what a list shows, or makes it fail. */
  spoilList: (organizationId: number, rows: Operator[]) => Result<Operator[], Failure> = (
    _,
    rows
  ) => ok(rows)
  readonly #time: VirtualTime
  readonly #line = new Map<AttemptId, () => void>()
  #nextId = 105

  constructor(time: VirtualTime) {
    this.#time = time
    this.organizations.set(24, [
      { id: 101, name: 'John Smith', status: 0 },
      { id: 102, name: 'Sarah Johnson', status: 0 },
      { id: 103, name: 'Mike Wilson', status: 1 }
    ])
  }

  rows(organizationId = 24): Operator[] {
    return this.organizations.get(organizationId) ?? []
  }

  named(name: string, organizationId = 24): Operator[] {
    return this.rows(organizationId).filter((row) => row.name === name)
  }

  /** A colleague adds. */
  add(name: string, organizationId = 24): Operator {
    const row: Operator = { id: this.#nextId++, name, status: 0 }
    this.organizations.set(organizationId, [...this.rows(organizationId), row])
    return row
  }

  /** A colleague sets a status. */
  set(id: number, status: Status): void {
    for (const [organizationId, rows] of this.organizations) {
      this.organizations.set(
        organizationId,
        rows.map((row) => (row.id === id ? { ...row, status } : row))
      )
    }
  }

  /** Stands in line; answers whether the attempt may leave now, or was taken back before. */
  turn({ id }: Attempt): Promise<boolean> {
    if (this.lineMs === 0) return Promise.resolve(true)
    return new Promise((go) => {
      this.#line.set(id, () => go(false))
      this.#time.after(this.lineMs, () => {
        this.#line.delete(id)
        go(true)
      })
    })
  }

  /** Takes back attempts that stand in line, `null` for all. */
  recall(ids: readonly AttemptId[] | null): void {
    for (const [id, leave] of this.#line) if (ids?.includes(id) ?? true) leave()
  }

  async send(attempt: Attempt): Promise<Outcome> {
    this.ledger.push(attempt)
    await this.#wait()
    const behaviour = this.misbehave(attempt)
    if (behaviour?.kind === 'fails') return failed(behaviour.failure)
    if (behaviour?.kind === 'lost-late')
      this.#time.after(behaviour.after, () => this.#apply(attempt))
    if (behaviour?.kind === 'dropped' || behaviour?.kind === 'lost-late') return failed(reset)
    const outcome = this.#apply(attempt)
    if (behaviour?.kind === 'lost') return failed(reset)
    if (behaviour?.kind !== 'answers' || !outcome?.ok || outcome.value.kind !== 'added')
      return outcome
    return ok({ kind: 'added', operators: behaviour.change([...outcome.value.operators]) })
  }

  async list(organizationId: number): Promise<Result<OperatorList, Failure>> {
    this.lists += 1
    const rows = this.rows(organizationId)
    await this.#wait(this.listLatency ?? this.latency)
    const spoilt = this.spoilList(organizationId, rows)
    return spoilt.ok ? ok({ columns: pack(spoilt.value), at: this.#time.wall() }) : spoilt
  }

  #wait(ms = this.latency): Promise<void> {
    return new Promise((resolve) => this.#time.after(ms, resolve))
  }

  #apply(attempt: Attempt): Outcome {
    if (attempt.kind === 'add') {
      const operators = attempt.entries.map(({ name }) => this.add(name, attempt.organizationId))
      return ok({ kind: 'added', operators })
    }
    this.set(attempt.operatorId, attempt.status)
    return ok({ kind: 'status-set' })
  }
}

export const reset: Failure = { kind: 'lost', cause: 'reset', code: 'ECONNRESET' }
export const refusedConnection: Failure = {
  kind: 'unreachable',
  cause: 'refused',
  code: 'ECONNREFUSED'
}

/** The service said no, with that status. */
export function refusal(status: number, retryAfterMs: number | null = null): Failure {
  return { kind: 'refused', status, words: `status ${status}`, retryAfterMs }
}
