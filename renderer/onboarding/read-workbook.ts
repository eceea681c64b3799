import { failed, ok, type Result } from '../../shared/result.ts'
import type { Progress } from './encoding.ts'
import { limits, type IntakeFailure } from './intake-failure.ts'
import type { WorkbookFault } from './workbook/fault.ts'
import { readSheets, type Sheet } from './workbook/read-sheets.ts'
import { WorkbookPackage } from './workbook/workbook-package.ts'

/**
 * Reads an .xlsx workbook: all its sheets that have any text, in their order, hidden ones last. `progress` is
 * told how much of the file is read, in bytes of the file.
 */
export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  progress: Progress = () => undefined
): Promise<Result<readonly Sheet[], IntakeFailure>> {
  const opened = WorkbookPackage.open(bytes, limits.unpackedSize)
  if (typeof opened === 'string') return failed(failureOf(opened, name))
  const foreign = foreignIn(opened.paths)
  if (foreign !== null) return failed({ kind: 'foreign', name, what: foreign })
  const told = (share: number): void => progress(Math.floor(share * bytes.length))
  const sheets = await readSheets(opened, told)
  if (typeof sheets === 'string') return failed(failureOf(sheets, name))
  const filled = sheets.filter(({ table }) => table.lines.length > 0)
  return filled.length === 0 ? failed({ kind: 'no-rows', name }) : ok(filled)
}

function failureOf(kind: WorkbookFault, name: string): IntakeFailure {
  if (kind === 'bomb') return { kind, name, limit: limits.unpackedSize }
  return kind === 'too-many-rows' ? { kind, name, limit: limits.rows } : { kind, name }
}

function foreignIn(paths: readonly string[]): 'word-document' | 'open-document' | 'archive' | null {
  if (paths.some((path) => path.startsWith('xl/'))) return null
  if (paths.some((path) => path.startsWith('word/'))) return 'word-document'
  return paths.includes('content.xml') ? 'open-document' : 'archive'
}
