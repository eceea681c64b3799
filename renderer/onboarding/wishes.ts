import type { Status } from '../../shared/operator.ts'
import type { Verdict } from './verdict.ts'

/** What the rows of a file want of operators who exist: a file may name one twice, and contradict itself. */
export class Wishes {
  private readonly first = new Map<number, { readonly row: number; readonly to: Status }>()

  /** The row's verdict in the light of the rows before it: each operator is changed once. */
  meet(row: number, verdict: Verdict, wanted: Status): Verdict {
    const person = personIn(verdict)
    if (person === null) return verdict
    const before = this.first.get(person)
    if (before === undefined) {
      this.first.set(person, { row, to: wanted })
      return verdict
    }
    if (before.to !== wanted)
      return { kind: 'ask', question: { kind: 'same-in-file', row: before.row, how: 'same' } }
    return verdict.kind === 'change'
      ? { kind: 'skip', why: 'repeated', person: verdict.person }
      : verdict
  }
}

/** The operator whom a row changes, or finds as it wants them. */
function personIn(verdict: Verdict): number | null {
  if (verdict.kind === 'change') return verdict.person.id
  return verdict.kind === 'skip' && verdict.why === 'there' ? (verdict.person?.id ?? null) : null
}
