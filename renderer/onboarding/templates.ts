import type { Messages } from '../../shared/messages/messages.ts'
import { writeCsv } from './csv.ts'
import type { Delimiter } from './parse.ts'

/** A file to fill in, with the columns that an import understands. */
export interface Template {
  readonly fileName: string
  readonly rows: readonly (readonly string[])[]
}

/** The template in the language of the messages: titles, and three people as an example. */
export function templateOf({ onboarding }: Messages): Template {
  const { roles, template } = onboarding
  const titles = [roles.name, roles.organization, roles.status, roles.email]
  const examples = template.names.split('|').map((name, index) => {
    const status = index === 0 ? template.inactive : template.active
    return [name, '', status, `operator${index + 1}@example.com`]
  })
  return { fileName: template.fileName, rows: [titles, ...examples] }
}

/** The template as CSV; the separator that a spreadsheet in that language expects. */
export function templateCsv(messages: Messages): Uint8Array {
  return writeCsv(templateOf(messages).rows, messages.onboarding.template.delimiter as Delimiter)
}
