/** Histories of one seed. */
export interface Lane {
  /** A whole number of up to 10 digits. */
  readonly seed: number
  readonly paths: readonly number[]
}

/** The first histories of a seed. */
export function first(histories: number, seed: number): Lane {
  return { seed, paths: Array.from({ length: histories }, (_, at) => at) }
}

/**
 * Histories that are played every time: those in which something was found once, and a good number of
 * others. None is ever taken out.
 */
export const fixedLane: readonly Lane[] = [
  // A status confirmed before the clock was set back, or across a night, hid what lists said since.
  { seed: 1, paths: [6, 38, 66, 75, 107, 120, 251, 289, 292] },
  // A stray row of a reply was given to an add whose own name the reply showed on another's row.
  { seed: 1, paths: [156] },
  // The service answered an add with an operator that a cut list had kept from us.
  { seed: 2, paths: [582] },
  // Two cut lists agreed, and a clock set forward by a day ended the watch over the names.
  { seed: 3_141_592_653, paths: [1748] },
  // A second lost attempt about a name hid the stray row of the first from whoever watched for it.
  { seed: 9_001, paths: [646] },
  // A list and a reply of the same millisecond: the judge held a status that was wanted before the reply against it.
  { seed: 9_001, paths: [123] },
  // A status that was lost went again over what our own reply had said, though the grid showed a newer list.
  { seed: 71_001, paths: [78] },
  // A list told of a status just as the attempt that was decided upon before stood in line.
  { seed: 5_179_660_433, paths: [400] },
  // A list for a window that was dead by then; a wait of days asked for just before the last look.
  { seed: 7_434_531_346, paths: [625, 5571] },
  // A reply with fewer rows, handed on again after the store was lost, gave one's row to the other.
  { seed: 3_452_123_566, paths: [2758] },
  first(6_000, 3_141_592_653)
]

/** A lane that nobody has seen before. */
export function randomLane(histories: number): Lane {
  return first(histories, Math.floor(Math.random() * 10_000_000_000))
}
