import { createHash } from 'node:crypto'
import type { Delivery } from '../electron/chathub/answer.ts'
import type { Outgoing } from '../electron/chathub/transport.ts'
import { readDelivery } from '../electron/chathub/wire.ts'
import { decide } from '../renderer/outbox/decide.ts'
import type { Attempt, AttemptId } from '../shared/attempt.ts'
import type { EntryId } from '../shared/edit.ts'
import { sameKey } from '../shared/match-key.ts'
import type { Status } from '../shared/operator.ts'
import { Discards } from './discards.ts'
import type { World } from './world.ts'

/** One attempt on its way. Times monotonic, ms. */
interface Flight {
  readonly attempt: Attempt
  leftAt: number | null
  /** Main was told to take it back while it had not left. */
  isRecalled: boolean
  endedAt: number | null
  /** What is known of its end: whether it may not be sent again, may be after a wait, or may be at once. */
  end: 'done' | 'ambiguous' | 'free'
}

/** Requests that were on their way to the line when the token was refused may still leave, ms. */
const grace = 50

/** Watches everything that leaves, and writes down what must never happen. */
export class Witness {
  readonly violations: string[] = []
  requests = 0
  readonly discards = new Discards()
  readonly #trace = createHash('sha256')
  readonly #settleMs: number
  readonly #flights: Flight[] = []
  readonly #ofEntry = new Map<EntryId, Flight[]>()
  /** Entries that a person said to send again, whatever became of them. */
  readonly #allowed = new Set<EntryId>()
  #leavings: number[] = []
  #refusedAt: number | null = null
  /** Whether a person has paused the queue, and main knows. */
  #pause: 'off' | 'asked' | 'known' = 'off'
  /** What the queue knew of an operator when it decided to set its status; `null` where nothing. */
  readonly #seen = new Map<AttemptId, Status | null>()
  /** Tokens that were refused, and when: nothing but a sign-in may leave with them. */
  readonly #refusedTokens = new Map<string, number>()

  constructor(settleMs: number, onnote: (line: string) => void = () => undefined) {
    this.#settleMs = settleMs
    this.onnote = onnote
  }

  /** Told of everything that is noted. */
  readonly onnote: (line: string) => void

  /** Adds to the trace; the same history always gives the same one. */
  note(at: number, what: string): void {
    this.onnote(`${at.toFixed(3)} ${what}`)
    this.#trace.update(`${at.toFixed(3)} ${what}\n`)
  }

  /** The trace's hash, once the history is over. */
  hash(): string {
    return this.#trace.digest('hex').slice(0, 16)
  }

  violate(invariant: string, what: string): void {
    if (this.violations.length < 20) this.violations.push(`${invariant}: ${what}`)
  }

  /** A person wants the entry sent although it may have been done. */
  allow(id: EntryId): void {
    this.#allowed.add(id)
  }

  /** The person signed in again, or a new process asks once whether the token is good by now. */
  signedIn(): void {
    this.#refusedAt = null
  }

  tokenRefused(at: number): void {
    this.#refusedAt ??= at
  }

  /** A person pauses the queue, or lets it go on. */
  paused(on: boolean): void {
    this.#pause = on ? 'asked' : 'off'
  }

  /** An answer reaches the main process. */
  answered({ headers, url }: Outgoing, status: number, at: number): void {
    const token = headers['authorization'] ?? ''
    if (status === 401) this.#refusedTokens.set(token, this.#refusedTokens.get(token) ?? at)
    if (status < 300 && isSignIn(url)) this.#refusedTokens.delete(token)
  }

