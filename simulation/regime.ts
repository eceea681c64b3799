import type { Chance } from './chance.ts'

/** What kind of world a history plays in; times in ms. Under some kinds less can be known, and less is promised. */
export interface Regime {
  readonly settleMs: number
  readonly latency: number
  readonly timeoutMs: number
  /** A hidden window's timers come at multiples of this; 0 for as asked. */
  readonly throttleMs: number
  /** Colleagues add names that we add too: whose a row is cannot be told. */
  readonly sameNames: boolean
  /** The service does something else than it is asked: names changed, rows of others answered. */
  readonly bends: boolean
  /** Requests are applied after the settle time, or lists lag longer. */
  readonly late: boolean
  /** Disks fail, or lose what they held. */
  readonly disks: boolean
  /** How many things happen. */
  readonly actions: number
}

/** Draws one. */
export function drawRegime(chance: Chance): Regime {
  const settleMs = chance.one([1_000, 2_000, 2_000, 10_000, 60_000])
  return {
    settleMs,
    latency: chance.one([0, 5, 50, 200]),
    timeoutMs: Math.min(settleMs * 0.8, 30_000),
    throttleMs: chance.one([0, 0, 0, 0, 1_000, 60_000]),
    sameNames: chance.happens(0.25),
    bends: chance.happens(0.25),
    late: chance.happens(0.15),
    disks: chance.happens(0.3),
    actions: 4 + chance.below(26)
  }
}
