import type { IndexReply, IndexRequest } from './indexing.ts'
import { indexNames } from './name-index.ts'

/** Makes indexes away from the window's own thread. */
addEventListener('message', ({ data }: MessageEvent<IndexRequest>) => {
  const { request, columns, locale } = data
  const index = indexNames(columns, locale)
  const reply: IndexReply = { request, index }
  const { order, folded, ids } = index
  postMessage(reply, { transfer: [order.buffer, folded.starts.buffer, ids.starts.buffer] })
})
