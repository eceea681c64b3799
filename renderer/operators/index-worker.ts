import { answer, type Reply, type Request } from './indexing.ts'
import { gatherer, inPieces, type Message, replyText, requestText } from './text-pieces.ts'

const gather = gatherer(requestText)

/** Makes indexes, and looks for similar names, away from the window's own thread. */
addEventListener('message', ({ data }: MessageEvent<Message<Request>>) => {
  const asked = gather(data)
  if (!asked) return
  for (const message of inPieces(answer(asked), replyText))
    postMessage(message, { transfer: buffersOf(message) })
})

/** What the window may have: nothing here needs it any more. */
function buffersOf(message: Message<Reply>): Transferable[] {
  if (!('index' in message)) return []
  const { order, folded, ids } = message.index
  return [order.buffer, folded.starts.buffer, ids.starts.buffer]
}
