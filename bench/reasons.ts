import type { Line } from './lines.ts'

/** Why a line may miss its goal: what profiling found. Printed beside a line that does. */
export const reasons: Readonly<Record<Line, string>> = {
  start:
    'An empty window never runs a script: a bare Svelte page with 24 rows is at 1.11× already. Of some 30 MB above an empty window the window’s process has 21 and main 9. By Chromium’s own memory dump the window holds 12 MB of V8 (5 of them in use: the code and 10,000 names; the rest is room that V8 keeps after the start), 10 MB of native memory and 5 MB of elements and styles; main’s are the databases, settings, the menus and the client. Leaving 110 kB of panels and dialogs and half of main’s code out of the start moved neither number by more than 0.5 MB, so that it is not code that weighs. With 10,000 rows shown, three quarters of the time are Electron’s own.',
  rows: 'Computing takes 5–7 ms of some 30 from the click on, by a trace; writing the rows that are on the screen 5–8, their style and layout 5, making ready and painting 10, of which the floor, with plainer rows and nothing beside them, has a third. The index of a list that is still in memory is kept, and handing a list to the worker that makes one (9 ms) waits for the paint.',
  search:
    'Finding takes 1–3 ms. By a trace of a key: the browser’s own insertion into the field 3–5 ms, which lays out a page that has more in it than the floor’s; choosing and counting for the chips 3; writing 27 rows of five cells 4–6; their style and layout 5–7; painting 4. The floor’s rows have four plain cells, without icon, states or filter counts.',
  sort: 'The order is read from a rank that exists; the rest is writing other rows and painting them.',
  scroll:
    'Painting is done by the processor where there is no GPU, as on this machine, and the floor itself is at 15–29 % for it. By a trace of a frame of the wheel, of some 9 ms: writing rows 3, style and layout 2.5, layers and painting 2.5, commit 1. Elements of rows that leave go to those that come in, in their order, which costs a move of each, and keeps the order of the document that of the screen for who listens to it.',
  write:
    'Packing 100,000 names and cloning the packs to the database’s process take the time; both grow with what else the machine does, as the floor’s number shows.',
  read: 'Opening the database and cloning the packs back take the time, for the floor as well; ours also reads its deltas and checks what it reads.',
  update:
    'Two lists of 100,000 are compared name by name before one small delta is written; the floor rewrites every pack instead. Minutes after a run with the peers that missed the goal, the same code alone took 5 ms (0.11×): beside the peers’ databases, in the same page and storage process, it takes longer.',
  one: 'The time is the disk’s: both wait until it has written, which takes 2 to 10 ms here, from one time to the next. Ours also keeps the number of changes beside the entry, in the same transaction. Minutes after a run with the peers that missed the goal (4.7×), the same code without them was at 0.87×.',
  many: 'The time is the disk’s and the database’s, one request a record: where the floor itself takes longer than the goal, the ratio to it is what tells of this app’s own code.',
  csv: 'The bytes are read and hashed, the encoding and delimiter found, the cells cut out, and every name cleaned, compared and judged; the worker also has to start. The floor does a fraction of that.',
  replay:
    'A request leaves when a core is free: where something else runs beside, timers come late, and the pace never catches up on purpose.'
}
