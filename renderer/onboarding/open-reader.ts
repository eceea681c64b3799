import type { Progress } from './encoding.ts'
import { readerOf, type Reader } from './reader-port.ts'

/** A reader in a worker of its own, until it is closed; closing cancels whatever it does. */
export interface OpenReader {
  readonly reader: Reader
  close(): void
}

/** Starts a reading worker. `progress` is told how many of the file's bytes are done, the reading being one half of the work and the decoding the other. */
export function openReader(progress: Progress): OpenReader {
  const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' })
  return { reader: readerOf(worker, progress), close: () => worker.terminate() }
}
