import type { Organization, Status } from '../../shared/operator.ts'
import { longestName, validate } from '../../shared/validation.ts'
import type { Columns } from './columns.ts'
import { FirstRows } from './first-rows.ts'
import { asAnother, judge, type EarlierRow } from './judge.ts'
import { keysOf, type NameKeys } from './name-keys.ts'
import { isAddress, notesOf, type Note } from './notes-of.ts'
import { hasListMarks, withoutListMark } from './list-marks.ts'
import { namesakesOf, nobody, type People } from './people.ts'
import {
  fieldColumns,
  personRow,
  type FieldColumns,
  type Mends,
  type PersonRow
} from './person-row.ts'
import { organizationResolver, type ResolvedOrganization } from './resolve-organization.ts'
import { isNoPerson } from './no-person.ts'
import { cellAt, rowCount, type Table } from './table.ts'
import {
  answerFor,
  alikeKey,
  type Answers,
  type RowAnswer,
  type RowFault,
  type Verdict
} from './verdict.ts'
import { asksActive, statusOfFlag, statusOfWord, statusOfYesNo } from './vocabulary.ts'
import { Wishes } from './wishes.ts'

/** Everything that a check depends on. */
export interface Checking {
  readonly table: Table
  readonly header: boolean
  readonly columns: Columns
  readonly organizations: readonly Organization[]
  /** The organization of rows that name none; `null`: such rows are in error. */
  readonly organizationId: number | null
  /** The status that rows without one are meant to have: 0 to onboard, 1 or 2 to switch a list of people off. */
  readonly wanted: Status
  readonly people: People
  readonly mends: Mends
  readonly answers: Answers
}

/** A checked table; its rows are the table's, without the header. */
export interface Checked {
  /** The table's row of the first checked row: 1 below a header, else 0. */
  readonly first: number
  readonly verdicts: readonly Verdict[]
  /** Names as they will be sent. */
  readonly names: readonly string[]
  /** By checked row; only rows that have any. */
  readonly notes: ReadonlyMap<number, readonly Note[]>
}

/** Checks every row: documented validation, duplicates, wanted status; collects all, stops at nothing. */
export function check(checking: Checking): Checked {
  const first = checking.header ? 1 : 0
  const count = Math.max(0, rowCount(checking.table) - first)
  const checker = new Checker(checking)
  for (let row = 0; row < count; row += 1) checker.row(row, first + row)
  return { first, verdicts: checker.verdicts, names: checker.names, notes: checker.notes }
}

const noPerson: Verdict = { kind: 'skip', why: 'no-person', person: null }

class Checker {
  readonly verdicts: Verdict[] = []
  readonly names: string[] = []
  readonly notes = new Map<number, Note[]>()
  private readonly reading: { readonly fields: FieldColumns; readonly mends: Mends }
  private readonly resolve: (text: string) => ResolvedOrganization
  /** Per organization and loose key: the first row of the file that has it. */
  private readonly seen = new Map<number, FirstRows>()
  private readonly wishes = new Wishes()
  /** One object for all plain adds of an organization. */
  private readonly plainAdds = new Map<number, Verdict>()

  private readonly checking: Checking
  private readonly marked: boolean
  private readonly statusOf: (word: string) => Status | null

  constructor(checking: Checking) {
    this.checking = checking
    this.reading = { fields: fieldColumns(checking.columns), mends: checking.mends }
    this.marked = hasListMarks(checking.table, this.reading.fields, checking.header ? 1 : 0)
    this.resolve = organizationResolver(checking.organizations, checking.organizationId)
    this.statusOf = remembering(statusReader(checking, this.reading.fields.status))
  }

  row(row: number, tableRow: number): void {
    const person = personRow(this.checking.table, tableRow, this.reading)
    const bare = this.marked ? withoutListMark(person.name) : person.name
    const keys = keysOf(bare)
    this.names.push(keys.name)
    this.note(row, person, bare)
    this.verdicts.push(
      isNoPerson(this.checking, tableRow) && this.answer(row, noPerson)?.kind !== 'add'
        ? noPerson
        : this.verdict(row, person, keys)
    )
  }

  private verdict(row: number, person: PersonRow, keys: NameKeys): Verdict {
    const organization = this.organization(row, person.organization)
    if (organization !== null && typeof organization === 'object') return organization
    const fault = faultOf(organization, keys.name)
    if (fault !== null) return { kind: 'error', fault }
    const wanted = this.status(row, person.status)
    if (typeof wanted === 'object') return wanted
    return this.judged(row, { keys, organizationId: organization ?? 0, wanted })
  }

