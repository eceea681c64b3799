import type { GridColumn } from '../../shared/grid-settings.ts'
import type { Bridge } from '../../shared/ipc.ts'
import { explain, type Explanation } from '../../shared/messages/explain.ts'
import type { Messages } from '../../shared/messages/messages.ts'
import type { Toasts } from '../design/toasts.svelte.ts'
import type { OperatorRow } from './rows.ts'
import { csvOf, tableOf } from './table-text.ts'

/** What an export needs; `organization` is the name of the rows' organization. */
export interface ExportPorts {
  readonly words: Messages
  readonly organization: string
  readonly columns: readonly GridColumn[]
  readonly saveFile: Bridge['frame']['saveFile']
  readonly toasts: Pick<Toasts, 'show'>
}

/** Saves rows as a CSV file where the person says, and tells how that went; nothing where they cancel. */
export async function exportRows(
  rows: readonly OperatorRow[],
  { words, organization, columns, saveFile, toasts }: ExportPorts
): Promise<void> {
  const bytes = csvOf(tableOf(rows, { words, organization, columns }))
  const saved = await saveFile(`${organization} - ${words.grid.export.fileName}.csv`, bytes)
  if (!saved.ok) {
    const { failure } = saved
    toasts.show(({ failures }) => told(explain(failure, failures)), null, 'danger')
  } else if (saved.value !== null) {
    const name = saved.value
    toasts.show(({ grid }) => grid.export.saved(name, rows.length))
  }
}

function told({ what, todo }: Explanation): string {
  return [what, todo].filter(Boolean).join(' ')
}
