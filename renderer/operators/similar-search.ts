import type { JoinedTexts } from './fold.ts'
import type { Indexer } from './indexer.ts'
import { allowedSlips } from './similar-names.ts'

/** What is searched, and in which names. */
export interface Sought {
  readonly texts: JoinedTexts
  readonly words: readonly string[]
}

/** No row. */
export const nobodySimilar = new Uint32Array(0)

/**
 * Looks for similar names behind what is shown: one search at a time, and after it the one that is wanted by
 * then, however fast somebody types.
 */
export class SimilarSearch {
  readonly #find: Indexer['similar']
  readonly #ready: () => void
  #found: (Sought & { readonly rows: Uint32Array }) | null = null
  #wanted: Sought | null = null
  #busy = false

  /** `ready` is called once rows are found for what was last asked. */
  constructor(find: Indexer['similar'], ready: () => void) {
    this.#find = find
    this.#ready = ready
  }

  /** The similar rows, as far as they are known now; `null` seeks none. */
  of(sought: Sought | null): Uint32Array {
    const asked = sought?.words.some((word) => allowedSlips(word) > 0) ? sought : null
    this.#wanted = asked
    if (asked === null) return nobodySimilar
    if (this.#found && same(this.#found, asked)) return this.#found.rows
    if (!this.#busy) void this.#seek(asked)
    return nobodySimilar
  }

  async #seek(sought: Sought): Promise<void> {
    this.#busy = true
    const rows = await this.#find(sought.texts, sought.words)
    this.#busy = false
    this.#found = { ...sought, rows }
    const wanted = this.#wanted
    if (wanted === null) return
    if (same(wanted, sought)) this.#ready()
    else void this.#seek(wanted)
  }
}

function same(one: Sought, other: Sought): boolean {
  return one.texts === other.texts && one.words.join(' ') === other.words.join(' ')
}
