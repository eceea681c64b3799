const most = 4096

/** A text of a cell: where it lies on the pile, and whether it is nothing but blanks. */
export interface PiledText {
  readonly start: number
  readonly end: number
  readonly blank: boolean
}

/** Texts that are piled up to one long string, in which each is found again by where it lies. */
export class TextPile {
  length = 0
  private readonly batches: string[] = []
  private batch: string[] = []

  /** Adds a text behind the others. */
  add(text: string): void {
    this.batch.push(text)
    this.length += text.length
    if (this.batch.length < most) return
    // Joined in batches: twenty million short strings take far more memory than their letters.
    this.batches.push(this.batch.join(''))
    this.batch = []
  }

  /** All of them as one string. */
  text(): string {
    return [...this.batches, ...this.batch].join('')
  }
}
