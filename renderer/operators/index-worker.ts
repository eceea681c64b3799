import { answer, type Request } from './indexing.ts'

/** Makes indexes, and looks for similar names, away from the window's own thread. */
addEventListener('message', ({ data }: MessageEvent<Request>) => {
  const reply = answer(data)
  if ('rows' in reply) {
    postMessage(reply)
    return
  }
  const { order, folded, ids } = reply.index
  postMessage(reply, { transfer: [order.buffer, folded.starts.buffer, ids.starts.buffer] })
})
