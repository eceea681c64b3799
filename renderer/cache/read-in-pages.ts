import type { Table } from 'dexie'

/** So many records are read at a time: some ms of work to make objects of them. */
const page = 1_000

/** Takes every record of a table by its key, a page at a time: the window paints in between. */
export async function inPages<Row>(
  table: Table<Row, string>,
  { keyOf, take }: { readonly keyOf: (row: Row) => string; readonly take: (row: Row) => void },
  breathe: () => Promise<void>
): Promise<void> {
  for (let last: Row | undefined; ;) {
    const rest = last === undefined ? table.toCollection() : table.where(':id').above(keyOf(last))
    const rows = await rest.limit(page).toArray()
    rows.forEach(take)
    if (rows.length < page) return
    last = rows.at(-1)
    await breathe()
  }
}

/** Entries in queue order; sorted as numbers, which takes a tenth of comparing a hundred thousand entries. */
export function inQueueOrder<Entry extends { readonly order: number }>(
  entries: readonly Entry[]
): Entry[] {
  const count = entries.length
  const places = new Float64Array(count)
  entries.forEach(({ order }, at) => (places[at] = order * count + at))
  const sorted: Entry[] = []
  for (const place of places.sort()) sorted.push(entries[place % count] as Entry)
  return sorted
}
