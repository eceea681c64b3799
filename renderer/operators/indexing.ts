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

/** A stretch of the long text of a request that is on its way. */
export interface Piece {
  readonly request: number
  readonly piece: string
}

/** What comes to the index worker: a long text in pieces, the last of them with the request. */
export type Message = Request | Piece

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

/** The one text of a request that may be long. */
export function textOf(asked: Request): string {
  return 'words' in asked ? asked.texts.text : asked.columns.names
}

/** The same request with another text. */
export function withText(asked: Request, text: string): Request {
  if ('words' in asked) return { ...asked, texts: { ...asked.texts, text } }
  return { ...asked, columns: { ...asked.columns, names: text } }
}

/** Puts requests together whose texts come in pieces; answers with one once it is whole. */
export function gatherer(): (message: Message) => Request | null {
  const pieces = new Map<number, string[]>()
  return (message) => {
    const before = pieces.get(message.request) ?? []
    if ('piece' in message) {
      pieces.set(message.request, [...before, message.piece])
      return null
    }
    pieces.delete(message.request)
    return before.length === 0 ? message : withText(message, [...before, textOf(message)].join(''))
  }
}

/** Does what is asked, wherever that is. */
export function answer(asked: Request): Reply {
  const { request } = asked
  if ('words' in asked) return { request, rows: similarIn(asked.texts, asked.words) }
  return { request, index: indexNames(asked.columns, asked.locale) }
}
