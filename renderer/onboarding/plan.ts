import type { Edit } from '../../shared/edit.ts'
import type { Status } from '../../shared/operator.ts'
import type { Checked } from './check.ts'
import type { People, Person } from './people.ts'
import type { KnownPerson, Verdict } from './verdict.ts'

/** How many rows a plan touches, by what becomes of them. */
export interface PlanCounts {
  readonly add: number
  readonly reactivate: number
  readonly setInactive: number
  readonly delete: number
  readonly skip: number
  readonly ask: number
  readonly errors: number
  /** Left out by the person. */
  readonly leftOut: number
}

/** What applying a plan takes at a pace. */
export interface Cost {
  readonly requests: number
  readonly ms: number
}

/** A checked file as a proposal: nothing of it has happened. It is plain data, stored and exported as it is. */
export interface Plan {
  readonly verdicts: readonly Verdict[]
  readonly names: readonly string[]
  /** Active operators whom the file does not name and who become inactive; empty unless a person wants that. */
  readonly missing: readonly KnownPerson[]
}

/** "Whoever is not in the file becomes inactive": what that would do. */
export interface MissingPeople {
  readonly people: readonly KnownPerson[]
  /** Of how many who are active now. */
  readonly active: number
  /** The share is so large that the file is more likely to be incomplete: a person must say so once more. */
  readonly guarded: boolean
}

const guardedShare = 0.2
const guardedFrom = 3

/**
 * Who is active in the organizations that the file speaks of and is not named by it, neither as wanted nor
 * in a question. `organizations`: those of the file.
 */
export function missingPeople(
  checked: Checked,
  people: People,
  organizations: readonly number[]
): MissingPeople {
  const named = namedBy(checked.verdicts)
  const everyone = organizations.flatMap((id) => [...(people.get(id)?.values() ?? [])].flat())
  const active = everyone.filter(
    (person): person is KnownPerson => person.id !== null && person.status === 0
  )
  const absent = active.filter((person) => !named.has(person.id))
  const guarded = absent.length >= guardedFrom && absent.length > active.length * guardedShare
  return { people: absent, active: active.length, guarded }
}

/** The organizations that verdicts speak of, and the one that holds for rows which name none. */
export function organizationsOf(verdicts: readonly Verdict[], preset: number | null): number[] {
  const found = new Set(preset === null ? [] : [preset])
  for (const verdict of verdicts) {
    if (verdict.kind === 'add') found.add(verdict.organizationId)
    if (verdict.kind === 'change') found.add(verdict.person.organizationId)
    if (verdict.kind === 'skip' && verdict.person !== null) found.add(verdict.person.organizationId)
  }
  return [...found]
}

function namedBy(verdicts: readonly Verdict[]): ReadonlySet<number | null> {
  const named = new Set<number | null>()
  for (const verdict of verdicts) for (const person of peopleIn(verdict)) named.add(person.id)
  return named
}

function peopleIn(verdict: Verdict): readonly Person[] {
  if (verdict.kind === 'change') return [verdict.person]
  if (verdict.kind === 'skip') return verdict.person === null ? [] : [verdict.person]
  return verdict.kind === 'ask' && 'people' in verdict.question ? verdict.question.people : []
}

/** The plan of a checked file, with those who are to become inactive because the file does not name them. */
export function planOf(checked: Checked, missing: readonly KnownPerson[]): Plan {
  return { verdicts: checked.verdicts, names: checked.names, missing }
}

/** Counts a plan. Those whom the file does not name count as set inactive. */
export function countPlan({ verdicts, missing }: Plan): PlanCounts {
  const counts = {
    add: 0,
    reactivate: 0,
    setInactive: 0,
    delete: 0,
    skip: 0,
    ask: 0,
    errors: 0,
    leftOut: 0
  }
  for (const verdict of verdicts) counts[countedAs(verdict)] += 1
  counts.setInactive += missing.length
  return counts
}

const changeCounts = { 0: 'reactivate', 1: 'setInactive', 2: 'delete' } as const

