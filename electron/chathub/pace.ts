import type { Urgency } from '../../shared/ipc.ts'
import type { Clock } from './clock.ts'
import { refused, windowAt, type Slowdown } from './slowdown.ts'

/** How long before its turn a request is told to connect, ms: short enough for the socket to be fresh. */
const leadMs = 400
/** A connection that takes longer than this no longer keeps the next in line from connecting too, ms. */
const patienceMs = 1_000
/** The longest that a server's Retry-After is obeyed, ms. */
const longestHoldMs = 60_000

/** The one queue in front of the service: at most n requests leave in any rolling second. */
export interface Pace {
  /** Gets in line: by urgency, and in order of arrival within it. */
  readonly enter: (urgency: Urgency) => Ticket
  /** Changes n, a whole number from 1; takes effect at once. */
  readonly setPerSecond: (n: number) => void
}

/** A place in line. */
export interface Ticket {
  /** Resolves when the turn is near: worth connecting now. `false` where it was cancelled. */
  readonly near: Promise<boolean>
  /** Says that it could leave at once; resolves with the turn, or `null` where it was cancelled. */
  readonly ready: () => Promise<Turn | null>
  /** Moves to a more pressing urgency, keeping its age. */
  readonly hurry: (urgency: Urgency) => void
  /** Whether it has got its turn: what leaves from now on left after now. */
  readonly granted: () => boolean
  /** Leaves the line; nothing happens once it has its turn. */
  readonly cancel: () => void
}

/** The right to send one request now. Exactly one of `left` and `unused` ends it; later calls do nothing. */
export interface Turn {
  /** Its bytes have left: the slot opens again one window later. */
  readonly left: () => void
  /** Nothing left: the slot is open again. */
  readonly unused: () => void
  /** The service answered 429: the pace is halved, and others wait as long as it said (ms, capped). */
  readonly throttled: (retryAfterMs: number | null) => void
}

interface Slot {
  /** Monotonic ms of the last bytes; `held` while a turn is out. */
  leftAt: number
  held: boolean
}

interface Waiter {
  urgency: Urgency
  readonly order: number
  nearAt: number | null
  readonly near: (go: boolean) => void
  go: ((turn: Turn | null) => void) | null
}

const rank: Readonly<Record<Urgency, number>> = { person: 0, outbox: 1, background: 2 }

/**
 * Builds the pace. There are n slots; a request takes a free one, and the slot opens again 1,020 ms after
 * that request really left, so that no rolling second ever holds more than n, whatever stalls. Time lost
 * is never caught up; replies are not waited for.
 */
export function createPace(options: { readonly clock: Clock; readonly perSecond: number }): Pace {
  const line = new Line(options.clock, wholeFrom1(options.perSecond))
  return {
    enter: (urgency) => line.enter(urgency),
    setPerSecond: (n) => {
      line.resize(wholeFrom1(n))
    }
  }
}

function wholeFrom1(n: number): number {
  return Math.max(1, Math.floor(n) || 1)
}

class Line {
  private readonly clock: Clock
  private slots: Slot[]
  private limit: number
  private waiters: Waiter[] = []
  private entered = 0
  private slowdown: Slowdown = { factor: 1, since: 0 }
  private holdUntil = -Infinity
  private cancelTimer: () => void = () => undefined

  constructor(clock: Clock, limit: number) {
    this.clock = clock
    this.limit = limit
    this.slots = Array.from({ length: limit }, freeSlot)
  }

  enter(urgency: Urgency): Ticket {
    let tellNear: (go: boolean) => void = () => undefined
    const near = new Promise<boolean>((resolve) => (tellNear = resolve))
    this.entered += 1
    const waiter: Waiter = { urgency, order: this.entered, nearAt: null, near: tellNear, go: null }
    this.waiters.push(waiter)
    this.pump()
    return {
      near,
      ready: () => this.ready(waiter),
      hurry: (to) => {
        if (rank[to] < rank[waiter.urgency]) waiter.urgency = to
        this.pump()
      },
      granted: () => !this.waiters.includes(waiter),
      cancel: () => {
        this.cancel(waiter)
      }
    }
  }

