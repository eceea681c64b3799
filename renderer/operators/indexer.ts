import workerAddress from './index-worker.ts?worker&url'
import type { JoinedTexts } from './fold.ts'
import { answer, type Reply, type Request, similarIn } from './indexing.ts'
import { indexNames, type NameColumns, type NameIndex } from './name-index.ts'
import { gatherer, inPieces, type Message, replyText, requestText } from './text-pieces.ts'

/** Makes indexes of lists. */
export interface Indexer {
  /** The index at once, where the list is short enough not to be felt; else `null`. */
  now(columns: NameColumns, locale: string): NameIndex | null
  /** The index, made elsewhere. */
  later(columns: NameColumns, locale: string): Promise<NameIndex>
  /** Rows that hold these words but for some slips of the hand, the closest first. */
  similar(texts: JoinedTexts, words: readonly string[]): Promise<Uint32Array>
  close(): void
}

/** The part of a `Worker` that is used here. */
export interface WorkerPort {
  postMessage(message: Message<Request>): void
  onmessage: ((event: MessageEvent<Message<Reply>>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  terminate(): void
}

/** An index of so many names takes a few milliseconds. */
const soon = 2000

/** The worker that comes with the app. */
export function startIndexWorker(): WorkerPort {
  const address = workerPolicy?.createScriptURL(workerAddress) ?? workerAddress
  return new Worker(address, { type: 'module' })
}

/** The page lets only addresses through that this one policy has made; a policy can be made once. */
const workerPolicy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'switchboard-worker',
  { createScriptURL: (url) => (url === workerAddress ? url : '') }
)

/** The part of the Trusted Types API that is used here; the compiler's library lacks it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string }
  ): { readonly createScriptURL: (url: string) => string }
}

function indexedNow(columns: NameColumns, locale: string): NameIndex | null {
  return columns.ends.length <= soon ? indexNames(columns, locale) : null
}

interface Waiting {
  readonly request: Request
  readonly done: (reply: Reply) => void
}

type WithoutNumber<Asked> = Asked extends Request ? Omit<Asked, 'request'> : never

/** Runs something once what is shown now has been painted. */
export type AfterPaint = (run: () => void) => void

/** Hands requests to the worker. */
interface Desk {
  readonly ask: (asked: WithoutNumber<Request>, done: (reply: Reply) => void) => void
  readonly close: () => void
}

/**
 * Starts a worker for a long list, until nothing waits for it. Where it cannot run, the work is done here.
 * Handing a long list over takes as long as half a frame: that waits for `afterPaint`.
 */
export function createIndexer(
  start: () => WorkerPort,
  afterPaint: AfterPaint = (run) => run()
): Indexer {
  const { ask, close } = openDesk(start, afterPaint)
  return {
    now: indexedNow,
    later: ({ ids, names, ends }, locale) =>
      new Promise((done) => {
        const columns = { ids, names, ends }
        // What follows shows the list: the answer itself has taken its part of the frame.
        const index = (reply: Reply) => 'index' in reply && afterPaint(() => done(reply.index))
        afterPaint(() => ask({ columns, locale }, index))
      }),
    similar: (texts, words) =>
      new Promise((done) => {
        if (texts.starts.length <= soon) done(similarIn(texts, words))
        else ask({ texts, words }, (reply) => 'rows' in reply && done(reply.rows))
      }),
    close
  }
}

function openDesk(start: () => WorkerPort, afterPaint: AfterPaint): Desk {
  const waiting = new Map<number, Waiting>()
  let worker: WorkerPort | null = null
  let last = 0
  let closed = false

  function finish(reply: Reply): void {
    waiting.get(reply.request)?.done(reply)
    waiting.delete(reply.request)
    // A worker holds megabytes; the next long list takes but a moment to start another.
    if (waiting.size === 0) end()
  }

  function end(): void {
    worker?.terminate()
    worker = null
  }

  function started(): WorkerPort {
    const port = start()
    const gather = gatherer(replyText)
    port.onmessage = ({ data }) => {
      const reply = gather(data)
      if (reply) finish(reply)
    }
    port.onerror = () => [...waiting.values()].forEach(({ request }) => finish(answer(request)))
    return port
  }

  function ask(asked: WithoutNumber<Request>, done: (reply: Reply) => void): void {
    if (closed) return
    const request: Request = { ...asked, request: (last += 1) }
    waiting.set(request.request, { request, done })
    worker ??= started()
    const post = (message: Message<Request>): void => worker?.postMessage(message)
    const wanted = (): boolean => waiting.has(request.request)
    sendOn(inPieces(request, requestText), { post, wanted, afterPaint })
  }

  function close(): void {
    closed = true
    end()
  }
  return { ask, close }
}

interface Sending {
  readonly post: (message: Message<Request>) => void
  /** Whether anybody still waits for the answer. */
  readonly wanted: () => boolean
  readonly afterPaint: AfterPaint
}

/** Posts one message after another, a frame between them. */
function sendOn(messages: Iterator<Message<Request>>, sending: Sending): void {
  const next = sending.wanted() ? messages.next() : null
  if (!next || next.done === true) return
  sending.post(next.value)
  if ('piece' in next.value) sending.afterPaint(() => sendOn(messages, sending))
}