  /** The organization's id, `null` where it is missing, or a verdict that ends the matter. */
  private organization(row: number, text: string): number | null | Verdict {
    const resolved = this.resolve(text)
    if (resolved.kind === 'known') return resolved.organizationId
    if (resolved.kind === 'missing') return null
    const { text: name, suggestion } = resolved
    const ask: Verdict = {
      kind: 'ask',
      question: { kind: 'unknown-organization', text: name, suggestion }
    }
    const answer = this.answer(row, ask)
    if (answer?.kind === 'organization') return answer.organizationId
    return answer?.kind === 'leave-out' ? { kind: 'left-out' } : ask
  }

  private status(row: number, text: string): Status | Verdict {
    if (text === '' || text.trim() === '') return this.checking.wanted
    const status = this.statusOf(text)
    if (status !== null) return status
    const ask: Verdict = { kind: 'ask', question: { kind: 'unknown-status', text: text.trim() } }
    const answer = this.answer(row, ask)
    if (answer?.kind === 'status') return answer.status
    return answer?.kind === 'leave-out' ? { kind: 'left-out' } : ask
  }

  private judged(
    row: number,
    {
      keys,
      organizationId,
      wanted
    }: { readonly keys: NameKeys; readonly organizationId: number; readonly wanted: Status }
  ): Verdict {
    const earlier = this.earlier(row, organizationId, keys)
    const namesakes = namesakesOf(this.checking.people, organizationId, keys)
    const plain =
      earlier === null && namesakes === nobody && wanted === 0 && this.checking.answers.size === 0
    if (plain) return this.plainAdd(organizationId)
    const answer = (verdict: Verdict): RowAnswer | undefined => this.answer(row, verdict)
    const verdict = judge({ keys, organizationId, wanted, namesakes, earlier, answer })
    return this.once(row, verdict, { organizationId, wanted })
  }

  private plainAdd(organizationId: number): Verdict {
    const known = this.plainAdds.get(organizationId)
    if (known !== undefined) return known
    const add: Verdict = { kind: 'add', organizationId, then: 0, anyway: false }
    this.plainAdds.set(organizationId, add)
    return add
  }

  private earlier(row: number, organizationId: number, keys: NameKeys): EarlierRow | null {
    let inside = this.seen.get(organizationId)
    if (inside === undefined) this.seen.set(organizationId, (inside = new FirstRows()))
    const before = inside.firstRow(
      keys.hash,
      row,
      (other) => this.keysAt(other).loose === keys.loose
    )
    return before < 0 ? null : { row: before, same: this.keysAt(before).same }
  }

  private keysAt(row: number): NameKeys {
    return keysOf(this.names[row] ?? '')
  }

  /** Where an earlier row wants something else of the operator, a person says what is meant. */
  private once(
    row: number,
    verdict: Verdict,
    { organizationId, wanted }: { readonly organizationId: number; readonly wanted: Status }
  ): Verdict {
    const met = this.wishes.meet(row, verdict, wanted)
    if (met === verdict || met.kind !== 'ask') return met
    const answer = this.answer(row, met)
    if (answer?.kind === 'leave-out') return { kind: 'left-out' }
    return answer?.kind === 'add' ? asAnother(organizationId, wanted) : met
  }

  private answer(row: number, verdict: Verdict): RowAnswer | undefined {
    const key = alikeKey(verdict)
    return key === null ? undefined : answerFor(this.checking.answers, row, key)
  }

  private note(row: number, person: PersonRow, bare: string): void {
    const untouched =
      person.name === this.names[row] && (person.email === '' || isAddress(person.email))
    if (untouched) return
    const notes = notesOf(person, bare)
    if (notes.length > 0) this.notes.set(row, notes)
  }
}

/** What words for a status mean in that column: a title that asks whether somebody is active makes 1 a yes. */
function statusReader(
  { table, header }: Checking,
  column: number
): (word: string) => Status | null {
  if (header && asksActive(cellAt(table, 0, column))) return statusOfFlag
  return (word) => statusOfWord(word) ?? statusOfYesNo(word)
}

/** Status words repeat all through a file: each is looked up once. */
function remembering<T>(lookUp: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const found = lookUp(word)
    known.set(word, found)
    return found
  }
}

/** The documented validation; rows that plainly pass are not carried through it one by one. */
function faultOf(organizationId: number | null, name: string): RowFault | null {
  if (organizationId !== null && organizationId !== 0 && name !== '' && name.length <= longestName)
    return null
  return validate([{ organizationId, name }])[0]?.kind ?? null
}
