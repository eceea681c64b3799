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

/** Starts a worker with the first long list. Where it cannot run, indexes are made here. */
export function createIndexer(start: () => WorkerPort): Indexer {
  const waiting = new Map<
    number,
    { readonly request: IndexRequest; readonly done: (index: NameIndex) => void }
  >()
  let worker: WorkerPort | null = null
  let requests = 0

  function finish({ request, index }: IndexReply): void {
    waiting.get(request)?.done(index)
    waiting.delete(request)
  }

  function giveUp(): void {
    for (const { request } of waiting.values()) {
      finish({ request: request.request, index: indexNames(request.columns, request.locale) })
    }
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
    close: () => {
      worker?.terminate()
    }
  }
}
