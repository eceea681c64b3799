/** A part of the window that is loaded when it is wanted first, so that the first paint does not wait for it. */
export class Late<Part> {
  readonly #load: () => Promise<{ readonly default: Part }>
  #part: Part | null = $state.raw(null)
  #loading: Promise<void> | null = null

  constructor(load: () => Promise<{ readonly default: Part }>) {
    this.#load = load
  }

  /** The part; `null` until it has come. Where it is wanted, it is on its way. */
  when(wanted: boolean): Part | null {
    if (wanted) void this.load()
    return this.#part
  }

  /** Loads it, once; where that fails, the next call tries again. */
  load(): Promise<void> {
    if (this.#part !== null) return Promise.resolve()
    this.#loading ??= this.#fetch()
    return this.#loading
  }

  async #fetch(): Promise<void> {
    try {
      this.#part = (await this.#load()).default
    } finally {
      this.#loading = null
    }
  }
}
