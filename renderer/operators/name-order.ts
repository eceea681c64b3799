import type { OperatorColumns } from '../../shared/operator-columns.ts'
import { nameAt } from '../../shared/operator-columns.ts'
import { sameNumbers } from '../cache/operator-packs.ts'
import type { Indexer } from './indexer.ts'
import { insertedByName, type NameIndex } from './name-index.ts'
import { type OperatorRows, rowCount } from './rows.ts'

/** More rows than this are not inserted one by one. */
const fewRows = 1000

/** A listed row goes by its number, a pending one by its slot above this. */
const pendingCode = 2 ** 31

/** An order by names, by what lasts of each row. */
interface Sorted {
  readonly codes: Uint32Array
  readonly columns: OperatorColumns
  readonly generation: number
  /** So many slots have been looked at. */
  readonly slots: number
  readonly locale: string
}

interface Made {
  readonly rows: OperatorRows
  readonly index: NameIndex
  readonly order: Uint32Array
}

/**
 * All rows by name, the pending adds among those that the service lists, kept up as few of them come and go.
 * Many at once are sorted in the worker, and stand at the end until they are.
 */
export class NameOrder {
  readonly #indexer: Pick<Indexer, 'later'>
  readonly #ready: () => void
  #sorted: Sorted | null = null
  #made: Made | null = null
  #making = false

  /** `ready` is called when rows that stood at the end have been sorted. */
  constructor(indexer: Pick<Indexer, 'later'>, ready: () => void) {
    this.#indexer = indexer
    this.#ready = ready
  }

  /** The row numbers in the order of their names. */
  of(rows: OperatorRows, index: NameIndex): Uint32Array {
    const made = this.#made
    if (made?.rows === rows && made.index === index) return made.order
    const order = rows.pending.length === 0 ? index.order : this.#with(rows, index)
    this.#made = { rows, index, order }
    return order
  }

  #with(rows: OperatorRows, index: NameIndex): Uint32Array {
    const before = goesOn(this.#sorted, rows, index) ? this.#sorted : sortedAlone(rows, index)
    const more = rowsSince(before, rows)
    const isMuch = more.length > fewRows
    this.#sorted = isMuch ? before : inserted(before, rows, more)
    if (isMuch) void this.#make(rows, index.locale)
    return numbersOf(this.#sorted.codes, rows, isMuch ? more : [])
  }

  async #make(rows: OperatorRows, locale: string): Promise<void> {
    if (this.#making) return
    this.#making = true
    const { order } = await this.#indexer.later(united(rows), locale)
    this.#making = false
    const { slots } = rows.table
    const listed = rows.known.columns.ids.length
    const codes = order.map((row) =>
      row < listed ? row : pendingCode + (slots[row - listed] as number)
    )
    this.#sorted = { ...basis(rows, locale), codes }
    this.#made = null
    this.#ready()
  }
}

function basis({ known, table }: OperatorRows, locale: string): Omit<Sorted, 'codes'> {
  const { generation, places } = table
  return { columns: known.columns, generation, slots: places.length, locale }
}

/** The rows of the service alone, which their index has sorted. */
function sortedAlone(rows: OperatorRows, { order, locale }: NameIndex): Sorted {
  return { ...basis(rows, locale), codes: order, slots: 0 }
}

/** Whether an order holds for these rows too, but for some that have come or left since. */
function goesOn(
  sorted: Sorted | null,
  { known, table }: OperatorRows,
  { locale }: NameIndex
): sorted is Sorted {
  if (sorted?.locale !== locale || sorted.generation !== table.generation) return false
  const { ids, names } = sorted.columns
  const now = known.columns
  if (sorted.columns === now) return true
  return sameNumbers(ids, now.ids.subarray(0, ids.length)) && now.names.startsWith(names)
}

/** The codes of rows that an order does not hold yet. */
function rowsSince({ columns, slots }: Sorted, { known, table }: OperatorRows): number[] {
  const codes: number[] = []
  for (let row = columns.ids.length; row < known.columns.ids.length; row += 1) codes.push(row)
  for (let slot = slots; slot < table.places.length; slot += 1)
    if ((table.places[slot] as number) >= 0) codes.push(pendingCode + slot)
  return codes
}

function inserted(before: Sorted, rows: OperatorRows, more: readonly number[]): Sorted {
  const { columns } = rows.known
  const { places, rows: pending } = rows.table
  const here = (code: number): boolean =>
    code < pendingCode || (places[code - pendingCode] as number) >= 0
  const codes = before.codes.every(here) ? before.codes : before.codes.filter(here)
  const nameOf = (code: number): string =>
    code < pendingCode
      ? nameAt(columns, code)
      : (pending[places[code - pendingCode] as number]?.name ?? '')
  const { locale } = before
  return { ...basis(rows, locale), codes: insertedByName(codes, more, { nameOf, locale }) }
}

/** The numbers that rows have now, by their codes; some more at the end. */
function numbersOf(codes: Uint32Array, rows: OperatorRows, more: readonly number[]): Uint32Array {
  const numbers = new Uint32Array(rowCount(rows))
  const listed = rows.known.columns.ids.length
  const { places } = rows.table
  let length = 0
  const take = (code: number): void => {
    const place = code < pendingCode ? code - listed : (places[code - pendingCode] as number)
    if (code < pendingCode || place >= 0) numbers[length++] = listed + place
  }
  codes.forEach(take)
  more.forEach(take)
  return numbers
}

/** The names of all rows as one list, the pending ones last. */
function united({ known: { columns }, pending, table }: OperatorRows) {
  const listed = columns.ids.length
  const ends = new Uint32Array(listed + pending.length)
  const ids = new Float64Array(ends.length)
  ends.set(columns.ends)
  ids.set(columns.ids)
  ids.set(table.slots, listed)
  let end = columns.names.length
  pending.forEach(({ name }, at) => (ends[listed + at] = end += name.length))
  return { ids, ends, names: columns.names + pending.map(({ name }) => name).join('') }
}
