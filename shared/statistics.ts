import type { Operator, Status } from './operator.ts'

/** How many operators an organization has; `total` counts the deleted too, as the documented sample does. */
export interface Statistics {
  readonly total: number
  readonly active: number
  readonly inactive: number
  readonly deleted: number
}

/** Counts statuses: an array of operators, or the status column of a packed list. */
export function statistics(
  operators: readonly Pick<Operator, 'status'>[] | Uint8Array
): Statistics {
  const counts: [number, number, number] = [0, 0, 0]
  if (operators instanceof Uint8Array)
    for (let row = 0; row < operators.length; row += 1) counts[operators[row] as Status] += 1
  else for (const { status } of operators) counts[status] += 1
  const [active, inactive, deleted] = counts
  return { total: operators.length, active, inactive, deleted }
}
