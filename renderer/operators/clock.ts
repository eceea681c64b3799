/** Both clocks, and a timer that can be cancelled; all in ms. */
export interface Clock {
  /** The wall's, which may jump. */
  now(): number
  /** Never goes back. */
  monotonic(): number
  /** Calls `run` once, later; returns how to cancel. */
  after(ms: number, run: () => void): () => void
}
