import type { Access } from './access.ts'
import { apply } from './apply.ts'
import { documentedRules, type AddRules } from './change.ts'
import type { Basis } from './data.ts'
import type { Bend, Instead, Spoil } from './fault.ts'
import type { Befallen, Faults } from './faults.ts'
import type { History } from './history.ts'
import { answeredOf, bodyToKeep, type Ledger } from './ledger.ts'
import type { RateLimit } from './rate-limit.ts'
import type { ListBodies } from './list-body.ts'
import { captivePortal, error } from './replies.ts'
import { kindOf, route, type Routed } from './route.ts'
import { insteadOf, lost, spoil } from './spoil.ts'
import { commit, type State } from './state.ts'
import { subjectOf } from './subject.ts'
import { unreachable } from './model.ts'
import type { Answer, Change, Reply, SandboxRequest, Settings } from './model.ts'

/** Everything that a running core holds. */
export type Running = {
  readonly basis: Basis
  readonly faults: Faults
  readonly ledger: Ledger
  readonly bodies: ListBodies
  readonly rateLimit: RateLimit
  readonly now: () => number
  readonly schedule: (ms: number, run: () => void) => void
  readonly wall: () => number
  readonly record: (changes: readonly Change[]) => 'stored' | 'failed'
  state: State
  history: History
  settings: Settings
  access: Access
  outage: boolean
  /** Counts resets, so that what was under way before one does nothing after it. */
  run: number
}

/** A request on its way through, and its number in the ledger. */
type Passing = {
  readonly request: SandboxRequest
  readonly routed: Routed
  readonly sequence: number
  readonly run: number
}

/** Takes a request in, lets befall it what is scripted, applies it, and gives the answer. */
export async function handle(running: Running, request: SandboxRequest): Promise<Answer> {
  if (!arrives(running)) return { kind: 'cut', at: 'refused' }
  const { ledger, now, run } = running
  const { method, path, socket } = request
  const call = kindOf(path)
  const body = bodyToKeep(call, request.body)
  const sequence = ledger.open({ by: 'client', at: now(), call, method, path, body, socket })
  const answer = await pass(running, { request, routed: route(request), sequence, run })
  const arriving = arrives(running) ? answer : lost('reset')
  ledger.note({ kind: 'answered', sequence, at: now(), answered: answeredOf(arriving) })
  return arriving
}

/** Whether anything gets through at this moment. */
function arrives({ outage }: Running): boolean {
  return !outage
}

/** Makes changes true: stored first, then visible, then in the ledger. */
export function bringAbout(
  running: Running,
  sequence: number,
  changes: readonly Change[]
): boolean {
  if (changes.length > 0 && running.record(changes) === 'failed') return false
  const at = running.now()
  commit(running.state, changes)
  running.bodies.forget(running.state, changes)
  running.history.add(at, changes)
  running.ledger.note({ kind: 'applied', sequence, at, changes })
  return true
}

async function pass(running: Running, passing: Passing): Promise<Answer> {
  const { faults, ledger, rateLimit, settings, state } = running
  const { request, routed, sequence } = passing
  const limit = settings.rateLimit
  if (limit !== 'off' && !rateLimit.take(running.now(), limit)) {
    return error(429, 'Too many requests', 'text')
  }
  const befallen = faults.take(subjectOf(state, request, routed))
  const kinds = kindsOf(befallen)
  if (kinds.length > 0) ledger.note({ kind: 'befell', sequence, faults: kinds })
  await pause(running, settings.latency + (befallen.slow?.ms ?? 0))
  if (running.run !== passing.run) return lost('reset')
  if (befallen.instead !== null) return answerInstead(running, befallen.instead)
  if (befallen.bend?.kind === 'late-apply') return applyLate(running, passing, befallen.bend)
  const reply = applyNow(running, passing, befallen.bend)
  return befallen.spoil === null
    ? reply
    : spoiled(running, passing, { reply, fault: befallen.spoil })
}

function kindsOf({ instead, bend, spoil: spoiling, slow }: Befallen) {
  return [slow, instead, bend, spoiling].flatMap((fault) => (fault === null ? [] : [fault.kind]))
}

/** Nothing is scheduled where there is nothing to wait for. */
async function pause({ schedule }: Running, ms: number): Promise<void> {
  if (ms > 0) await new Promise<void>((resolve) => schedule(ms, resolve))
}

function answerInstead(running: Running, fault: Instead): Answer {
  if (fault.kind === 'captive-portal') return captivePortal()
  if (fault.kind === 'revoke-tokens') {
    running.access = { ...running.access, generation: running.access.generation + 1 }
  }
  return insteadOf(fault)
}

function applyNow(running: Running, passing: Passing, bend: Bend | null): Reply {
  const { access, basis, bodies, settings, state } = running
  const world = { access, bodies, settings, state, wall: running.wall(), seed: basis.seed }
  const { changes, reply } = apply(world, passing, rulesOf(bend))
  const part = bend?.kind === 'partial' ? changes.slice(0, bend.rows) : changes
  if (!bringAbout(running, passing.sequence, part)) {
    return error(500, 'The change could not be stored; nothing was changed')
  }
  return part === changes ? reply : error(500, 'Something went wrong')
}

/** Applies later what the caller was entitled to now. */
function applyLate(
  running: Running,
  passing: Passing,
  { after, answer }: Extract<Bend, { kind: 'late-apply' }>
): Answer {
  const { access } = running
  running.schedule(after, () => {
    if (running.run === passing.run) applyNow({ ...running, access }, passing, null)
  })
  return answer === 'timeout' ? error(504, 'The server took too long', 'text') : lost(answer)
}

function rulesOf(bend: Bend | null): AddRules {
  switch (bend?.kind) {
    case 'normalize':
      return { ...documentedRules, rename: normalizer(bend.how) }
    case 'skip-existing':
      return { ...documentedRules, reuse: 'same-name' }
    case 'known-id':
      return { ...documentedRules, reuse: 'first-row' }
    case 'partial':
    case 'late-apply':
    case undefined:
      return documentedRules
    default:
      return unreachable(bend)
  }
}

function normalizer(how: 'trim' | 'nfc' | 'upper'): (name: string) => string {
  switch (how) {
    case 'trim':
      return (name) => name.trim()
    case 'nfc':
      return (name) => name.normalize('NFC')
    case 'upper':
      return (name) => name.toUpperCase()
    default:
      return unreachable(how)
  }
}

function spoiled(
  { history, now, state }: Running,
  { routed }: Passing,
  { reply, fault }: { reply: Reply; fault: Spoil }
): Answer {
  const asked = routed.ok && routed.call.kind === 'list' ? routed.call.organizationId : null
  const organization = asked === null ? null : (state.organizations.get(asked) ?? null)
  const list = (ago: number) => (asked === null ? [] : history.listAt(state, asked, now() - ago))
  return spoil(fault, { reply, list, organization })
}
