import { createSubscriber } from 'svelte/reactivity'

/** The wall clock as a rune: whoever reads `now` is updated every `stepMs`, and it ticks only while somebody reads. */
export class Clock {
  readonly #read: () => number
  readonly #subscribe: () => void

  constructor(read: () => number, stepMs: number) {
    this.#read = read
    this.#subscribe = createSubscriber((update) => {
      const timer = setInterval(update, stepMs)
      return () => clearInterval(timer)
    })
  }

  /** Wall clock, ms since 1970. */
  get now(): number {
    this.#subscribe()
    return this.#read()
  }
}
