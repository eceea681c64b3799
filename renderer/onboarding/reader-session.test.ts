// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import type { Organization } from '../../shared/operator.ts'
import { encode } from './fixture-bytes.ts'
import { operator } from './fixture-check.ts'
import type { Deciding, Looking, Preview } from './reader-calls.ts'
import { readerOf, type Reader } from './reader-port.ts'
import { serve } from './serve-reader.ts'
import { ReaderSession } from './reader-session.ts'

const organizations: readonly Organization[] = [{ id: 24, name: 'Customer Support' }]
const list = [
  'שם מלא;סטטוס;מייל',
  'דנה לוי;פעיל;dana@example.com',
  'משה כהן;פעיל;',
  'יוסי פרץ;לא פעיל;',
  'רבקה;פעיל;',
  ';פעיל;x',
  'דנה לוי;פעיל;'
].join('\r\n')

function looking(more: Partial<Looking> = {}): Looking {
  return {
    wishes: {},
    hints: { remembered: null, locale: 'en' },
    organizations,
    organizationId: 24,
    remembered: [],
    ...more
  }
}

function deciding({ columns }: Pick<Preview, 'columns'>, more: Partial<Deciding> = {}): Deciding {
  return {
    columns,
    organizations,
    organizationId: 24,
    wanted: 0,
    missing: { wanted: false, agreedTo: 0 },
    answers: [],
    mends: [],
    requestsPerSecond: 5,
    ...more
  }
}

const operators = [
  operator(1, 'משה כהן', 2),
  operator(2, 'יוסי פרץ'),
  operator(3, 'רבקה'),
  operator(4, 'רחל'),
  operator(5, 'דנה לוין')
]
const present = {
  lists: [{ organizationId: 24, columns: pack(operators) }],
  queued: { adds: [], statuses: [] }
}

async function looked(
  session: ReaderSession | Reader,
  more: Partial<Looking> = {}
): Promise<Preview> {
  await session.open({ name: 'team.csv', file: new Blob([encode(list, 'windows-1255')]) })
  const preview = await session.look(looking(more))
  if (!preview.ok) throw new Error(preview.failure.kind)
  return preview.value
}

