import workerAddress from './index-worker.ts?worker&url'
import type { IndexReply, IndexRequest } from './indexing.ts'
import { indexNames, type NameColumns, type NameIndex } from './name-index.ts'

/** Makes indexes of lists. */
export interface Indexer {
  /** The index at once, where the list is short enough not to be felt; else `null`. */
  now(columns: NameColumns, locale: string): NameIndex | null
  /** The index, made elsewhere. */
  later(columns: NameColumns, locale: string): Promise<NameIndex>
  close(): void
}

/** The part of a `Worker` that is used here. */
export interface WorkerPort {
  postMessage(request: IndexRequest): void
  onmessage: ((event: MessageEvent<IndexReply>) => void) | null
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

interface Waiting {
  readonly request: IndexRequest
  readonly done: (index: NameIndex) => void
}

/** Starts a worker for a long list, until nothing waits for it. Where it cannot run, indexes are made here. */
export function createIndexer(start: () => WorkerPort): Indexer {
  const waiting = new Map<number, Waiting>()
  let worker: WorkerPort | null = null
  let requests = 0

  function finish({ request, index }: IndexReply): void {
    waiting.get(request)?.done(index)
    waiting.delete(request)
    // A worker holds megabytes; the next long list takes but a moment to start another.
    if (waiting.size === 0) end()
  }

  function end(): void {
    worker?.terminate()
    worker = null
  }

  function giveUp(): void {
    for (const { request, columns, locale } of [...waiting.values()].map((one) => one.request))
      finish({ request, index: indexNames(columns, locale) })
  }

  function started(): WorkerPort {
    const port = start()
    port.onmessage = ({ data }) => finish(data)
    port.onerror = giveUp
    return port
  }

  return {
    now: (columns, locale) => (columns.ends.length <= soon ? indexNames(columns, locale) : null),
    later: ({ ids, names, ends }, locale) =>
      new Promise((done) => {
        const request: IndexRequest = {
          request: (requests += 1),
          columns: { ids, names, ends },
          locale
        }
        waiting.set(request.request, { request, done })
        worker ??= started()
        worker.postMessage(request)
      }),
    close: end
  }
}
