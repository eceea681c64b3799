import type { EntryId } from '../../shared/edit.ts'
import type { KeptEntry } from './kept-entry.ts'
import { Ordered } from './ordered.ts'

/** A line of several: who is in it, and who of them is not simply waiting; while there is one, nobody goes. */
export interface LongLine {
  readonly members: Ordered
  readonly blockers: Ordered
  ready: KeptEntry | null
}

/**
 * Undecided entries that must go one after another: adds of one name, or statuses of one operator. Nearly
 * every line is one entry long, and a hundred thousand may stand at once: such a line is that entry itself.
 */
export type Line = KeptEntry | LongLine

/** Whether several stand, or have stood, in the line. */
export function isLong(line: Line): line is LongLine {
  return 'members' in line
}

/** The line with an entry in it; the one that was there may have changed. */
export function joined(line: Line | undefined, entry: KeptEntry): Line {
  if (line === undefined) return entry
  const long = isLong(line) ? line : lineOf(line)
  stand(long, entry)
  return long
}

/** The line without an entry; `undefined` where nobody is left. */
export function left(line: Line, entry: KeptEntry): Line | undefined {
  if (!isLong(line)) return line.id === entry.id ? undefined : line
  line.members.remove(entry.order)
  line.blockers.remove(entry.order)
  return line.members.size === 0 ? undefined : line
}

/** Whether an entry stands in the line. */
export function holds(line: Line, entry: KeptEntry): boolean {
  return isLong(line) ? line.members.placeOf(entry.order) >= 0 : line.id === entry.id
}

/** Who may go next, if nothing keeps them back; `undefined` while somebody of the line is under way. */
export function headOf(line: Line): EntryId | undefined {
  if (!isLong(line)) return line.state.kind === 'waiting' ? line.id : undefined
  return line.blockers.size > 0 ? undefined : line.members.first()
}

/** Whom an entry of the line waits for, if for anybody. */
export function aheadIn(line: Line, entry: KeptEntry): EntryId | undefined {
  if (!isLong(line)) return undefined
  const blocker = line.blockers.first()
  return blocker === entry.id ? undefined : (blocker ?? line.members.before(entry.order))
}

/** Who is in the line, in order. */
export function membersOf(line: Line): readonly EntryId[] {
  return isLong(line) ? line.members.take(Infinity) : [line.id]
}

function lineOf(entry: KeptEntry): LongLine {
  const line = { members: new Ordered(), blockers: new Ordered(), ready: null }
  stand(line, entry)
  return line
}

function stand({ members, blockers }: LongLine, entry: KeptEntry): void {
  members.add(entry.order, entry.id)
  if (entry.state.kind !== 'waiting') blockers.add(entry.order, entry.id)
}
