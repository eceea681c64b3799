import type { OpenReader } from './open-reader.ts'
import type { Reader } from './reader-port.ts'

/**
 * The reading worker of an import: opened when somebody works with it, and ended once nobody does or wants it
 * kept. A worker holds the whole file; a day of imports would hold a day of files.
 */
export class KeptReader {
  readonly #reopen: () => Promise<OpenReader>
  #opening: Promise<OpenReader> | null
  #users = 0

  /** `given`: one that is open already, until its first use is over. */
  constructor(reopen: () => Promise<OpenReader>, given: OpenReader | null) {
    this.#reopen = reopen
    this.#opening = given && Promise.resolve(given)
  }

  /** Works with it. */
  async use<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    const letGo = this.keep()
    try {
      const opening = (this.#opening ??= this.#reopen())
      return await work((await opening).reader)
    } finally {
      letGo()
    }
  }

  /** Keeps it open between two uses; returns how to let go. */
  keep(): () => void {
    let kept = true
    this.#users += 1
    return () => {
      if (!kept) return
      kept = false
      this.#users -= 1
      if (this.#users === 0) this.close()
    }
  }

  /** Ends it at once, whoever works with it. */
  close(): void {
    void this.#opening?.then(
      (open) => open.close(),
      () => undefined
    )
    this.#opening = null
  }
}
