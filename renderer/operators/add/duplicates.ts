import { sameKey } from '../../../shared/match-key.ts'
import { nameAt, operatorAt, type OperatorColumns } from '../../../shared/operator-columns.ts'
import type { Operator } from '../../../shared/operator.ts'
import { eachKey } from './each-key.ts'
import type { TypedName } from './names.ts'

/** Where a name is already. */
export type Found =
  | { readonly kind: 'listed'; readonly operators: readonly Operator[] }
  | { readonly kind: 'queued' }
  | { readonly kind: 'typed'; readonly line: number }

/** A typed name that is there already: a question, never a silent skip. */
export interface Duplicate extends TypedName {
  readonly how: 'same' | 'probably'
  readonly found: Found
}

/** What a person decides about a duplicate. */
export type Choice = 'skip' | 'add' | 'reactivate'

/** What the typed names are compared with: the organization's operators as cached, and names that wait to be added to it. */
export interface Existing {
  readonly operators: OperatorColumns | null
  readonly queued: readonly string[]
}

/**
 * Every name that is there already, in order; where it is in several places, the most telling one. The window
 * may paint in between: there can be a hundred thousand operators, and as many names that wait.
 */
export async function findDuplicates(
  names: readonly TypedName[],
  existing: Existing,
  breathe: () => Promise<void>
): Promise<Duplicate[]> {
  const typed = {
    count: names.length,
    nameAt: (place: number) => names[place]?.name ?? '',
    breathe
  }
  const wanted = new Map<string, Bearers>()
  await eachKey(typed, (key) => void wanted.set(key, new Bearers()))
  await collect(wanted, existing, breathe)
  const duplicates: Duplicate[] = []
  await eachKey(typed, (key, place) => {
    const name = names[place] as TypedName
    const found = (wanted.get(key) as Bearers).find(name)
    if (found) duplicates.push({ ...name, ...found })
  })
  return duplicates
}

/** What is offered for a duplicate, the usual choice first. */
export function choicesFor({ found }: Duplicate): readonly [Choice, ...Choice[]] {
  if (found.kind !== 'listed' || !toReactivate(found.operators)) return ['skip', 'add']
  const someoneIsActive = found.operators.some(({ status }) => status === 0)
  return someoneIsActive ? ['skip', 'reactivate', 'add'] : ['reactivate', 'skip', 'add']
}

/** Who comes back when a duplicate is reactivated: an inactive operator before a deleted one. */
export function toReactivate(operators: readonly Operator[]): Operator | null {
  return (
    operators.find(({ status }) => status === 1) ??
    operators.find(({ status }) => status === 2) ??
    null
  )
}

async function collect(
  wanted: ReadonlyMap<string, Bearers>,
  { operators, queued }: Existing,
  breathe: () => Promise<void>
): Promise<void> {
  if (operators) {
    const listed = {
      count: operators.ids.length,
      nameAt: (row: number) => nameAt(operators, row),
      breathe
    }
    await eachKey(listed, (key, row) => wanted.get(key)?.list(operatorAt(operators, row)))
  }
  const waiting = { count: queued.length, nameAt: (at: number) => queued[at] ?? '', breathe }
  await eachKey(waiting, (key, at) => wanted.get(key)?.queue(queued[at] ?? ''))
}

/** Who bears names that are probably the same. Each is looked at once, however many there are. */
class Bearers {
  readonly #listed: Operator[] = []
  readonly #same = new Map<string, Operator[]>()
  readonly #queued = new Set<string>()
  #typed: { readonly key: string; readonly line: number } | null = null

  list(operator: Operator): void {
    const key = sameKey(operator.name)
    const same = this.#same.get(key)
    if (same) same.push(operator)
    else this.#same.set(key, [operator])
    this.#listed.push(operator)
  }

  queue(name: string): void {
    this.#queued.add(sameKey(name))
  }

  /** Where a typed name is already; from then on it is there itself. */
  find({ name, line }: TypedName): Pick<Duplicate, 'how' | 'found'> | null {
    const key = sameKey(name)
    const before = this.#typed
    this.#typed ??= { key, line }
    if (this.#listed.length > 0) {
      const same = this.#same.get(key)
      return {
        how: same ? 'same' : 'probably',
        found: { kind: 'listed', operators: same ?? this.#listed }
      }
    }
    if (this.#queued.size > 0)
      return { how: this.#queued.has(key) ? 'same' : 'probably', found: { kind: 'queued' } }
    if (!before) return null
    return {
      how: before.key === key ? 'same' : 'probably',
      found: { kind: 'typed', line: before.line }
    }
  }
}
