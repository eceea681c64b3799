import { baseCollatorOf, collatorOf } from './collator.ts'
import { rowNumbers, sortedByRank } from './rank-sort.ts'

/** Rows by name, and those that are not among them. */
export interface WordOrder {
  readonly order: Uint32Array
  /** Rows whose names hold something that may sort before a space. */
  readonly odd: readonly number[]
}

/** Names in which a space comes before everything else. */
const plain = /^[\p{L}\p{M}\p{Nd} .,'’`"()&/+_\-–—־׳״]*$/u

/** So many words are ranked; where they are alike, whole names are compared. */
const deciding = 3

/**
 * Rows in the order of their names, as `collatorOf` compares them, several times faster. What decides first are the
 * letters, without accents and case, and a space sorts before all of them: so word by word. Names share most
 * of their words, and few words are quickly ranked; only names that are the same but for accents and case
 * are compared whole.
 */
export function sortedByWords(names: readonly string[], locale: string): WordOrder {
  const odd = new Set<number>()
  const words = new Words()
  const columns = Array.from({ length: deciding }, () => new Uint32Array(names.length))
  names.forEach((name, row) => {
    if (plain.test(name)) words.take(name, columns, row)
    else odd.add(row)
  })
  const ranks = words.ranks(locale)
  for (const column of columns) rankAll(column, ranks)
  const all = rowNumbers(names.length)
  const sorted = columns.toReversed().reduce((order, column) => sortedByRank(order, column), all)
  const order = odd.size === 0 ? sorted : sorted.filter((row) => !odd.has(row))
  return { order: withTiesSorted(order, { names, columns, locale }), odd: [...odd] }
}

/** Every word once, by a number from 1: 0 is no word. */
class Words {
  readonly #numbers = new Map<string, number>()

  /** Notes the first words of a row's name. */
  take(name: string, columns: readonly Uint32Array[], row: number): void {
    let from = 0
    for (const column of columns) {
      if (from > name.length) return
      const end = name.indexOf(' ', from)
      const to = end < 0 ? name.length : end
      column[row] = this.#numberOf(name.slice(from, to))
      from = to + 1
    }
  }

  /** The rank of each word by its number, the same for those that differ in accents and case alone. */
  ranks(locale: string): Uint32Array {
    const { compare } = baseCollatorOf(locale)
    const sorted = [...this.#numbers].sort(([one], [other]) => compare(one, other))
    const ranks = new Uint32Array(sorted.length + 1)
    let rank = 0
    sorted.forEach(([word, number], at) => {
      const before = sorted[at - 1]
      if (!before || compare(before[0], word) !== 0) rank += 1
      ranks[number] = rank
    })
    return ranks
  }

  #numberOf(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    const number = this.#numbers.size + 1
    this.#numbers.set(word, number)
    return number
  }
}

function rankAll(column: Uint32Array, ranks: Uint32Array): void {
  for (let row = 0; row < column.length; row += 1)
    column[row] = ranks[column[row] as number] as number
}

interface Ranked {
  readonly names: readonly string[]
  readonly columns: readonly Uint32Array[]
  readonly locale: string
}

/** Puts rows in order whose words rank alike: whole names decide, then the row. */
function withTiesSorted(order: Uint32Array, { names, columns, locale }: Ranked): Uint32Array {
  const { compare } = collatorOf(locale)
  const nameOf = (row: number | undefined): string => names[row as number] as string
  const alike = (one: number, other: number): boolean =>
    columns.every((column) => column[one] === column[other])
  let from = 0
  for (let at = 1; at <= order.length; at += 1) {
    const [first, row] = [order[from] as number, order[at]]
    if (row !== undefined && alike(first, row)) continue
    const tied = order.subarray(from, at)
    if (tied.some((one) => nameOf(one) !== nameOf(first)))
      tied.sort((one, other) => compare(nameOf(one), nameOf(other)) || one - other)
    from = at
  }
  return order
}
