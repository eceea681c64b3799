import type { OperatorColumns } from '../../shared/operator-columns.ts'
import type { Result } from '../../shared/result.ts'
import { readOperatorList } from './operator-list.ts'

/** A body to parse. */
export interface ListJob {
  readonly job: number
  readonly bytes: Uint8Array
}

/** A parsed body. */
export interface ListDone {
  readonly job: number
  readonly result: Result<OperatorColumns, string>
}

/** What the service needs of a worker's port. */
interface Port {
  on(event: 'message', listener: (message: ListJob) => void): unknown
  postMessage(message: ListDone, transfer: readonly ArrayBuffer[]): void
}

/** Answers every job on the port with its list; the columns are handed over, not copied. */
export function serveLists(port: Port): void {
  port.on('message', ({ job, bytes }) => {
    const result = readOperatorList(bytes)
    port.postMessage({ job, result }, result.ok ? buffersOf(result.value) : [])
  })
}

function buffersOf({ ids, statuses, ends }: OperatorColumns): ArrayBuffer[] {
  return [ids, statuses, ends].map(({ buffer }) => buffer as ArrayBuffer)
}
