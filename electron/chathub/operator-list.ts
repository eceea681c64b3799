import * as v from 'valibot'
import type { OperatorColumns } from '../../shared/operator-columns.ts'
import type { Operator } from '../../shared/operator.ts'
import { failed, ok, type Result } from '../../shared/result.ts'

/** An id: a whole number, or one written as a string. */
export const idSchema = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.trim(), v.regex(/^-?\d+$/), v.transform(Number))]),
  v.safeInteger()
)

/** A whole number that may come as a string. */
const statusSchema = v.pipe(idSchema, v.picklist([0, 1, 2]))

/** One operator of a list or of the reply to an add; unknown fields are left out. */
export const operatorSchema = v.object({
  id: idSchema,
  name: v.nullish(v.string(), ''),
  status: v.optional(statusSchema, 0)
})

/**
 * Packs a list of operators from its bytes, in the service's order. Fails with a word about the first row
 * that is not what the documentation says: a list with holes would pass for the truth.
 */
export function readOperatorList(bytes: Uint8Array): Result<OperatorColumns, string> {
  let rows: unknown
  try {
    rows = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return failed('not JSON')
  }
  return Array.isArray(rows) ? packRows(rows) : failed('not a list')
}

function packRows(rows: readonly unknown[]): Result<OperatorColumns, string> {
  const ids = new Float64Array(rows.length)
  const statuses = new Uint8Array(rows.length)
  const ends = new Uint32Array(rows.length)
  const names: string[] = []
  let end = 0
  for (const [row, value] of rows.entries()) {
    const operator = operatorOf(value)
    if (operator === null) return failed(`row ${row + 1}: ${JSON.stringify(value).slice(0, 200)}`)
    ids[row] = operator.id
    statuses[row] = operator.status
    names.push(operator.name)
    end += operator.name.length
    ends[row] = end
  }
  return ok({ ids, statuses, names: names.join(''), ends })
}

/** Rows as documented pass without the schema: it is a hundred times slower over 100,000 of them. */
function operatorOf(value: unknown): Operator | null {
  if (isOperator(value)) return value
  const result = v.safeParse(operatorSchema, value)
  return result.success ? result.output : null
}

function isOperator(value: unknown): value is Operator {
  if (typeof value !== 'object' || value === null) return false
  const { id, name, status } = value as { id?: unknown; name?: unknown; status?: unknown }
  return (
    Number.isSafeInteger(id) &&
    typeof name === 'string' &&
    (status === 0 || status === 1 || status === 2)
  )
}
