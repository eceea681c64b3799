import type { GridColumn } from '../../shared/grid-settings.ts'
import type { Bridge } from '../../shared/ipc.ts'
import { explain, type Explanation } from '../../shared/messages/explain.ts'
import type { Messages } from '../../shared/messages/messages.ts'
import type { Toasts } from '../design/toasts.svelte.ts'
import type { OperatorRow } from './rows.ts'
import { csvOf, tableOf } from './table-text.ts'
import type { WorkbookRequest } from './workbook.ts'

/** What kind of file: plain text that everything reads, or a workbook. */
export type ExportKind = 'csv' | 'xlsx'

/** What an export needs. `title`: whose operators they are, for the name of the file. */
export interface ExportPorts {
  readonly words: Messages
  readonly title: string
  readonly organizationName: (id: number) => string
  readonly columns: readonly GridColumn[]
  readonly kind: ExportKind
  /** Which way the file's language runs. */
  readonly rightToLeft: boolean
  readonly writeWorkbook: (request: WorkbookRequest) => Promise<Uint8Array>
  readonly saveFile: Bridge['frame']['saveFile']
  readonly toasts: Pick<Toasts, 'show'>
}

/** Saves rows as a file where the person says, and tells how that went; nothing where they cancel. */
export async function exportRows(rows: readonly OperatorRow[], ports: ExportPorts): Promise<void> {
  const { words, title, kind, saveFile, toasts } = ports
  const name = `${title} - ${words.grid.export.fileName}.${kind}`
  const saved = await saveFile(name, await bytesOf(rows, ports))
  if (!saved.ok) {
    const { failure } = saved
    toasts.show(({ failures }) => told(explain(failure, failures)), null, 'danger')
  } else if (saved.value !== null) {
    const as = saved.value
    toasts.show(({ grid }) => grid.export.saved(as, rows.length))
  }
}

async function bytesOf(rows: readonly OperatorRow[], ports: ExportPorts): Promise<Uint8Array> {
  const { columns, words, rightToLeft, writeWorkbook } = ports
  const table = tableOf(rows, ports)
  if (ports.kind === 'csv') return csvOf(table)
  const { operators: sheet } = words.grid
  return writeWorkbook({ table, sheet, rightToLeft, idColumn: columns.indexOf('id') })
}

function told({ what, todo }: Explanation): string {
  return [what, todo].filter(Boolean).join(' ')
}
