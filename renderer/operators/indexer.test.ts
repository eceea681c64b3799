import { expect, test } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import { answer, type Request } from './indexing.ts'
import { foldNames } from './fold.ts'
import { createIndexer, type WorkerPort } from './indexer.ts'
import { indexNames } from './name-index.ts'
import { gatherer, inPieces, type Message, replyText, requestText } from './text-pieces.ts'

const short = pack([{ id: 1, name: 'Dana', status: 0 }])
const long = pack(
  Array.from({ length: 2001 }, (_, row) => ({ id: row, name: `Name ${2001 - row}`, status: 0 }))
)

class FakeWorker implements WorkerPort {
  readonly requests: Message<Request>[] = []
  onmessage: WorkerPort['onmessage'] = null
  onerror: WorkerPort['onerror'] = null
  ended = false
  postMessage = (message: Message<Request>) => void this.requests.push(message)
  terminate = () => void (this.ended = true)
  answer(at: number): void {
    const asked = this.requests.slice(0, at + 1).map(gatherer(requestText))
    for (const data of inPieces(answer(asked.at(-1)!), replyText))
      this.onmessage?.(new MessageEvent('message', { data }))
  }
}

test('a short list is indexed at once, without a worker', () => {
  const indexer = createIndexer(() => {
    throw new Error('not needed')
  })
  expect(indexer.now(short, 'en')).toEqual(indexNames(short, 'en'))
  expect(indexer.now(long, 'en')).toBeNull()
  indexer.close()
})

test('long lists are indexed by one worker, each answer for its own list', async () => {
  const worker = new FakeWorker()
  const indexer = createIndexer(() => worker)
  const first = indexer.later(long, 'en')
  const second = indexer.later(short, 'en')
  worker.answer(1)
  worker.answer(0)
  expect(await first).toEqual(indexNames(long, 'en'))
  expect(await second).toEqual(indexNames(short, 'en'))
  expect(worker.requests[0]).toMatchObject({
    columns: { ids: long.ids, names: long.names, ends: long.ends }
  })
  indexer.close()
})

test('a worker that nothing waits for is ended, and the next long list starts another', async () => {
  const workers: FakeWorker[] = []
  const indexer = createIndexer(() => {
    const worker = new FakeWorker()
    workers.push(worker)
    return worker
  })
  const all = [indexer.later(long, 'en'), indexer.later(short, 'en')]
  workers[0]!.answer(0)
  expect(workers[0]!.ended).toBe(false)
  workers[0]!.answer(1)
  await Promise.all(all)
  expect(workers[0]!.ended).toBe(true)
  const next = indexer.later(long, 'en')
  expect(workers).toHaveLength(2)
  indexer.close()
  expect(workers[1]!.ended).toBe(true)
  workers[1]!.answer(0)
  await next
})

test('where the worker cannot run, the index is made all the same', async () => {
  const worker = new FakeWorker()
  const index = createIndexer(() => worker).later(long, 'en')
  worker.onerror?.(new ErrorEvent('error'))
  expect(await index).toEqual(indexNames(long, 'en'))
})

test('similar names are looked for at once in few names, in a worker in many', async () => {
  const worker = new FakeWorker()
  const indexer = createIndexer(() => worker)
  expect(await indexer.similar(foldNames(['Dana', 'Joe']), ['dnaa'])).toEqual(Uint32Array.of(0))
  const many = foldNames(Array.from({ length: 2001 }, (_, row) => (row === 7 ? 'Dana' : 'Joe')))
  const found = indexer.similar(many, ['dnaa'])
  worker.answer(0)
  expect(await found).toEqual(Uint32Array.of(7))
})

test('a text that is very long is handed over in pieces, a frame between them', async () => {
  const worker = new FakeWorker()
  const painted: (() => void)[] = []
  const indexer = createIndexer(
    () => worker,
    (run) => painted.push(run)
  )
  const name = 'x'.repeat(999)
  const texts = foldNames(
    Array.from({ length: 5_000 }, (_, row) => (row === 4_999 ? 'Dana' : name))
  )
  const found = indexer.similar(texts, ['dnaa'])
  const other = indexer.similar(texts, ['dana'])
  while (painted.length > 0) painted.shift()?.()
  expect(worker.requests).toHaveLength(6)
  expect(worker.requests[0]).toHaveProperty('piece')
  worker.answer(4)
  worker.answer(5)
  expect(await found).toEqual(Uint32Array.of(4_999))
  expect(await other).toEqual(Uint32Array.of(4_999))
  void indexer.similar(texts, ['dnaa'])
  indexer.close()
  painted.shift()?.()
  expect(worker.requests).toHaveLength(7)
})

test('a very long index comes back whole', async () => {
  const worker = new FakeWorker()
  const names = Array.from({ length: 2_200 }, (_, row) => `${'y'.repeat(999)}${row}`)
  const huge = pack(names.map((name, id) => ({ id, name, status: 0 })))
  const index = createIndexer(() => worker).later(huge, 'en')
  worker.answer(worker.requests.length - 1)
  expect(worker.requests.length).toBeGreaterThan(1)
  expect(await index).toEqual(indexNames(huge, 'en'))
})

test('a long list is handed over once what is shown has been painted, unless all is closed by then', () => {
  const worker = new FakeWorker()
  const painted: (() => void)[] = []
  const indexer = createIndexer(
    () => worker,
    (run) => painted.push(run)
  )
  void indexer.later(long, 'en')
  expect(worker.requests).toEqual([])
  painted[0]?.()
  expect(worker.requests).toHaveLength(1)
  void indexer.later(long, 'en')
  indexer.close()
  painted[1]?.()
  expect(worker.requests).toHaveLength(1)
})
