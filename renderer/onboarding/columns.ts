import type { Organization } from '../../shared/operator.ts'
import { isFlagged } from './header.ts'
import { cellAt, rowCount, type Table } from './table.ts'
import { roleOfTitle, statusOfWord, type Role } from './vocabulary.ts'

/** What each column of a table holds, in order. At most one column has each role but `skip`. */
export type Columns = readonly Role[]

/** A table, whether its first row names the columns, and the organizations that are known. */
export interface Guessing {
  readonly table: Table
  readonly header: boolean
  readonly organizations: readonly Organization[]
}

/** Guesses what the columns hold: by their titles, then by their values. A person may say otherwise. */
export function guessColumns(guessing: Guessing): Columns {
  const width = guessing.table.width
  const found: (Role | null)[] = Array.from({ length: width }, () => null)
  if (guessing.header) byTitles(guessing.table, found)
  byValues(guessing, found)
  nameAtLast(guessing, found)
  return found.map((role) => role ?? 'skip')
}

function byTitles(table: Table, found: (Role | null)[]): void {
  found.forEach((_, column) => {
    const role = roleOfTitle(cellAt(table, 0, column))
    if (role !== null) found[column] = role === 'skip' || !found.includes(role) ? role : 'skip'
  })
  surnameAndName(found)
  flagged(table, found)
}

/** "Active", with yes and no below it, is the status where no column has that title. */
function flagged(table: Table, found: (Role | null)[]): void {
  found.forEach((role, column) => {
    if (role !== null || !isFlagged(table, column)) return
    found[column] = found.includes('status') ? 'skip' : 'status'
  })
}

/** A title that alone means a full name means a first name beside a surname ("Name, Surname"). */
function surnameAndName(found: (Role | null)[]): void {
  if (found.includes('last') && !found.includes('first')) replace(found, 'name', 'first')
  if (!found.includes('last')) replace(found, 'first', 'name')
}

function replace(found: (Role | null)[], role: Role, by: Role): void {
  const at = found.indexOf(role)
  if (at >= 0 && !found.includes(by)) found[at] = by
}

const rowsLookedAt = 200
const enough = 0.8

function valuesOf({ table, header }: Guessing, column: number): string[] {
  const first = header ? 1 : 0
  const last = Math.min(rowCount(table), first + rowsLookedAt)
  const values: string[] = []
  for (let row = first; row < last; row += 1) {
    const value = cellAt(table, row, column).trim()
    if (value !== '') values.push(value)
  }
  return values
}

function mostly(values: readonly string[], is: (value: string) => boolean): boolean {
  return values.length > 0 && values.filter(is).length >= values.length * enough
}

const address = /^\S+@\S+\.\S+$/u
const digits = /^\d+$/u

function byValues(guessing: Guessing, found: (Role | null)[]): void {
  const ids = new Set(guessing.organizations.map(({ id }) => String(id)))
  const names = new Set(guessing.organizations.map(({ name }) => name.toLowerCase()))
  found.forEach((role, column) => {
    if (role !== null) return
    const values = valuesOf(guessing, column)
    const guess = roleOfValues(values, { ids, names })
    if (guess !== null && (guess === 'skip' || !found.includes(guess))) found[column] = guess
  })
}

function roleOfValues(
  values: readonly string[],
  { ids, names }: { readonly ids: ReadonlySet<string>; readonly names: ReadonlySet<string> }
): Role | null {
  if (values.length === 0) return 'skip'
  if (mostly(values, (value) => address.test(value))) return 'email'
  if (mostly(values, (value) => statusOfWord(value) !== null && !digits.test(value)))
    return 'status'
  if (mostly(values, (value) => ids.has(value) || names.has(value.toLowerCase())))
    return 'organization'
  return null
}

const word = /^[\p{L}\p{M}'’ʼ`׳״"-]+$/u
const hasLetter = /\p{L}/u

/** Without a title for it, the name is in the first column of words; two columns of single words are first and last. */
function nameAtLast(guessing: Guessing, found: (Role | null)[]): void {
  if (found.includes('name') || (found.includes('first') && found.includes('last'))) return
  const open = found.flatMap((role, column) => (role === null ? [column] : []))
  const worded = open.filter((column) =>
    mostly(valuesOf(guessing, column), (value) => hasLetter.test(value))
  )
  const [one, other] = worded
  if (one === undefined) return
  const single = (column: number): boolean =>
    mostly(valuesOf(guessing, column), (value) => word.test(value))
  if (other === one + 1 && !guessing.header && single(one) && single(other)) {
    found[one] = 'first'
    found[other] = 'last'
    return
  }
  found[one] = 'name'
}

/** What to do with columns of these titles, as a person once decided it for an organization. */
export interface RememberedColumns {
  readonly organizationId: number
  /** See `columnsSignature`. */
  readonly signature: string
  readonly columns: Columns
}

/** Two tables with the same titles, or without titles but of the same width, have the same signature. */
export function columnsSignature(table: Table, header: boolean): string {
  const titles = Array.from({ length: table.width }, (_, column) => cellAt(table, 0, column).trim())
  return header ? titles.join('\t').toLowerCase() : `width ${table.width}`
}

/** The columns that were last chosen for such a table in that organization, if any. */
export function recallColumns(
  remembered: readonly RememberedColumns[],
  wanted: { readonly organizationId: number; readonly signature: string }
): Columns | null {
  const match = remembered.findLast(
    (each) => each.organizationId === wanted.organizationId && each.signature === wanted.signature
  )
  return match?.columns ?? null
}

/** Columns with one changed; the column that had the role before, and roles that exclude it, become `skip`. */
export function withRole(columns: Columns, column: number, role: Role): Columns {
  const excluded = excludedBy(role)
  return columns.map((present, index) => {
    if (index === column) return role
    return excluded.includes(present) ? 'skip' : present
  })
}

function excludedBy(role: Role): readonly Role[] {
  switch (role) {
    case 'skip':
      return []
    case 'name':
      return ['name', 'first', 'middle', 'last']
    case 'first':
    case 'middle':
    case 'last':
      return ['name', role]
    default:
      return [role]
  }
}
