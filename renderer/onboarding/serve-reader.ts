import type { Answer, Port, Question } from './reader-port.ts'
import { ReaderSession } from './reader-session.ts'

/** The worker's side: does each call in turn, in the order in which they came. */
export function serve(port: Port): void {
  const session = new ReaderSession((done) =>
    port.postMessage({ kind: 'progress', done } satisfies Answer, [])
  )
  let turn = Promise.resolve()
  port.onmessage = ({ data }: MessageEvent<Question>) => {
    turn = turn.then(() => answer(session, data, port))
  }
}

async function answer(
  session: ReaderSession,
  { id, call, args }: Question,
  port: Port
): Promise<void> {
  try {
    const method = session[call] as (...args: readonly unknown[]) => unknown
    const value: unknown = await method.apply(session, [...args])
    port.postMessage({ kind: 'answer', id, value } satisfies Answer, transferable(value))
  } catch (error) {
    port.postMessage({ kind: 'bug', id, error: error as Error } satisfies Answer, [])
  }
}

function transferable(value: unknown): Transferable[] {
  return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : []
}
