const most = 4096

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
