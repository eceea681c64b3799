import { canBefall, faultTable } from './fault.ts'
import type { Bend, Fault, FaultRule, Instead, Slow, Spoil } from './fault.ts'
import type { CallKind } from './model.ts'

/** What a rule is matched against. */
export type Subject = {
  readonly call: CallKind
  readonly organizations: readonly number[]
  readonly names: readonly string[]
  readonly reused: boolean
}

/** The faults that befall one request: at most one of each family. */
export type Befallen = {
  readonly instead: Instead | null
  readonly bend: Bend | null
  readonly spoil: Spoil | null
  readonly slow: Slow | null
}

/**
 * The rules in force. Rules of one family that match the same request befall one after another, in
 * the order in which they were added: "503 twice" and "429 once" give 503, 503, 429.
 */
export type Faults = {
  /** Adds a rule; the returned function takes it away. Throws where it could never match. */
  readonly add: (rule: FaultRule) => () => void
  readonly clear: () => void
  readonly rules: () => readonly FaultRule[]
  /** Takes the faults that befall a request, and counts them. */
  readonly take: (subject: Subject) => Befallen
}

type Counted = { readonly rule: FaultRule; toSkip: number; left: number }

/** No rules yet. */
export function createFaults(): Faults {
  let active: Counted[] = []
  return {
    add(rule) {
      if (rule.call !== undefined && !canBefall(rule.fault.kind, rule.call)) {
        throw new Error(`The fault ${rule.fault.kind} cannot befall the call ${rule.call}`)
      }
      const counted = { rule, toSkip: (rule.nth ?? 1) - 1, left: rule.count ?? 1 }
      active.push(counted)
      return () => {
        active = active.filter((other) => other !== counted)
      }
    },
    clear() {
      active = []
    },
    rules: () => active.map(({ rule }) => rule),
    take(subject) {
      if (active.length === 0) return nothing
      const due = active.filter(({ rule }) => matches(rule, subject)).filter(isDue)
      const befallen = firstOfEach(due)
      active = active.filter(({ left }) => left > 0)
      return befallen
    }
  }
}

const nothing: Befallen = { instead: null, bend: null, spoil: null, slow: null }

/** A request that is not applied uses up no fault of applying or of answering. */
function firstOfEach(due: readonly Counted[]): Befallen {
  const slow = spend(due, isSlow)
  const instead = spend(due, isInstead)
  if (instead !== null) return { ...nothing, instead, slow }
  return { instead, bend: spend(due, isBend), spoil: spend(due, isSpoil), slow }
}

function spend<F extends Fault>(
  due: readonly Counted[],
  is: (fault: Fault) => fault is F
): F | null {
  for (const counted of due) {
    const { fault } = counted.rule
    if (!is(fault)) continue
    counted.left -= 1
    return fault
  }
  return null
}

/** Counts a match down; true where the rule has waited for enough of them. */
function isDue(counted: Counted): boolean {
  if (counted.toSkip === 0) return true
  counted.toSkip -= 1
  return false
}

function matches({ fault, call, organization, name }: FaultRule, subject: Subject): boolean {
  if (call !== undefined && call !== subject.call) return false
  if (!canBefall(fault.kind, subject.call)) return false
  if (fault.kind === 'reset-reused' && !subject.reused) return false
  if (organization !== undefined && !subject.organizations.includes(organization)) return false
  return name === undefined || subject.names.includes(name)
}

const isInstead = (fault: Fault): fault is Instead => faultTable[fault.kind].family === 'instead'
const isBend = (fault: Fault): fault is Bend => faultTable[fault.kind].family === 'bend'
const isSpoil = (fault: Fault): fault is Spoil => faultTable[fault.kind].family === 'spoil'
const isSlow = (fault: Fault): fault is Slow => faultTable[fault.kind].family === 'slow'
