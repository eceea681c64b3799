import type { Messages } from '../../../shared/messages/messages.ts'
import { never } from '../../../shared/never.ts'
import type { Note } from '../notes-of.ts'
import { explainVerdict } from '../explain-verdict.ts'
import type { PlanRow } from '../reader-calls.ts'

/** What there is to say about a row of the plan: why, of whom, what was cleaned, who is similar. */
export function remarksOf(
  row: PlanRow,
  words: Messages,
  organizationName: (id: number) => string
): string[] {
  const { onboarding, views } = words
  const { verdict, similar } = row
  const said = explainVerdict(verdict, onboarding, () => row.earlierLine ?? 0)
  const more: string[] = []
  if (verdict.kind === 'add' && verdict.then === 1) more.push(onboarding.rows.then(views.status[1]))
  if (verdict.kind === 'add' && row.person.organization.trim() !== '')
    more.push(organizationName(verdict.organizationId))
  if (verdict.kind === 'change') {
    const { id, status } = verdict.person
    more.push(onboarding.rows.now(views.status[status], id))
  }
  if (similar !== null) more.push(onboarding.rows.similar(similar.name))
  return [said, ...more, ...row.notes.map((note) => noteText(note, words))].filter(
    (text) => text !== ''
  )
}

function noteText(note: Note, { onboarding, format }: Messages): string {
  switch (note.kind) {
    case 'cleaned':
      return onboarding.rows.cleanedFrom(
        note.before,
        format.list(note.what.map((what) => onboarding.cleaned[what]))
      )
    case 'email-malformed':
      return onboarding.rows.email(note.email)
    case 'lines-in-name':
      return onboarding.rows.lines
    default:
      return never(note)
  }
}
