/** The middle of some numbers, or the mean of the two in the middle; there must be at least one. */
export function median(numbers: readonly number[]): number {
  return (percentile(numbers, 0.5) + percentileFromAbove(numbers)) / 2
}

/** The smallest of the numbers that at least this share of them (0 to 1) does not exceed. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  const at = Math.max(0, Math.ceil(sorted.length * share) - 1)
  return known(sorted[at])
}

function percentileFromAbove(numbers: readonly number[]): number {
  return -percentile(
    numbers.map((number) => -number),
    0.5
  )
}

function known(number: number | undefined): number {
  if (number === undefined) throw new RangeError('There is no middle of nothing')
  return number
}
