import type { Line } from './lines.ts'

/** What a measured number is reached by: set against the floor, or by itself. */
export type Goal =
  | { readonly kind: 'ratio'; readonly most: number }
  | { readonly kind: 'most'; readonly value: number }
  | { readonly kind: 'least'; readonly value: number }
  /** Measured to be known; nothing is asked of it. */
  | { readonly kind: 'none' }

/** One number that was measured, before it is judged. */
export interface Measured {
  readonly line: Line
  /** Which number of its line; empty where the line has but one. */
  readonly what: string
  /** What the numbers are: `ms`, `MB`, `%`; empty for plain counts. */
  readonly unit: string
  /** Median of the floor, the least that the work can cost here; `null` where there is none. */
  readonly floor: number | null
  /** Medians of other programs that do the same. */
  readonly peers: Readonly<Record<string, number>>
  /** Median of this app's own code. */
  readonly ours: number
  readonly goal: Goal
  /** How many times each was measured. */
  readonly rounds: number
}

/** One number of a line of the table. */
export interface Measure extends Omit<Measured, 'goal'> {
  /** Ours as a multiple of the floor. */
  readonly ratio: number | null
  readonly goal: string
  readonly met: boolean
}

/** Judges what was measured; numbers are rounded to three digits that count, as no run repeats more. */
export function measureOf({ goal, peers, ...measured }: Measured): Measure {
  const floor = measured.floor === null ? null : rounded(measured.floor)
  const ours = rounded(measured.ours)
  const ratio = floor === null || floor === 0 ? null : rounded(measured.ours / floor)
  return {
    ...measured,
    floor,
    peers: Object.fromEntries(Object.entries(peers).map(([name, value]) => [name, rounded(value)])),
    ours,
    ratio,
    goal: goalText(goal, measured.unit),
    met: isMet(goal, ours, ratio)
  }
}

/** A goal in words. */
function goalText(goal: Goal, unit: string): string {
  switch (goal.kind) {
    case 'ratio':
      return `≤ ${goal.most}× the floor`
    case 'most':
      return `≤ ${withUnit(goal.value, unit)}`
    case 'least':
      return `≥ ${withUnit(goal.value, unit)}`
    case 'none':
      return 'none'
  }
}

/** A number with its unit. */
export function withUnit(value: number, unit: string): string {
  return unit === '' ? `${value}` : `${value} ${unit}`
}

function isMet(goal: Goal, ours: number, ratio: number | null): boolean {
  switch (goal.kind) {
    case 'ratio':
      return ratio !== null && ratio <= goal.most
    case 'most':
      return ours <= goal.value
    case 'least':
      return ours >= goal.value
    case 'none':
      return true
  }
}

function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
