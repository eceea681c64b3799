import { operatorsOf, type State } from './state.ts'
import type { Change, OperatorRow } from './model.ts'

/** When everything became true, so that a list can be shown as it was. */
export type History = {
  readonly add: (at: number, changes: readonly Change[]) => void
  /** The list of an organization as it was at a time (ms, the clock that `add` is told). */
  readonly listAt: (state: State, organizationId: number, time: number) => OperatorRow[]
}

/** An empty history. */
export function createHistory(): History {
  const moments: { at: number; change: Change }[] = []
  return {
    add(at, changes) {
      for (const change of changes) moments.push({ at, change })
    },
    listAt(state, organizationId, time) {
      const rows = new Map(operatorsOf(state, organizationId).map((row) => [row.id, row]))
      for (let index = moments.length - 1; index >= 0; index -= 1) {
        const moment = moments[index]
        if (moment === undefined || moment.at <= time) break
        undo(rows, moment.change)
      }
      return [...rows.values()]
    }
  }
}

function undo(rows: Map<number, OperatorRow>, change: Change): void {
  if (change.kind === 'created') {
    rows.delete(change.operator.id)
    return
  }
  const row = rows.get(change.id)
  if (row !== undefined) rows.set(change.id, { ...row, status: change.from })
}