/** Under which count a verdict goes. */
export function countedAs(verdict: Verdict): keyof PlanCounts {
  switch (verdict.kind) {
    case 'change':
      return changeCounts[verdict.to]
    case 'error':
      return 'errors'
    case 'left-out':
      return 'leftOut'
    default:
      return verdict.kind
  }
}

const batch = 100

/**
 * Requests and time at a pace: one list of every organization concerned, adds by the hundred (each name
 * once per request), statuses one by one.
 */
export function costOf(plan: Plan, requestsPerSecond: number): Cost {
  const adds = new Map<number, number>()
  const organizations = new Set(plan.missing.map((person) => person.organizationId))
  for (const verdict of plan.verdicts) {
    if (verdict.kind === 'change') organizations.add(verdict.person.organizationId)
    if (verdict.kind !== 'add') continue
    adds.set(verdict.organizationId, (adds.get(verdict.organizationId) ?? 0) + 1)
  }
  const copies = mostCopies(plan)
  let batches = 0
  for (const [id, count] of adds) {
    organizations.add(id)
    batches += Math.max(Math.ceil(count / batch), copies.get(id) ?? 1)
  }
  const requests = organizations.size + batches + countSteps(plan) - sum(adds.values())
  return { requests, ms: Math.round((requests / requestsPerSecond) * 1000) }
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const each of numbers) total += each
  return total
}

/** Per organization, how often the name that is added most is added; only those added knowingly can have copies. */
function mostCopies({ verdicts, names }: Plan): ReadonlyMap<number, number> {
  const most = new Map<number, number>()
  if (!verdicts.some((verdict) => verdict.kind === 'add' && verdict.anyway)) return most
  const copies = new Map<string, number>()
  verdicts.forEach((verdict, row) => {
    if (verdict.kind !== 'add') return
    const key = `${verdict.organizationId}/${names[row] ?? ''}`
    const count = (copies.get(key) ?? 0) + 1
    copies.set(key, count)
    most.set(verdict.organizationId, Math.max(most.get(verdict.organizationId) ?? 0, count))
  })
  return most
}

/** How many steps a plan has, without making them. */
export function countSteps({ verdicts, missing }: Plan): number {
  let count = missing.length
  for (const verdict of verdicts) {
    if (verdict.kind === 'change') count += 1
    if (verdict.kind === 'add') count += verdict.then === 0 ? 1 : 2
  }
  return count
}

/** One thing to do about a row; `row` is `null` for someone whom the file does not name. */
export type Step =
  { readonly kind: 'edit'; readonly row: number | null; readonly edit: Edit } | AfterAdd

/** A status that is set once the entry of the step at position `addStep` has created the operator. */
export interface AfterAdd {
  readonly kind: 'after-add'
  readonly row: number
  readonly addStep: number
  readonly organizationId: number
  readonly name: string
  readonly to: Status
}

/** Everything that applying a plan does, in order; the same plan gives the same steps. */
export function stepsOf({ verdicts, names, missing }: Plan): Step[] {
  const steps: Step[] = []
  const later: AfterAdd[] = []
  verdicts.forEach((verdict, row) => {
    const name = names[row] ?? ''
    if (verdict.kind === 'change')
      steps.push({ kind: 'edit', row, edit: statusEdit(verdict.person, verdict.to) })
    if (verdict.kind !== 'add') return
    const { organizationId, anyway, then } = verdict
    const addStep =
      steps.push({
        kind: 'edit',
        row,
        edit: { kind: 'add', organizationId, name, addAnyway: anyway }
      }) - 1
    if (then !== 0) later.push({ kind: 'after-add', row, addStep, organizationId, name, to: then })
  })
  const absent = missing.map((person): Step => ({
    kind: 'edit',
    row: null,
    edit: statusEdit(person, 1)
  }))
  return [...steps, ...absent, ...later]
}

function statusEdit(person: KnownPerson, to: Status): Edit {
  const { organizationId, name, status: from, id } = person
  return {
    kind: 'set-status',
    organizationId,
    operator: { kind: 'known', id },
    name,
    from,
    to,
    after: null
  }
}
