/** Wall clock, and a timer that can be cancelled; all in ms. */
export interface Clock {
  now(): number
  /** Calls `run` once, later; returns how to cancel. */
  after(ms: number, run: () => void): () => void
}
