import { cleaningsOf, type Cleaning } from './clean-cell.ts'
import type { PersonRow } from './person-row.ts'

/** Something worth knowing about a row that does not change its fate. */
export type Note =
  | { readonly kind: 'cleaned'; readonly what: readonly Cleaning[]; readonly before: string }
  | { readonly kind: 'email-malformed'; readonly email: string }
  | { readonly kind: 'lines-in-name' }

const spotless = /^[^\s\p{C}\p{M}']+(?: [^\s\p{C}\p{M}']+)*$/u

/** Whether a text has the shape of an address: no blanks, one @ with something before it, a dot after it. */
export function isAddress(text: string): boolean {
  const at = text.indexOf('@')
  const dot = text.lastIndexOf('.')
  return (
    at > 0 &&
    dot > at + 1 &&
    dot < text.length - 1 &&
    text.indexOf('@', at + 1) < 0 &&
    !text.includes(' ')
  )
}

/** What a person should know of a row beside its verdict. `bare`: its name without the mark of a list. */
export function notesOf({ name, email }: PersonRow, bare: string = name): Note[] {
  const notes: Note[] = []
  const marks: Cleaning[] = bare === name ? [] : ['list-mark']
  const what = [...marks, ...(spotless.test(bare) ? [] : cleaningsOf(bare))]
  if (what.length > 0) notes.push({ kind: 'cleaned', what, before: name })
  if (/[\r\n]/u.test(name.trim())) notes.push({ kind: 'lines-in-name' })
  const address = email.trim()
  if (address !== '' && !isAddress(address)) notes.push({ kind: 'email-malformed', email: address })
  return notes
}
