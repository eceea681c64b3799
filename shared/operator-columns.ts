import type { Operator, Status } from './operator.ts'

/**
 * A list of operators packed by column: the form in which lists cross between the processes and rest in
 * the cache. Row `i` has `ids[i]`, `statuses[i]` and the name `names.slice(ends[i - 1] ?? 0, ends[i])`.
 */
export interface OperatorColumns {
  readonly ids: Float64Array
  readonly statuses: Uint8Array
  /** All names joined without a separator. */
  readonly names: string
  /** Where each name ends in `names`, in UTF-16 units. */
  readonly ends: Uint32Array
}

/** Packs operators, keeping their order. */
export function pack(operators: readonly Operator[]): OperatorColumns {
  const count = operators.length
  const ids = new Float64Array(count)
  const statuses = new Uint8Array(count)
  const ends = new Uint32Array(count)
  const names = operators.map((operator) => operator.name)
  let end = 0
  operators.forEach((operator, row) => {
    ids[row] = operator.id
    statuses[row] = operator.status
    end += operator.name.length
    ends[row] = end
  })
  return { ids, statuses, names: names.join(''), ends }
}

/** The name in a row. */
export function nameAt(columns: Pick<OperatorColumns, 'names' | 'ends'>, row: number): string {
  return columns.names.slice(columns.ends[row - 1] ?? 0, columns.ends[row])
}

/** The operator in a row, which must exist. */
export function operatorAt(columns: OperatorColumns, row: number): Operator {
  const id = columns.ids[row]
  if (id === undefined) throw new RangeError(`No row ${row} in a list of ${columns.ids.length}`)
  return { id, name: nameAt(columns, row), status: columns.statuses[row] as Status }
}

/** Every operator of a packed list, in order; for short lists and tests. */
export function unpack(columns: OperatorColumns): Operator[] {
  return Array.from(columns.ids, (_, row) => operatorAt(columns, row))
}
