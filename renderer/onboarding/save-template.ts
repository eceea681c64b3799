import { directionOf } from '../../shared/messages/format.ts'
import type { Locale, Messages } from '../../shared/messages/messages.ts'
import { templateCsv, templateOf } from './templates.ts'

/** A template as a file: its name and its bytes. */
export interface TemplateFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The template in a language, as a spreadsheet in that language opens it. */
export async function templateFile(
  kind: 'csv' | 'xlsx',
  locale: Locale,
  messages: Messages
): Promise<TemplateFile> {
  const { fileName } = templateOf(messages)
  if (kind === 'csv') return { name: fileName, bytes: templateCsv(messages) }
  const bytes = await templateWorkbook(locale, messages)
  return { name: fileName.replace(/\.csv$/u, '.xlsx'), bytes }
}

/** The template as a workbook; its sheet runs in the language's direction. */
async function templateWorkbook(locale: Locale, messages: Messages): Promise<Uint8Array> {
  // Loaded once it is wanted: hardly anybody needs it, and it is not small.
  const { default: writeWorkbook } = await import('write-excel-file/universal')
  const { rows } = templateOf(messages)
  const [titles = [], ...people] = rows
  const head = titles.map((title) => ({ value: title, fontWeight: 'bold' as const }))
  const body = people.map((cells) => cells.map((cell) => ({ value: cell, type: String })))
  const file = writeWorkbook([head, ...body], {
    sheet: messages.grid.operators,
    columns: titles.map((_, column) => ({ width: column === 0 ? 28 : 22 })),
    ...(directionOf(locale) === 'rtl' ? { rightToLeft: true } : {})
  })
  return new Uint8Array(await (await file.toBlob()).arrayBuffer())
}
