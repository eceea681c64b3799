import type { Source } from './import.ts'

/** Something to import: a file as it was dropped, or pasted or typed text as a blob. */
export interface Given {
  readonly kind: Source['kind']
  /** The file's name without a folder; empty for pasted and typed text. */
  readonly name: string
  readonly file: Blob
}
