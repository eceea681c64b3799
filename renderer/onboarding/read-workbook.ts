import readSheets from 'read-excel-file/universal'
import { failed, ok, type Result } from '../../shared/result.ts'
import { limits, type IntakeFailure } from './intake-failure.ts'
import { fillDown, mergedDown } from './merged-cells.ts'
import { extentFault } from './sheet-extent.ts'
import { storedArchive } from './stored-archive.ts'
import { tableOf, type Table } from './table.ts'
import { unpackWorkbook, type UnpackedFiles } from './unpack-workbook.ts'
import { errorsAsText, hiddenSheets } from './workbook-xml.ts'

/** One sheet of a workbook, its cells as text. */
export interface Sheet {
  readonly name: string
  readonly table: Table
}

/** Reads an .xlsx workbook: all its sheets that have any text, in their order, hidden ones last. */
export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  name: string
): Promise<Result<readonly Sheet[], IntakeFailure>> {
  const unpacked = await unpackWorkbook({ bytes, name, limit: limits.unpackedSize })
  if (!unpacked.ok) return unpacked
  const foreign = foreignIn([...unpacked.value.keys()])
  if (foreign !== null) return failed({ kind: 'foreign', name, what: foreign })
  const extent = worstExtent(unpacked.value)
  if (extent !== null) return failed({ kind: extent, name })
  const sheets = await sheetsOf(unpacked.value)
  if (sheets === null) return failed({ kind: 'damaged-workbook', name })
  const filled = sheets.filter(({ table }) => table.lines.length > 0)
  if (filled.length === 0) return failed({ kind: 'no-rows', name })
  if (filled.some(({ table }) => table.lines.length > limits.rows)) {
    return failed({ kind: 'too-many-rows', name, limit: limits.rows })
  }
  return ok(filled)
}

function worstExtent(files: UnpackedFiles): ReturnType<typeof extentFault> {
  // All files: a workbook may keep its sheets under any name.
  for (const content of files.values()) {
    const fault = extentFault(new TextDecoder().decode(content))
    if (fault !== null) return fault
  }
  return null
}

function foreignIn(paths: readonly string[]): 'word-document' | 'open-document' | 'archive' | null {
  if (paths.some((path) => path.startsWith('xl/'))) return null
  if (paths.some((path) => path.startsWith('word/'))) return 'word-document'
  return paths.includes('content.xml') ? 'open-document' : 'archive'
}

/** A sheet as the library reads it; one that is a chart has no data, whatever the types say. */
interface MaybeSheet {
  readonly sheet: string
  readonly data?: readonly (readonly unknown[])[]
}

async function sheetsOf(files: UnpackedFiles): Promise<Sheet[] | null> {
  try {
    const archive = storedArchive(errorsAsText(files))
    const options = { trim: false, parseNumber: plainNumber }
    const read: readonly MaybeSheet[] = await readSheets<string>(archive, options)
    const merged = mergedDown(files)
    const sheets = read.map(({ sheet, data = [] }, at): Sheet => {
      const rows = data.map((row) => row.map(textOf))
      fillDown(rows, merged[at] ?? [])
      return { name: sheet, table: tableOf(rows) }
    })
    const hidden = hiddenSheets(files)
    return [...sheets.filter((_, at) => !hidden[at]), ...sheets.filter((_, at) => hidden[at])]
  } catch {
    // The library throws errors of many kinds at malformed XML; each means that the workbook is damaged.
    return null
  }
}

/** Numbers stay as they are written in the file ("24", "0501234567"), but for Excel's long forms of short ones. */
function plainNumber(text: string): string {
  const number = Number(text)
  const shorter = String(number).length < text.length
  const large = /e/iu.test(text) && Number.isSafeInteger(number)
  return Number.isFinite(number) && (shorter || large) ? String(number) : text
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' || typeof cell === 'boolean' ? String(cell) : ''
}
