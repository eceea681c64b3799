import type { Status } from '../../shared/operator.ts'
import type { NameKeys } from './name-keys.ts'
import { keysOf } from './name-keys.ts'
import type { Person } from './people.ts'
import type { KnownPerson, RowAnswer, Verdict } from './verdict.ts'

/** A row that came before, with the key by which *same* names are equal. */
export interface EarlierRow {
  readonly row: number
  readonly same: string
}

/** What is known about a valid row when its fate is decided. */
export interface Facts {
  readonly keys: NameKeys
  readonly organizationId: number
  /** The status that the file, or the whole import, wants the person to have. */
  readonly wanted: Status
  /** Who is in the organization under the same loose key. */
  readonly namesakes: readonly Person[]
  /** An earlier row of the same loose key in the same organization. */
  readonly earlier: EarlierRow | null
  /** Looks up an answer to a question or a decision against a proposal. */
  readonly answer: (verdict: Verdict) => RowAnswer | undefined
}

/** Decides about a row: first what is proposed or asked, then what a person answered to it. */
export function judge(facts: Facts): Verdict {
  const proposal = propose(facts)
  const answer = facts.answer(proposal)
  return answer === undefined ? proposal : answered(facts, proposal, answer)
}

function propose(facts: Facts): Verdict {
  const same = facts.namesakes.filter((person) => isSame(person, facts.keys))
  if (same.length > 0) return among(same, facts.wanted)
  if (facts.namesakes.length > 0) {
    return { kind: 'ask', question: { kind: 'probably-there', people: facts.namesakes } }
  }
  return asNew(facts)
}

function isSame(person: Person, keys: NameKeys): boolean {
  return person.name === keys.name || keysOf(person.name).same === keys.same
}

function asNew(facts: Facts): Verdict {
  if (facts.wanted === 2) return { kind: 'skip', why: 'gone', person: null }
  if (facts.earlier !== null) {
    const how = facts.earlier.same === facts.keys.same ? 'same' : 'probably'
    return { kind: 'ask', question: { kind: 'same-in-file', row: facts.earlier.row, how } }
  }
  if (facts.wanted === 1) return { kind: 'ask', question: { kind: 'not-there', wanted: 1 } }
  return added(facts, false)
}

/** What the wanted status means for people of that name: one is as wanted, one can be changed, or a person must say which. */
function among(people: readonly Person[], wanted: Status): Verdict {
  const fitting = people.find((person) => person.status === wanted)
  if (fitting !== undefined && !leavesOthersActive(people, wanted)) {
    return { kind: 'skip', why: fitting.id === null ? 'queued' : 'there', person: fitting }
  }
  const candidates = changeable(people, wanted)
  const [only] = candidates
  if (only !== undefined && candidates.length === 1) return changed(only, wanted)
  return { kind: 'ask', question: { kind: 'several-there', people } }
}

/** Somebody inactive of that name does not settle that another, active one should be. */
function leavesOthersActive(people: readonly Person[], wanted: Status): boolean {
  return wanted !== 0 && people.some((person) => person.status === 0)
}

function changeable(people: readonly Person[], wanted: Status): readonly Person[] {
  const others = people.filter((person) => person.status !== wanted)
  const listed = others.filter((person) => person.status !== 2)
  return listed.length > 0 ? listed : others
}

function changed(person: Person, to: Status): Verdict {
  if (person.status === to)
    return { kind: 'skip', why: person.id === null ? 'queued' : 'there', person }
  if (!isKnown(person)) return { kind: 'skip', why: 'queued', person }
  return { kind: 'change', person, to }
}

function isKnown(person: Person): person is KnownPerson {
  return person.id !== null
}

function added(
  { organizationId, wanted }: Pick<Facts, 'organizationId' | 'wanted'>,
  anyway: boolean
): Verdict {
  return { kind: 'add', organizationId, then: wanted === 1 ? 1 : 0, anyway }
}

/** Someone new of that name; nobody where they should be deleted at once. */
export function asAnother(organizationId: number, wanted: Status): Verdict {
  if (wanted === 2) return { kind: 'skip', why: 'gone', person: null }
  return added({ organizationId, wanted }, true)
}

function answered(facts: Facts, proposal: Verdict, answer: RowAnswer): Verdict {
  switch (answer.kind) {
    case 'leave-out':
      return { kind: 'left-out' }
    case 'add':
      return asAnother(facts.organizationId, facts.wanted)
    case 'use':
      return used(facts, proposal, answer.personId)
    case 'organization':
    case 'status':
      return proposal
  }
}

function used(facts: Facts, proposal: Verdict, personId: number | null): Verdict {
  const chosen = facts.namesakes.find((person) => person.id === personId)
  if (chosen !== undefined) return changed(chosen, facts.wanted)
  const first = facts.namesakes[0]
  if (personId === null && first !== undefined) return closest(facts, first)
  return proposal
}

function closest(facts: Facts, first: Person): Verdict {
  const verdict = among(facts.namesakes, facts.wanted)
  return verdict.kind === 'ask' ? changed(first, facts.wanted) : verdict
}
