import type { OperatorColumns } from '../../shared/operator-columns.ts'
import { collatorOf } from './collator.ts'
import { foldNames, joinIds, type JoinedTexts, namesOf } from './fold.ts'
import { surelyDiffer } from './surely-differ.ts'
import { sortedByWords } from './word-order.ts'

/** The columns that an index is made of. */
export type NameColumns = Pick<OperatorColumns, 'ids' | 'names' | 'ends'>

/** What makes searching and sorting by name fast; made once for a list, in a worker where it is long. */
export interface NameIndex {
  readonly folded: JoinedTexts
  readonly ids: JoinedTexts
  /** Row numbers in the order of their names, as `locale` sorts them. */
  readonly order: Uint32Array
  readonly locale: string
}

/** Makes the index of a list. */
export function indexNames(columns: NameColumns, locale: string): NameIndex {
  const names = namesOf(columns)
  const { order: sorted, odd } = sortedByWords(names, locale)
  const nameOf = (row: number): string => names[row] as string
  const order = insertedByName(sorted, odd, { nameOf, locale })
  return { folded: foldNames(names), ids: joinIds(columns.ids), order, locale }
}

/** An order by names with more rows put into it, each after those of the same name. */
export function insertedByName(
  order: Uint32Array,
  rows: readonly number[],
  { nameOf, locale }: { readonly nameOf: (row: number) => string; readonly locale: string }
): Uint32Array {
  if (rows.length === 0) return order
  const { compare } = collatorOf(locale)
  const after = (one: number, other: number): boolean =>
    (compare(nameOf(one), nameOf(other)) || one - other) > 0
  const added = rows.toSorted((one, other) => (after(one, other) ? 1 : -1))
  const merged = new Uint32Array(order.length + added.length)
  let from = 0
  added.forEach((row, at) => {
    const to = firstAfter(order, row, after)
    merged.set(order.subarray(from, to), from + at)
    merged[to + at] = row
    from = to
  })
  merged.set(order.subarray(from), from + added.length)
  return merged
}

/** The rank of each row's name in an order by names; the same for names that sort as one. */
export function nameRanks(
  order: Uint32Array,
  { nameOf, locale }: { readonly nameOf: (row: number) => string; readonly locale: string }
): Uint32Array {
  const { compare } = collatorOf(locale)
  const ranks = new Uint32Array(order.length)
  let rank = 0
  let before = ''
  order.forEach((row, at) => {
    const name = nameOf(row)
    const isOther = name !== before && (surelyDiffer(name, before) || compare(name, before) !== 0)
    if (at > 0 && isOther) rank += 1
    ranks[row] = rank
    before = name
  })
  return ranks
}

/** Where in a sorted order the first row stands that comes after `row`. */
function firstAfter(
  order: Uint32Array,
  row: number,
  after: (one: number, other: number) => boolean
): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (after(order[middle] as number, row)) high = middle
    else low = middle + 1
  }
  return low
}
