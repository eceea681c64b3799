import { answer, gatherer, type Message } from './indexing.ts'

const gather = gatherer()

/** Makes indexes, and looks for similar names, away from the window's own thread. */
addEventListener('message', ({ data }: MessageEvent<Message>) => {
  const asked = gather(data)
  if (!asked) return
  const reply = answer(asked)
  if ('rows' in reply) {
    postMessage(reply)
    return
  }
  const { order, folded, ids } = reply.index
  postMessage(reply, { transfer: [order.buffer, folded.starts.buffer, ids.starts.buffer] })
})
