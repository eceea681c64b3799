import type { Line } from './lines.ts'

/** Why a line may miss its goal: what profiling found. Printed beside a line that does. */
export const reasons: Readonly<Record<Line, string>> = {
  start:
    'An empty window never runs a script: a bare Svelte page with 24 rows is at 1.11× already. Of the 34 MB above an empty window, by Chromium’s own memory dump, the renderer has 20 (8 of heap for the code and the 10,000 names, 8 of native memory under it, 3.5 of elements and styles), main 8 (4 of heap, 4 native: settings, keychain, menus and the client), the GPU’s process 5, for the tiles of a full screen of text.',
  rows: 'Computing the rows takes 3–11 ms; the rest is making the elements of those on the screen, their layout and paint.',
  search:
    'Finding takes 1–3 ms; the rest is writing other rows and painting them, with an icon, a tooltip and states that the floor’s rows have not.',
  sort: 'The order is read from a rank that exists; the rest is writing other rows and painting them.',
  scroll:
    'Painting is done by the processor where there is no GPU, as on this machine: the floor’s own frames tell how much of it is that. Beyond it, our rows have more parts to lay out and paint than plain ones.',
  write:
    'Packing 100,000 names and cloning the packs to the database’s process take the time; both grow with what else the machine does, as the floor’s number shows.',
  read: 'Opening the database and cloning the packs back take the time, for the floor as well; ours also reads its deltas and checks what it reads.',
  update:
    'Two lists of 100,000 are compared name by name before one small delta is written; the floor rewrites every pack instead.',
  one: 'The time is the disk’s: both wait until it has written. Ours also keeps the number of changes beside the entry, in the same transaction.',
  many: 'The time is the disk’s and the database’s, one request a record: where the floor itself takes longer than the goal, the ratio to it is what tells of this app’s own code.',
  csv: 'The bytes are read and hashed, the encoding and delimiter found, the cells cut out, and every name cleaned, compared and judged; the worker also has to start. The floor does a fraction of that.',
  replay:
    'A request leaves when a core is free: where something else runs beside, timers come late, and the pace never catches up on purpose.'
}
