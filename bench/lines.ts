/** The work that is measured: the lines of the table, in their order. */
export const lines = {
  start: 'first paint, against an empty static window',
  rows: '100,000 rows into the grid, to paint',
  search: 'search, a key to paint, the first key too',
  sort: 'sort by name',
  scroll: 'scroll and fling',
  write: '100,000 operators written to the cache',
  read: 'read back at start',
  update: 'a fresh list with 1 % changed, compared and stored',
  one: 'one outbox entry, strict, awaited',
  many: '1,000 / 10,000 outbox entries at once, strict',
  csv: 'CSV, 100,000 rows, 5.6 MB, bytes to checked table',
  replay: 'replay at 5 requests/s'
} as const

/** A line of the table; it may have several numbers. */
export type Line = keyof typeof lines
