import { choicesOf } from './choices-made.ts'
import type { ImportDraft } from './draft.svelte.ts'
import type { ImportRecord } from './import.ts'
import type { ImportPorts } from './ports.ts'

/** A draft as it is stored once it is to be applied; only for one that is ready. */
export function recordOf(
  draft: ImportDraft,
  { account, now, id }: Pick<ImportPorts, 'account' | 'now' | 'id'>
): ImportRecord {
  const { opened, summary, given } = draft
  if (opened === null || summary === null) throw new Error('The draft has no plan yet')
  return {
    id: id(),
    accountId: account.id,
    source: { kind: given.kind, name: given.name, ...opened },
    by: account.login,
    plannedAt: now(),
    counts: summary.counts,
    choices: choicesOf(draft, summary),
    phase: { kind: 'planned' }
  }
}
