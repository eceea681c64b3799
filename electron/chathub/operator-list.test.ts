import { MessageChannel, Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { unpack } from '../../shared/operator-columns.ts'
import { createListParser, type ListParser } from './list-parser.ts'
import { serveLists, type ListDone } from './list-service.ts'
import { readOperatorList } from './operator-list.ts'

const open: ListParser[] = []
afterEach(() => {
  for (const parser of open.splice(0)) parser.close()
})

function rows(count: number): object[] {
  return Array.from({ length: count }, (_, row) => ({
    id: 1_000 + row,
    name: row % 2 === 0 ? `Operator ${row}` : `נועה כהן ${row}`,
    status: row % 3,
    organization: { id: 24, name: 'Customer Support' }
  }))
}

const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))

function parserOf(program: string): ListParser {
  const parser = createListParser(() => new Worker(program, { eval: true }))
  open.push(parser)
  return parser
}

describe('a list of operators', () => {
  it('is packed in its order', () => {
    const result = readOperatorList(
      bytesOf([
        { id: '9', name: 'נועה', status: '2' },
        { id: 3, name: 'Б', status: 0, x: 1 }
      ])
    )
    expect(result.ok && unpack(result.value)).toEqual([
      { id: 9, name: 'נועה', status: 2 },
      { id: 3, name: 'Б', status: 0 }
    ])
    expect(readOperatorList(bytesOf([])).ok).toBe(true)
  })

  it.each([
    ['[{"id":1', 'not JSON'],
    ['', 'not JSON'],
    ['{"items":[]}', 'not a list'],
    [
      '[{"id":1,"name":"a","status":0},{"id":2,"name":"b","status":9}]',
      'row 2: {"id":2,"name":"b","status":9}'
    ]
  ])('that is cut or strange says so: %s', (text, words) => {
    expect(readOperatorList(Buffer.from(text))).toEqual({ ok: false, failure: words })
  })

  it('crosses from the worker by handing its columns over', async () => {
    const { port1, port2 } = new MessageChannel()
    serveLists(port2)
    const done = new Promise<ListDone>((resolve) => port1.once('message', resolve))
    port1.postMessage({ job: 7, bytes: bytesOf(rows(10)) })
    const { job, result } = await done
    port1.close()
    expect(job).toBe(7)
    expect(result).toEqual(readOperatorList(bytesOf(rows(10))))
  })

  it('is parsed in a real worker where it is large, several at once', async () => {
    const program = `
      const { parentPort } = require('node:worker_threads')
      parentPort.on('message', ({ job, bytes }) => {
        const count = JSON.parse(Buffer.from(bytes).toString()).length
        parentPort.postMessage({ job, result: { ok: false, failure: 'worker saw ' + count } })
      })`
    const parser = parserOf(program)
    const results = await Promise.all([
      parser.parse(bytesOf(rows(5_000))),
      parser.parse(bytesOf(rows(6_000)))
    ])
    expect(results).toEqual(
      ['worker saw 5000', 'worker saw 6000'].map((failure) => ({ ok: false, failure }))
    )
    expect(await parser.parse(bytesOf(rows(2)))).toMatchObject({ ok: true })
  })

  it('is parsed all the same where the worker dies', async () => {
    const parser = parserOf(
      `require('node:worker_threads').parentPort.on('message', () => process.exit(1))`
    )
    for (const count of [5_000, 5_001]) {
      const result = await parser.parse(bytesOf(rows(count)))
      expect(result.ok && result.value.ids.length).toBe(count)
    }
  })
})
