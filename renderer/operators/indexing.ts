import type { NameColumns, NameIndex } from './name-index.ts'

/** What the index worker is asked. */
export interface IndexRequest {
  readonly request: number
  readonly columns: NameColumns
  readonly locale: string
}

/** What it answers. */
export interface IndexReply {
  readonly request: number
  readonly index: NameIndex
}
