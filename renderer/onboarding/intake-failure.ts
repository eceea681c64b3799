/** What something that was dropped turned out to be instead of a list. */
export type ForeignKind =
  | 'image'
  | 'pdf'
  | 'old-excel'
  | 'open-document'
  | 'word-document'
  | 'archive'
  | 'web-page'
  | 'program'
  | 'unknown-binary'

/** Why something that was dropped, pasted or chosen cannot be read as a list of people. Each kind has its words. */
export type IntakeFailure =
  | { readonly kind: 'empty'; readonly name: string }
  /** Nothing but blanks, or a header without rows. */
  | { readonly kind: 'no-rows'; readonly name: string }
  | {
      readonly kind: 'too-large'
      readonly name: string
      readonly size: number
      readonly limit: number
    }
  | { readonly kind: 'too-many-rows'; readonly name: string; readonly limit: number }
  | { readonly kind: 'foreign'; readonly name: string; readonly what: ForeignKind }
  | { readonly kind: 'encrypted-workbook'; readonly name: string }
  | { readonly kind: 'damaged-workbook'; readonly name: string }
  /** A workbook that would unpack to far more than any list of people needs. */
  | { readonly kind: 'bomb'; readonly name: string; readonly limit: number }
  /** A cell stands so far from the others that the sheet would be unrolled to millions of empty ones. */
  | { readonly kind: 'too-wide'; readonly name: string }
  /** A folder in which there is no file of a kind that can be read. */
  | { readonly kind: 'folder-without-lists'; readonly name: string }
  | { readonly kind: 'too-many-files'; readonly count: number; readonly limit: number }
  /** The system would not give the file's bytes: it was moved, is locked or lies on a lost drive. */
  | { readonly kind: 'unreadable'; readonly name: string }

/** What is read at most; shown before anything is dropped. Sizes in bytes. */
export const limits = {
  textSize: 64 * 2 ** 20,
  workbookSize: 32 * 2 ** 20,
  /** What a workbook may unpack to. */
  unpackedSize: 256 * 2 ** 20,
  rows: 200_000,
  files: 20
} as const
