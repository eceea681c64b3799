import type { Reply, Request } from './indexing.ts'

/** A stretch of a long text that is on its way. */
export interface Piece {
  readonly request: number
  readonly piece: string
}

/** What goes to the index worker and comes from it: a long text in pieces, the last of them with the rest. */
export type Message<Whole> = Whole | Piece

/** The one text of something that may be long. */
export interface LongText<Whole> {
  readonly of: (whole: Whole) => string
  readonly with: (whole: Whole, text: string) => Whole
}

/** That of a request: what is searched or put in order. */
export const requestText: LongText<Request> = {
  of: (asked) => ('words' in asked ? asked.texts.text : asked.columns.names),
  with: (asked, text) =>
    'words' in asked
      ? { ...asked, texts: { ...asked.texts, text } }
      : { ...asked, columns: { ...asked.columns, names: text } }
}

/** That of an answer: the folded names. */
export const replyText: LongText<Reply> = {
  of: (reply) => ('index' in reply ? reply.index.folded.text : ''),
  with: (reply, text) =>
    'index' in reply
      ? { ...reply, index: { ...reply.index, folded: { ...reply.index.folded, text } } }
      : reply
}

/** Of a text, so much is handed over at once: some milliseconds of work. */
const longestPiece = 2 ** 21

/** What to post, one after another: handing a very long text over at once would hold the window up. */
export function* inPieces<Whole extends { readonly request: number }>(
  whole: Whole,
  text: LongText<Whole>
): Generator<Message<Whole>> {
  const long = text.of(whole)
  let from = 0
  for (; long.length - from > longestPiece; from += longestPiece)
    yield { request: whole.request, piece: long.slice(from, from + longestPiece) }
  yield from === 0 ? whole : text.with(whole, long.slice(from))
}

/** Puts together what comes in pieces; answers with it once it is whole. */
export function gatherer<Whole extends { readonly request: number }>(
  text: LongText<Whole>
): (message: Message<Whole>) => Whole | null {
  const pieces = new Map<number, string[]>()
  return (message) => {
    const before = pieces.get(message.request) ?? []
    if ('piece' in message) {
      pieces.set(message.request, [...before, message.piece])
      return null
    }
    pieces.delete(message.request)
    return before.length === 0
      ? message
      : text.with(message, [...before, text.of(message)].join(''))
  }
}
