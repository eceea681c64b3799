import type { Choices } from './import.ts'
import type { Preview } from './reader-calls.ts'
import type { Wishes } from './reading.ts'

/** Wishes that have a file read exactly as it was read when these choices were made. */
export function wishesOf({ encoding, delimiter, header, sheet }: Choices): Wishes {
  if (encoding === 'workbook') return { header, ...(sheet === null ? {} : { sheet }) }
  return { encoding, delimiter, header }
}

/** Whether a file was read as it was when these choices were made: its rows are the same rows. */
export function readAs({ how, header }: Preview, choices: Choices): boolean {
  if (header !== choices.header) return false
  if (how.kind === 'workbook') return how.sheet === choices.sheet
  const { detection, delimiter } = how
  return detection.encoding === choices.encoding && delimiter.delimiter === choices.delimiter
}
