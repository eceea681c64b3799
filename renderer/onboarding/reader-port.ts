import type { Progress } from './encoding.ts'
import type { ReaderCalls } from './reader-calls.ts'

/** One call of the window, numbered. */
export interface Question {
  readonly id: number
  readonly call: keyof ReaderCalls
  readonly args: readonly unknown[]
}

/** What the worker says: how far it is, an answer, or a bug. */
export type Answer =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'bug'; readonly id: number; readonly error: Error }

/** The part of a worker, or of a message port, that is used here. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void
  onmessage: ((event: MessageEvent) => void) | null
}

/** The window's side: the worker's calls, each answered later. */
export type Reader = {
  readonly [Call in keyof ReaderCalls]: (
    ...args: Parameters<ReaderCalls[Call]>
  ) => Promise<Awaited<ReturnType<ReaderCalls[Call]>>>
}

/** Speaks with a worker through its port. To cancel, end the worker: open calls are then never answered. */
export function readerOf(port: Port, progress: Progress): Reader {
  const open = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (bug: Error) => void }
  >()
  let last = 0
  port.onmessage = ({ data }: MessageEvent<Answer>) => {
    if (data.kind === 'progress') {
      progress(data.done)
      return
    }
    const waiting = open.get(data.id)
    open.delete(data.id)
    if (data.kind === 'answer') waiting?.resolve(data.value)
    else waiting?.reject(data.error)
  }
  const ask = (call: keyof ReaderCalls, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1
      open.set(last, { resolve, reject })
      port.postMessage({ id: last, call, args } satisfies Question, [])
    })
  const calls = [
    'open',
    'file',
    'look',
    'meet',
    'decide',
    'page',
    'seal',
    'unseal',
    'steps',
    'outcomes',
    'plan',
    'report'
  ] as const
  return Object.fromEntries(
    calls.map((call) => [call, (...args: unknown[]) => ask(call, args)])
  ) as unknown as Reader
}
