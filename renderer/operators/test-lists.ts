import type { Operator, Scope } from '../../shared/operator.ts'
import { pack } from '../../shared/operator-columns.ts'
import type { KnownOperators } from '../cache/operator-cache.ts'
import type { Coverage } from './coverage.ts'
import { nobodyKnown, unite, withOperators } from './known.ts'
import type { ListState } from './list-state.ts'
import { noOrganizationsYet, type OrganizationsView } from './organizations-view.ts'
import type { EveryOperators, ShownOperators } from './parts.ts'
import type { OperatorsParts } from './operators-parts.ts'

/** Lists for tests: organization 24 is what the test says. */
export class StandingLists {
  readonly #listeners = new Set<() => void>()
  #known: KnownOperators = nobodyKnown(24)
  #refreshes = 0
  standing: ListState = { kind: 'stale', at: null }
  view: OrganizationsView = noOrganizationsYet

  organizations = (): OrganizationsView => this.view
  /** How far the lists of all organizations are there. */
  covered: Coverage = { of: 1, missing: [], failed: [], progress: null, oldest: null }
  /** Everyone, where a test shows all organizations. */
  everyone: EveryOperators | null = null
  operators(scope: number): KnownOperators | null
  operators(scope: Scope): ShownOperators | null
  operators(scope: Scope): ShownOperators | null {
    if (scope === 'all') return this.everyone
    return scope === 24 && this.#known.at !== null ? this.#known : null
  }
  coverage = (): Coverage => this.covered
  state = (): ListState => this.standing
  refreshes = (): number => this.#refreshes
  open = (): Promise<void> => Promise.resolve()

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A list came: for the grid, or for the outbox. */
  list(operators: readonly Operator[], why: 'refresh' | 'outbox' = 'refresh'): void {
    const at = (this.#known.at ?? 0) + 1
    this.#known = unite(this.#known, pack(operators), at)
    this.standing = { kind: 'fresh', at }
    if (why === 'refresh') this.#refreshes += 1
    this.tell()
  }

  /** A reply showed operators. */
  applied(operators: readonly Operator[]): void {
    this.#known = withOperators(this.#known, operators)
    this.tell()
  }

  tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

// The compiler sees that these stand for the real ones.
void (0 as unknown as StandingLists satisfies OperatorsParts['lists'])
