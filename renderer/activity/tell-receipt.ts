import type { Bridge } from '../../shared/ipc.ts'
import type { Messages } from '../../shared/messages/messages.ts'
import type { Toasts } from '../design/toasts.svelte.ts'
import { isWorthSaying, needsPerson, type Receipt, receiptText } from './receipt.ts'

/** Where a receipt is told. */
export interface ReceiptPorts {
  readonly toasts: Pick<Toasts, 'show'>
  readonly notify: Bridge['frame']['notify']
  readonly words: () => Messages
  /** Shows the outbox; `null` while it is shown. */
  readonly onshow: (() => void) | null
}

/** At the end of a replay: what it came to, in the window and, where it is not looked at, outside. */
export function tellReceipt(receipt: Receipt | null, ports: ReceiptPorts): void {
  if (!receipt || !isWorthSaying(receipt)) return
  const { toasts, notify, words, onshow } = ports
  const text = (now: Messages) => receiptText(receipt, now)
  const label = ({ views }: Messages) => views.outbox.show
  toasts.show(text, needsPerson(receipt) && onshow ? { label, run: onshow } : null)
  void notify({ title: words().session.product, body: text(words()) })
}
