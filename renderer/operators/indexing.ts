import type { JoinedTexts } from './fold.ts'
import { indexNames, type NameColumns, type NameIndex } from './name-index.ts'
import { similarRows, vocabularyOf } from './similar-names.ts'

/** A list to be indexed. */
export interface IndexRequest {
  readonly request: number
  readonly columns: NameColumns
  readonly locale: string
}

/** Rows to be found in spite of slips. */
export interface SimilarRequest {
  readonly request: number
  readonly texts: JoinedTexts
  readonly words: readonly string[]
}

/** What the index worker is asked. */
export type Request = IndexRequest | SimilarRequest

/** What it answers. */
export type Reply =
  | { readonly request: number; readonly index: NameIndex }
  | { readonly request: number; readonly rows: Uint32Array }

/** More similar rows than this help nobody. */
const most = 50

/** Rows that hold the words but for some slips of the hand. */
export function similarIn(texts: JoinedTexts, words: readonly string[]): Uint32Array {
  return similarRows(vocabularyOf(texts), words, most)
}

/** Does what is asked, wherever that is. */
export function answer(asked: Request): Reply {
  const { request } = asked
  if ('words' in asked) return { request, rows: similarIn(asked.texts, asked.words) }
  return { request, index: indexNames(asked.columns, asked.locale) }
}
