import type { Progress } from './encoding.ts'
import { readerOf, type Port, type Reader } from './reader-port.ts'
import workerAddress from './reader-worker.ts?worker&url'

/** A reader in a worker of its own, until it is closed; closing cancels whatever it does. */
export interface OpenReader {
  readonly reader: Reader
  close(): void
}

/** The part of a `Worker` that is used here. */
export interface ReaderWorker extends Port {
  terminate(): void
}

/**
 * Starts reading in a worker. `progress` is told how many of the file's bytes are done, the reading being
 * one half of the work and the decoding the other.
 */
export function openReader(
  progress: Progress,
  start: () => ReaderWorker = startReader
): OpenReader {
  const worker = start()
  return { reader: readerOf(worker, progress), close: () => worker.terminate() }
}

/** The worker that comes with the app. */
function startReader(): ReaderWorker {
  const address = readerPolicy?.createScriptURL(workerAddress) ?? workerAddress
  return new Worker(address, { type: 'module' })
}

/** The part of the Trusted Types API that is used here; the compiler's library lacks it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string }
  ): { readonly createScriptURL: (url: string) => string }
}

/** The page lets only addresses through that a policy has made, and each policy can be made once. */
const readerPolicy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'switchboard-reader',
  { createScriptURL: (url) => (url === workerAddress ? url : '') }
)
