/**
 * All rows by the rank of each: a counting sort, which keeps ties. Loops over numbers alone, and the one that
 * jumps about does as little as it can: a million rows are to be sorted within a few frames.
 */
export function sortedByRank(
  order: Uint32Array,
  ranks: Uint8Array | Uint32Array,
  descending = false
): Uint32Array {
  const places = firstPlaces(ranks, descending)
  const sorted = new Uint32Array(order.length)
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at] as number
    const rank = ranks[row] as number
    const place = places[rank] as number
    sorted[place] = row
    places[rank] = place + 1
  }
  return sorted
}

/** Where the rows of each rank begin. */
function firstPlaces(ranks: Uint8Array | Uint32Array, descending: boolean): Uint32Array {
  let most = 0
  for (let row = 0; row < ranks.length; row += 1) {
    const rank = ranks[row] as number
    if (rank > most) most = rank
  }
  const counts = new Uint32Array(most + 1)
  for (let row = 0; row < ranks.length; row += 1) (counts[ranks[row] as number] as number) += 1
  const places = new Uint32Array(most + 1)
  let place = 0
  for (let at = 0; at <= most; at += 1) {
    const rank = descending ? most - at : at
    places[rank] = place
    place += counts[rank] as number
  }
  return places
}

/** The row numbers from 0. */
export function rowNumbers(count: number): Uint32Array {
  const order = new Uint32Array(count)
  for (let row = 0; row < count; row += 1) order[row] = row
  return order
}
