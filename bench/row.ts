import { lines, type Line } from './lines.ts'
import type { Measure } from './measure.ts'
import { reasons } from './reasons.ts'

/** A line of the table: its first number in front, all of them behind. */
export interface Row {
  readonly name: string
  readonly unit: string
  readonly floor: number | null
  readonly peers: Readonly<Record<string, number>>
  readonly ours: number
  /** The goals of all its numbers, in words. */
  readonly goal: string
  /** Whether every one of them is met. */
  readonly met: boolean
  /** Why not, as profiling told; `null` where it is. */
  readonly reason: string | null
  readonly measures: readonly Measure[]
}

/** The measured numbers by line, in the order of the table; lines without a number are left out. */
export function rowsOf(measures: readonly Measure[]): Row[] {
  return (Object.keys(lines) as Line[]).flatMap((line) => {
    const own = measures.filter((measure) => measure.line === line)
    return own[0] === undefined ? [] : [rowOf(line, own[0], own)]
  })
}

function rowOf(line: Line, first: Measure, measures: readonly Measure[]): Row {
  const met = measures.every((measure) => measure.met)
  const { unit, floor, peers, ours } = first
  return {
    name: lines[line],
    ...{ unit, floor, peers, ours },
    goal: measures
      .filter(({ goal }) => goal !== 'none')
      .map(goalOf)
      .join('; '),
    met,
    reason: met ? null : reasons[line],
    measures
  }
}

function goalOf({ what, goal }: Measure): string {
  return what === '' ? goal : `${what} ${goal}`
}
