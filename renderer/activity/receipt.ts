import type { Messages } from '../../shared/messages/messages.ts'
import type { Counts, OutboxView, QueueState } from '../outbox/outbox.ts'

/** What a replay came to. */
export interface Receipt {
  readonly sent: number
  readonly matched: number
  readonly rejected: number
  readonly needsYou: number
  /** What waits because its organization refuses. */
  readonly refused: number
}

/** So many edits are worth a word when they are done, though nothing happened. */
const manyEdits = 10

/** Notes where a replay began, and gives its receipt at its end; one for each outbox. */
export class ReceiptBook {
  #before: Counts | null = null
  /** What was said to be refused last: trying again without success is not worth a second word. */
  #toldRefused = 0

  /** Looks at the outbox after a change: the receipt where a replay has just ended, else `null`. */
  look({ counts, queue }: Pick<OutboxView, 'counts' | 'queue'>): Receipt | null {
    if (isAtWork(queue)) {
      this.#before ??= counts
      return null
    }
    const before = this.#before
    // A pause is no end: what waits is still to come. But whom an organization refuses needs a person.
    if (before === null || (queue.kind === 'paused' && queue.why !== 'refused')) return null
    this.#before = null
    const waiting = queue.kind === 'paused' ? queue.waiting : 0
    const refused = waiting === this.#toldRefused ? 0 : waiting
    this.#toldRefused = waiting
    return { ...receiptOf(before, counts), refused }
  }
}

function isAtWork({ kind }: QueueState): boolean {
  return kind === 'sending' || kind === 'verifying'
}

function receiptOf(before: Counts, after: Counts): Omit<Receipt, 'refused'> {
  const more = (kind: keyof Counts) => Math.max(0, after[kind] - before[kind])
  const matched = more('matched')
  const sent = more('confirmed') + matched
  return { sent, matched, rejected: more('rejected'), needsYou: more('needs-person') }
}

/** Whether a receipt is worth showing: much was done, or something did not go as usual. */
export function isWorthSaying(receipt: Receipt): boolean {
  const { sent, matched } = receipt
  return sent >= manyEdits || matched > 0 || needsPerson(receipt)
}

/** Whether something of it waits for a person. */
export function needsPerson({ rejected, needsYou, refused }: Receipt): boolean {
  return rejected + needsYou + refused > 0
}

/** A receipt in words: what was sent first, then what did not go as usual. */
export function receiptText(
  { sent, matched, rejected, needsYou, refused }: Receipt,
  words: Messages
): string {
  const text = words.views.outbox.receipt
  const parts = [
    ...(sent > 0 ? [text.done(sent)] : []),
    ...(matched > 0 ? [text.matched(matched)] : []),
    ...(rejected > 0 ? [text.rejected(rejected)] : []),
    ...(needsYou > 0 ? [text.needsYou(needsYou)] : []),
    ...(refused > 0 ? [text.refused(refused)] : [])
  ]
  const told = parts.join(' · ')
  return told.charAt(0).toLocaleUpperCase() + told.slice(1)
}
