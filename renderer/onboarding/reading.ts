import { failed, ok, type Result } from '../../shared/result.ts'
import { findDelimiter, startOf, type FoundDelimiter } from './delimiter.ts'
import { readText, type Detection, type Hints } from './detect-encoding.ts'
import { decode, type Encoding, type Progress } from './encoding.ts'
import { headerRow } from './header.ts'
import { classify } from './intake.ts'
import { limits, type IntakeFailure } from './intake-failure.ts'
import { lostLetters, type LostLetters } from './lost-letters.ts'
import { parse, type Delimiter, type UnclosedQuote } from './parse.ts'
import { readWorkbook } from './read-workbook.ts'
import { rowCount, rowsFrom, type Table } from './table.ts'
import type { Sheet } from './workbook/read-sheets.ts'

/** A file's bytes, in memory. */
export interface FileBytes {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The sheets of a workbook, where they are kept. */
  readonly sheets?: (progress?: Progress) => ReturnType<typeof readWorkbook>
}

/** How a person wants it read; what is left out is found out. */
export interface Wishes {
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  readonly header?: boolean
  readonly sheet?: string
}

/** A file as a table, and everything that was found on the way. */
export interface Reading {
  readonly table: Table
  readonly header: boolean
  /** Rows above the header, such as what the list is about: they are no part of the table. */
  readonly above: number
  readonly how:
    | {
        readonly kind: 'text'
        readonly detection:
          Detection | { readonly encoding: Encoding; readonly by: 'person'; readonly damaged: 0 }
        readonly delimiter:
          | FoundDelimiter
          | { readonly delimiter: Delimiter; readonly by: 'person'; readonly from: number }
        readonly unclosed: readonly UnclosedQuote[]
        readonly lost: LostLetters | null
      }
    | { readonly kind: 'workbook'; readonly sheet: string; readonly sheets: readonly string[] }
}

/** How to read: a person's wishes, what settles ties, whom to tell how many bytes are decoded. */
export interface HowToRead {
  readonly wishes: Wishes
  readonly hints: Hints
  readonly progress?: Progress
}

const headSize = 4096
/** Programs of the DOS age end a text so. */
const endMark = '\u001a'

/** A file that may be read several times, in one way or another: a workbook is taken apart once. */
export function takenFile(name: string, bytes: Uint8Array<ArrayBuffer>): FileBytes {
  let sheets: ReturnType<typeof readWorkbook> | null = null
  return { name, bytes, sheets: (progress) => (sheets ??= readWorkbook(bytes, name, progress)) }
}

/** Reads whatever was dropped. Never throws for what it contains. */
export async function read(
  input: FileBytes,
  how: HowToRead
): Promise<Result<Reading, IntakeFailure>> {
  const { name, bytes } = input
  const intake = classify({ name, size: bytes.length, head: bytes.subarray(0, headSize) })
  if (!intake.ok) return intake
  if (intake.value === 'text') return readList(input, how)
  const sheets = await (input.sheets?.(how.progress) ?? readWorkbook(bytes, name, how.progress))
  return sheets.ok ? ok(ofSheet(sheets.value, how.wishes)) : sheets
}

/** Reads text; `read` for those who know already that it is text. */
export function readList(
  { name, bytes }: FileBytes,
  { wishes, hints, progress }: HowToRead
): Result<Reading, IntakeFailure> {
  const decoded = textOf(bytes, { wishes, hints, ...(progress ? { progress } : {}) })
  const { detection } = decoded
  const text = withoutEndMark(decoded.text)
  const delimiter = delimiterOf(text, wishes)
  const { table, unclosed, cut } = parse(text, { ...delimiter, maxRows: limits.rows })
  if (cut) return failed({ kind: 'too-many-rows', name, limit: limits.rows })
  if (rowCount(table) === 0) return failed({ kind: 'no-rows', name })
  return ok({
    ...below(table, wishes),
    how: { kind: 'text', detection, delimiter, unclosed, lost: lostLetters(text) }
  })
}

/** The table from its header on; one that is read without a header loses no row. */
function below(table: Table, wishes: Wishes): Pick<Reading, 'table' | 'header' | 'above'> {
  const found = wishes.header === false ? null : headerRow(table)
  const above = found ?? 0
  return { table: rowsFrom(table, above), header: wishes.header ?? found !== null, above }
}

function withoutEndMark(text: string): string {
  return text.endsWith(endMark) ? text.slice(0, -endMark.length) : text
}

type TextHow = Extract<Reading['how'], { kind: 'text' }>

function textOf(
  bytes: Uint8Array,
  { wishes, hints, progress }: HowToRead
): { text: string; detection: TextHow['detection'] } {
  if (wishes.encoding === undefined) return readText(bytes, hints, progress)
  const text = decode(bytes, wishes.encoding, progress ? { progress } : {})
  return { text, detection: { encoding: wishes.encoding, by: 'person', damaged: 0 } }
}

function delimiterOf(text: string, wishes: Wishes): TextHow['delimiter'] {
  if (wishes.delimiter === undefined) return findDelimiter(text)
  return { delimiter: wishes.delimiter, by: 'person', from: startOf(text) }
}

function ofSheet(sheets: readonly Sheet[], wishes: Wishes): Reading {
  const sheet = sheets.find(({ name }) => name === wishes.sheet) ?? sheets[0]
  if (sheet === undefined) throw new Error('A workbook without sheets was accepted')
  return {
    ...below(sheet.table, wishes),
    how: { kind: 'workbook', sheet: sheet.name, sheets: sheets.map(({ name }) => name) }
  }
}
