import type { Worker } from 'node:worker_threads'
import type { OperatorColumns } from '../../shared/operator-columns.ts'
import type { Result } from '../../shared/result.ts'
import type { ListDone } from './list-service.ts'
import { readOperatorList } from './operator-list.ts'

/** Bodies from this size are parsed by the worker; a smaller one takes less than handing it over. */
const largeBytes = 256 * 1_024

/** Parses bodies of lists, the large ones off the main thread. */
export interface ListParser {
  readonly parse: (bytes: Uint8Array) => Promise<Result<OperatorColumns, string>>
  /** Ends the worker, where there is one. */
  readonly close: () => void
}

/**
 * Builds the parser. `spawn` starts `list-worker.ts` and is called at the first large body, and again
 * after a worker died; a body that was in a dying worker is parsed here instead.
 */
export function createListParser(spawn: () => Worker): ListParser {
  let worker: Worker | null = null
  let jobs = 0
  const waiting = new Map<number, (done: Result<OperatorColumns, string> | null) => void>()

  const start = (): Worker => {
    const started = spawn()
    started.unref()
    started.on('message', ({ job, result }: ListDone) => {
      waiting.get(job)?.(result)
      waiting.delete(job)
    })
    started.on('error', () => undefined)
    started.on('exit', () => {
      if (worker === started) worker = null
      for (const give of waiting.values()) give(null)
      waiting.clear()
    })
    return started
  }

  const inWorker = (bytes: Uint8Array): Promise<Result<OperatorColumns, string> | null> => {
    worker ??= start()
    jobs += 1
    const job = jobs
    const done = new Promise<Result<OperatorColumns, string> | null>((resolve) =>
      waiting.set(job, resolve)
    )
    worker.postMessage({ job, bytes })
    return done
  }

  return {
    parse: async (bytes) => {
      if (bytes.byteLength < largeBytes) return readOperatorList(bytes)
      return (await inWorker(bytes)) ?? readOperatorList(bytes)
    },
    close: () => void worker?.terminate()
  }
}