describe('a reading session', () => {
  it('shows a file as it was found', async () => {
    const preview = await looked(new ReaderSession(() => {}))
    expect(preview).toMatchObject({
      header: true,
      rows: 6,
      titles: ['שם מלא', 'סטטוס', 'מייל'],
      columns: ['name', 'status', 'email'],
      remembered: false,
      how: {
        kind: 'text',
        detection: { encoding: 'windows-1255', by: 'words' },
        delimiter: { delimiter: ';' }
      }
    })
    expect(preview.sample[0]).toEqual(['דנה לוי', 'פעיל', 'dana@example.com'])
  })

  it('identifies the file, and refuses one that is no list', async () => {
    const session = new ReaderSession(() => {})
    expect(await session.open({ name: 'a.txt', file: new Blob(['abc']) })).toEqual({
      ok: true,
      value: { size: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' }
    })
    expect(await session.open({ name: 'b.pdf', file: new Blob(['%PDF-1.4']) })).toMatchObject({
      ok: false,
      failure: { what: 'pdf' }
    })
    await expect(session.look(looking())).rejects.toThrow('No file is open')
  })

  it('says so when the bytes cannot be had', async () => {
    const lost = new Blob(['abc'])
    lost.slice = () => {
      throw new DOMException('gone', 'NotFoundError')
    }
    const opened = await new ReaderSession(() => {}).open({ name: 'c.csv', file: lost })
    expect(opened).toEqual({ ok: false, failure: { kind: 'unreadable', name: 'c.csv' } })
  })

  it('reads it again as a person wishes', async () => {
    const session = new ReaderSession(() => {})
    await looked(session)
    const again = await looked(session, {
      wishes: { encoding: 'windows-1251', delimiter: ',', header: false }
    })
    expect(again).toMatchObject({
      header: false,
      rows: 7,
      width: 1,
      how: { detection: { by: 'person' } }
    })
    expect(again.sample[1]?.[0]).toBe('грд мей;фтйм;dana@example.com')
  })

  it('makes a plan in counts and rows', async () => {
    const session = new ReaderSession(() => {})
    const preview = await looked(session)
    session.meet(present)
    const summary = session.decide(deciding(preview))
    expect(summary.counts).toEqual({
      add: 1,
      reactivate: 1,
      setInactive: 1,
      delete: 0,
      skip: 1,
      ask: 1,
      errors: 1,
      leftOut: 0
    })
    expect(summary).toMatchObject({
      steps: 3,
      similar: 1,
      organizations: [24],
      missing: { count: 2, active: 4, asked: false }
    })
    expect(
      session
        .page('problems', 0, 10)
        .rows.map(({ row, line, verdict }) => [row, line, verdict.kind])
    ).toEqual([
      [4, 6, 'error'],
      [5, 7, 'ask']
    ])
    expect(session.page('add', 0, 1)).toMatchObject({
      total: 1,
      rows: [{ name: 'דנה לוי', similar: { name: 'דנה לוין' } }]
    })
    expect(session.page('all', 2, 2).rows.map(({ row }) => row)).toEqual([2, 3])
  })

  it('follows mends, answers and what becomes of those who are not in the file', async () => {
    const session = new ReaderSession(() => {})
    const preview = await looked(session)
    session.meet(present)
    const summary = session.decide(
      deciding(preview, {
        mends: [[5, { name: 'New Person' }]],
        answers: [['same-in-file', { kind: 'add' }]],
        missing: { wanted: true, agreedTo: 0 }
      })
    )
    expect(summary.counts).toMatchObject({ add: 3, setInactive: 3, ask: 0, errors: 0 })
  })

  it('goes on with a stored plan, and reports it', async () => {
    const first = new ReaderSession(() => {})
    const preview = await looked(first)
    first.meet(present)
    const { steps } = first.decide(deciding(preview))
    const later = new ReaderSession(() => {})
    await looked(later)
    expect(later.unseal(first.seal())).toBe(steps)
    expect(later.steps(0, steps)).toEqual(first.steps(0, steps))
    later.outcomes(0, [{ kind: 'added', operatorId: 104, how: 'confirmed' }])
    later.outcomes(1, [{ kind: 'changed', operatorId: 1, to: 0 }])
    const report = new TextDecoder().decode(later.report('en', [])).split('\r\n')
    expect(report[0]).toBe('שם מלא;סטטוס;מייל;Result;Details;Operator ID')
    expect(report[1]).toBe('דנה לוי;פעיל;dana@example.com;Added;;104')
    expect(report[2]).toBe('משה כהן;פעיל;;Set to Active;;1')
    expect(report[3]).toBe('יוסי פרץ;לא פעיל;;Not started;;')
    expect(report[5]).toBe(';פעיל;x;Error;The name is missing.;')
    const corrected = new TextDecoder().decode(later.report('en', [[5, { name: 'Dan' }]]))
    expect(corrected).toContain(';Corrected name;Result;')
    expect(corrected).toContain(';פעיל;x;Dan;')
  })

  it('takes the columns that were chosen before for such a file', async () => {
    const { signature } = await looked(new ReaderSession(() => {}))
    const remembered = [
      { organizationId: 24, signature, columns: ['name', 'skip', 'skip'] as const }
    ]
    const again = await looked(new ReaderSession(() => {}), { remembered })
    expect(again).toMatchObject({ remembered: true, columns: ['name', 'skip', 'skip'] })
  })
})

describe('a reading worker', () => {
  it('answers through a port, in turn, and tells its progress', async () => {
    const { port1, port2 } = new MessageChannel()
    const told: number[] = []
    serve(port1)
    const reader = readerOf(port2, (done) => told.push(done))
    const look = looked(reader)
    expect((await look).rows).toBe(6)
    const met = reader.meet(present)
    const summary = reader.decide(deciding({ columns: ['name', 'status', 'email'] }))
    await met
    expect((await summary).steps).toBe(3)
    expect((await reader.seal()).length).toBeGreaterThan(10)
    expect(told).toEqual([list.length / 2, list.length])
    port1.close()
  })

  it('passes a bug on to the caller', async () => {
    const { port1, port2 } = new MessageChannel()
    serve(port1)
    await expect(readerOf(port2, () => {}).decide(deciding({ columns: [] }))).rejects.toThrow(
      'No file is open'
    )
    port1.close()
  })
})
