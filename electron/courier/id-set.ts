/**
 * A set of whole numbers as text: ascending, each run as its distance from the one before (base 36), or
 * after `=` its first number where that is too far to count, with `~` and how many follow it. 100,000
 * consecutive ids take a dozen characters.
 */
export function encodeIds(ids: readonly number[]): string {
  const sorted = Float64Array.from(new Set(ids)).sort()
  const runs: string[] = []
  let last = 0
  let row = 0
  while (row < sorted.length) {
    const first = sorted[row] ?? 0
    let more = 0
    while (sorted[row + more + 1] === first + more + 1) more += 1
    runs.push(startOf(first, last) + (more > 0 ? `~${more.toString(36)}` : ''))
    last = first + more
    row += more + 1
  }
  return runs.join(',')
}

/** The ids of a text that `encodeIds` made, ascending. */
export function decodeIds(text: string): number[] {
  const ids: number[] = []
  if (text === '') return ids
  let last = 0
  for (const run of text.split(',')) {
    const [distance = '', more = '0'] = run.split('~')
    const first = distance.startsWith('=')
      ? Number(distance.slice(1))
      : last + parseInt(distance, 36)
    last = first + parseInt(more, 36)
    for (let id = first; id <= last; id += 1) ids.push(id)
  }
  return ids
}

function startOf(first: number, last: number): string {
  const distance = first - last
  return Number.isSafeInteger(distance) ? distance.toString(36) : `=${first}`
}
