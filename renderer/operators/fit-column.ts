import type { GridColumn } from '../../shared/grid-settings.ts'
import { nameAt } from '../../shared/operator-columns.ts'
import type { Places } from './places.ts'
import type { OperatorRows } from './rows.ts'

/** So many of the longest are measured: letters differ in width, so that the longest text need not be the widest. */
const most = 48

/**
 * Texts of a column among which its widest is, for all rows that show, however few of them are rendered. None where
 * a column's texts repeat themselves: a rendered one says enough.
 */
export function widestTexts({ rows, visible }: Places, column: GridColumn): string[] {
  const { order } = visible
  if (column === 'id') return order.length === 0 ? [] : [String(highest(rows, order))]
  if (column !== 'name') return []
  const lengths = Uint32Array.from(order, (row) => lengthAt(rows, row))
  const least = lengths.toSorted()[Math.max(0, lengths.length - most)] ?? 0
  const places = [...lengths.keys()].filter((place) => (lengths[place] as number) >= least)
  // Many may be as long as the least of them: the longer ones first.
  const longest = places.sort((one, other) => (lengths[other] as number) - (lengths[one] as number))
  return longest.slice(0, most).map((place) => nameOf(rows, order[place] as number))
}

function highest({ known }: OperatorRows, order: Uint32Array): number {
  return order.reduce((so, row) => Math.max(so, known.columns.ids[row] ?? 0), 0)
}

function lengthAt({ known, pending }: OperatorRows, row: number): number {
  const { ends } = known.columns
  const end = ends[row]
  if (end !== undefined) return end - (ends[row - 1] ?? 0)
  return pending[row - ends.length]?.name.length ?? 0
}

function nameOf({ known, pending }: OperatorRows, row: number): string {
  const { columns } = known
  return pending[row - columns.ends.length]?.name ?? nameAt(columns, row)
}