  resize(limit: number): void {
    this.limit = limit
    while (this.slots.length < limit) this.slots.push(freeSlot())
    this.trim()
    this.pump()
  }

  private ready(waiter: Waiter): Promise<Turn | null> {
    if (!this.waiters.includes(waiter)) return Promise.resolve(null)
    return new Promise((resolve) => {
      waiter.go = resolve
      this.pump()
    })
  }

  private cancel(waiter: Waiter): void {
    if (!this.waiters.includes(waiter)) return
    this.waiters = this.waiters.filter((other) => other !== waiter)
    waiter.near(false)
    waiter.go?.(null)
    this.pump()
  }

  /** Gives what can be given now, and sets the timer for what comes next. */
  private pump(): void {
    const now = this.clock.monotonic()
    this.cancelTimer()
    const queue = this.waiters
      .filter(({ urgency }) => urgency === 'person' || now >= this.holdUntil)
      .sort((a, b) => rank[a.urgency] - rank[b.urgency] || a.order - b.order)
    this.grant(queue, now)
    this.warn(queue, now)
    this.wakeLater(now)
  }

  private grant(queue: readonly Waiter[], now: number): void {
    const open = this.slots.filter((slot) => !slot.held && this.opensAt(slot, now) <= now)
    const next = queue.filter(({ go }) => go !== null).slice(0, open.length)
    next.forEach((waiter, place) => {
      const slot = open[place]
      if (slot === undefined) return
      slot.held = true
      this.waiters = this.waiters.filter((other) => other !== waiter)
      waiter.go?.(this.turn(slot))
    })
  }

  /** Tells those to connect whose slot opens soon; who is connecting or ready already counts against them. */
  private warn(queue: readonly Waiter[], now: number): void {
    const soon = this.slots.filter((slot) => !slot.held && this.opensAt(slot, now) <= now + leadMs)
    const preparing = this.waiters.filter(
      ({ go, nearAt }) => nearAt !== null && (go !== null || nearAt + patienceMs > now)
    )
    const budget = Math.max(0, soon.length - preparing.length)
    for (const waiter of queue.filter(({ nearAt }) => nearAt === null).slice(0, budget)) {
      waiter.nearAt = now
      waiter.near(true)
    }
  }

  private wakeLater(now: number): void {
    if (this.waiters.length === 0) return
    const opening = this.slots.filter(({ held }) => !held).map((slot) => this.opensAt(slot, now))
    const moments = [
      ...opening,
      ...opening.map((at) => at - leadMs),
      ...this.waiters.map(({ go, nearAt }) =>
        go === null && nearAt !== null ? nearAt + patienceMs : 0
      ),
      this.holdUntil
    ].filter((at) => at > now)
    if (moments.length === 0) return
    this.cancelTimer = this.clock.after(Math.ceil(Math.min(...moments) - now), () => {
      this.pump()
    })
  }

  private turn(slot: Slot): Turn {
    let leftAt: number | null = null
    const end = (at: number): void => {
      if (!slot.held || leftAt !== null) return
      leftAt = at
      slot.leftAt = at
      slot.held = false
      this.trim()
      this.pump()
    }
    return {
      left: () => {
        end(this.clock.monotonic())
      },
      unused: () => {
        end(slot.leftAt)
      },
      throttled: (retryAfterMs) => {
        const now = this.clock.monotonic()
        this.slowdown = refused(this.slowdown, leftAt ?? now, now)
        if (retryAfterMs !== null)
          this.holdUntil = Math.max(this.holdUntil, now + Math.min(retryAfterMs, longestHoldMs))
        this.pump()
      }
    }
  }

  /** Drops surplus slots, those that rested longest first. */
  private trim(): void {
    const resting = this.slots.filter(({ held }) => !held).sort((a, b) => a.leftAt - b.leftAt)
    const surplus = new Set(resting.slice(0, Math.max(0, this.slots.length - this.limit)))
    this.slots = this.slots.filter((slot) => !surplus.has(slot))
  }

  private opensAt(slot: Slot, now: number): number {
    return slot.leftAt + windowAt(this.slowdown, now)
  }
}

function freeSlot(): Slot {
  return { leftAt: -Infinity, held: false }
}