  /** The queue asks for a list, or hands over an attempt: not while the token is refused. */
  asked(at: number, what: string): void {
    if (this.#refusedAt !== null && at > this.#refusedAt + grace)
      this.violate('I10', `${what} after a refused token, at ${at}`)
  }

  /** Main has taken back what has not left of these attempts, `null` for all: whatever is handed over already. */
  recalled(attemptIds: readonly AttemptId[] | null): void {
    if (attemptIds === null && this.#pause === 'asked') this.#pause = 'known'
    for (const flight of this.#flights)
      if (attemptIds?.includes(flight.attempt.id) ?? true)
        flight.isRecalled ||= flight.leftAt === null
  }

  /** The queue decides upon attempts, knowing what the window was told of each operator. */
  decided(attempts: readonly Attempt[], observed: ReadonlyMap<number, Status>): void {
    for (const attempt of attempts)
      if (attempt.kind === 'set-status')
        this.#seen.set(attempt.id, observed.get(attempt.operatorId) ?? null)
    for (const what of this.discards.broken(attempts)) this.violate('I1', what)
  }

  /** The courier hands an attempt to the client. */
  handed(attempt: Attempt, world: World): Flight {
    const at = world.clock.monotonic()
    const journal = new TextDecoder().decode(world.journal.bytes() ?? new Uint8Array())
    if (!journal.includes(attempt.id))
      this.violate('I9', `${attempt.id} was handed over without an intent on the disk`)
    this.asked(at, attempt.id)
    if (this.#pause === 'known')
      this.violate('I10', `${attempt.id} was handed over at ${at}, while a person had paused`)
    this.#checkShape(attempt)
    if (attempt.kind === 'set-status') this.#checkOver(attempt, world)
    const flight: Flight = {
      attempt,
      leftAt: null,
      isRecalled: false,
      endedAt: null,
      end: 'ambiguous'
    }
    this.#flights.push(flight)
    return flight
  }

  /** A request's bytes leave. */
  left(outgoing: Outgoing, at: number): void {
    this.requests += 1
    this.note(
      at,
      `${outgoing.method} ${outgoing.url.pathname}${outgoing.url.search} ${outgoing.body ?? ''}`
    )
    this.#leavings = [...this.#leavings.filter((left) => left > at - 1_000), at]
    if (this.#leavings.length > 5)
      this.violate('I7', `${this.#leavings.length} requests left within a second, at ${at}`)
    const refusedAt = this.#refusedTokens.get(outgoing.headers['authorization'] ?? '')
    if (refusedAt !== undefined && at > refusedAt && !isSignIn(outgoing.url))
      this.violate('I10', `${outgoing.url.pathname} left at ${at}, after 401 at ${refusedAt}`)
    const flight = this.#flights.find(
      (each) => each.leftAt === null && bodyOf(each.attempt) === outgoing.body
    )
    if (!flight) return
    flight.leftAt = at
    if (flight.isRecalled)
      this.violate('I10', `${flight.attempt.id} left at ${at}, and was taken back before`)
    for (const { id } of flight.attempt.entries) this.#sent(id, flight, at)
  }

  /** An attempt's end, as main learnt it. */
  ended(flight: Flight, delivery: Delivery, at: number): void {
    flight.endedAt = at
    const { kind } = decide(flight.attempt.kind, readDelivery(flight.attempt.kind, delivery))
    flight.end = kind === 'done' ? 'done' : kind === 'ambiguous' ? 'ambiguous' : 'free'
    const answered = delivery.kind === 'answered' ? `${delivery.status}` : delivery.failure.kind
    this.note(at, `${flight.attempt.id} ${answered}`)
    if (flight.leftAt === null) this.#flights.splice(this.#flights.indexOf(flight), 1)
  }

  /** The processes died: what was on its way never comes back. */
  killed(at: number): void {
    this.note(at, 'killed')
    this.#flights.splice(0, Infinity, ...this.#flights.filter(({ leftAt }) => leftAt !== null))
    for (const flight of this.#flights) flight.endedAt ??= at
    this.#leavings = []
    this.#refusedTokens.clear()
  }

  #sent(id: EntryId, flight: Flight, at: number): void {
    const before = this.#ofEntry.get(id) ?? []
    this.#ofEntry.set(id, [...before, flight])
    if (flight.attempt.kind !== 'add' || this.#allowed.has(id)) return
    for (const { end, endedAt, attempt } of before) {
      const waited = endedAt === null ? -1 : at - endedAt
      if (end === 'done')
        this.violate('I2', `${id} was sent in ${flight.attempt.id} after ${attempt.id} was done`)
      if (end === 'ambiguous' && waited < this.#settleMs) {
        this.violate(
          'I2',
          `${id} was sent in ${flight.attempt.id} only ${waited} ms after ${attempt.id} was lost`
        )
      }
    }
  }

  #checkShape(attempt: Attempt): void {
    const names = new Set(attempt.entries.map(({ name }) => sameKey(name)))
    if (names.size !== attempt.entries.length)
      this.violate('I8', `${attempt.id} holds a name twice`)
    if (attempt.entries.length > 100)
      this.violate('I8', `${attempt.id} holds ${attempt.entries.length} entries`)
  }

  /** A status goes only over what was last observed as it was decided upon, one at a time. */
  #checkOver(attempt: Attempt & { kind: 'set-status' }, world: World): void {
    const { operatorId, entries } = attempt
    const entry = world.store.entries.get(entries[0].id)
    const observed = this.#seen.get(attempt.id) ?? null
    if (entry?.edit.kind !== 'set-status' || entry.insist) return
    const over = entry.base ?? entry.edit.from
    // Whom no list shows counts as deleted.
    const isGone = over === 2 && world.lists.known(attempt.organizationId).unlisted.has(operatorId)
    if (observed !== null && observed !== over && !isGone) {
      this.violate(
        'I5',
        `${attempt.id} goes over ${over}, while ${operatorId} was last seen as ${observed}`
      )
    }
    const flying = this.#flights.some(
      (each) =>
        each.endedAt === null &&
        each.attempt.kind === 'set-status' &&
        each.attempt.operatorId === operatorId
    )
    if (flying) this.violate('I6', `two statuses of ${operatorId} are under way`)
  }
}

function isSignIn({ pathname }: URL): boolean {
  return pathname === '/api/company/organization'
}

function bodyOf(attempt: Attempt): string {
  if (attempt.kind === 'set-status')
    return JSON.stringify({ id: attempt.operatorId, status: attempt.status })
  return JSON.stringify(
    attempt.entries.map(({ name }) => ({ organizationId: attempt.organizationId, name }))
  )
}
