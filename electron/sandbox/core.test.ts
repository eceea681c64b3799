import { describe, expect, it } from 'vitest'
import { paths, rows, testCore, valueOf, whole } from './test-core.ts'
import type { Account } from './model.ts'

const day = 86_400_000

describe('the documented calls', () => {
  it('lists organization 24 as the documentation shows it, as plain text', async () => {
    const { get } = testCore()
    const answer = await get(paths.list)
    const organization = { id: 24, name: 'Customer Support' }
    expect(whole(answer).headers['content-type']).toMatch(/^text\/plain/)
    expect(valueOf(answer)).toEqual([
      { id: 101, name: 'John Smith', status: 0, organization },
      { id: 102, name: 'Sarah Johnson', status: 0, organization },
      { id: 103, name: 'Mike Wilson', status: 1, organization }
    ])
  })

  it('adds, answers without the organization, and accepts the same name again', async () => {
    const { get, post } = testCore()
    const answer = await post(paths.add, rows('Alex Brown', 'Emma Davis'))
    expect(valueOf(answer)).toEqual([
      { id: 104, name: 'Alex Brown', status: 0 },
      { id: 105, name: 'Emma Davis', status: 0 }
    ])
    expect(valueOf(await post(paths.add, rows('John Smith')))).toEqual([
      { id: 106, name: 'John Smith', status: 0 }
    ])
    expect(valueOf(await get(paths.list))).toHaveLength(6)
  })

  it('sets a status with an empty 200, and still lists the deleted', async () => {
    const { get, post } = testCore()
    const answer = whole(await post(paths.status, { id: 101, status: 2 }))
    expect([answer.status, answer.body, answer.headers]).toEqual([200, '', {}])
    expect(valueOf(await get(paths.list))).toContainEqual(
      expect.objectContaining({ id: 101, status: 2 })
    )
    await post(paths.status, { id: 101, status: 0 })
    expect(valueOf(await get(paths.list))).toContainEqual(
      expect.objectContaining({ id: 101, status: 0 })
    )
  })

  it('signs in with every shape of token', async () => {
    const { core, post } = testCore()
    const credentials = { login: 'supervisor', password: 'training' }
    const shown: string[] = []
    for (const tokenShape of ['json-string', 'object', 'data', 'unquoted'] as const) {
      core.configure({ tokenShape })
      shown.push(whole(await post(paths.signIn, credentials, { headers: jsonOnly })).body)
    }
    const expiration = '2026-01-06T08:00:00.000Z'
    expect(shown).toEqual([
      '"sandbox-token"',
      JSON.stringify({ token: 'sandbox-token', expiration }),
      JSON.stringify({ data: { token: 'sandbox-token', expiration } }),
      'sandbox-token'
    ])
    expect(whole(await post(paths.signIn, { ...credentials, password: 'x' })).status).toBe(401)
  })

  it('lists the organizations, unless that call is not offered', async () => {
    const { core, get } = testCore()
    const listed = valueOf(await get(paths.organizations)) as { id: number }[]
    expect(listed.map(({ id }) => id)).toEqual([24, 25, 26])
    core.configure({ offersOrganizations: false })
    expect(whole(await get(paths.organizations)).status).toBe(404)
  })

  it('gives an operator a token that proves itself, until it expires', async () => {
    let wall = 1_000_000
    const { post } = testCore({ wall: () => wall })
    const expiresAt = new Date(wall + day).toISOString()
    const token = valueOf(await post(paths.operatorToken, { id: 101, expiresAt }))
    const valid = { isValid: true, operatorId: 101, clientId: 1, expiresAt, error: null }
    expect(valueOf(await post(paths.validate, { token }))).toEqual(valid)
    expect(valueOf(await post(paths.validate, { token: `${String(token)}x` }))).toMatchObject({
      isValid: false
    })
    wall += day
    expect(valueOf(await post(paths.validate, { token }))).toMatchObject({ error: 'Token expired' })
  })

  it('refuses an operator token for more than a day, and one for nobody', async () => {
    const { post } = testCore({ wall: () => 0 })
    const expiresAt = new Date(day + 1).toISOString()
    expect(whole(await post(paths.operatorToken, { id: 101, expiresAt })).status).toBe(422)
    expect(whole(await post(paths.operatorToken, { id: 9999, expiresAt })).status).toBe(404)
    expect(whole(await post(paths.operatorToken, { id: 101, expiresAt: 'soon' })).status).toBe(400)
  })

  it('pages through chats', async () => {
    const { get } = testCore()
    const all = valueOf(await get(`${paths.chats}?per_page=100`)) as Chats
    const second = valueOf(await get(`${paths.chats}?page=2&per_page=7`)) as Chats
    expect(all.total).toBeGreaterThan(100)
    expect(second).toEqual({ total: all.total, items: all.items.slice(7, 14) })
    const open = valueOf(
      await get(`${paths.chats}?status=1&organizationId=25&per_page=100`)
    ) as Chats
    expect(open.total).toBe(open.items.length)
    expect(open.items.every((chat) => chat.status === 1 && chat.organizationId === 25)).toBe(true)
    expect(whole(await get(`${paths.chats}?page=0`)).status).toBe(400)
  })
})

type Chats = { total: number; items: { status: number; organizationId: number }[] }

const jsonOnly = { 'content-type': 'application/json' }

describe('refusals', () => {
  it.each([
    ['no JSON', '{', 400],
    ['no array', { organizationId: 24, name: 'A' }, 400],
    ['no name', [{ organizationId: 24 }], 400],
    ['a blank name', rows('  '), 422],
    ['101 characters', rows('a'.repeat(101)), 422],
    ['100 characters', rows('a'.repeat(100)), 200],
    ['an unknown organization', [{ organizationId: 99, name: 'A' }], 404]
  ])('answers an add with %s', async (_, body, status) => {
    const { post } = testCore()
    expect(whole(await post(paths.add, body)).status).toBe(status)
  })

  it('adds none where one is refused, and names the row', async () => {
    const { core, post } = testCore()
    const answer = whole(await post(paths.add, rows('Good', ' ')))
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(answer.body).toContain('[1].name')
    expect(core.operators(24)).toHaveLength(3)
  })

  it('answers 401 before it looks at the body, 403 to an operator, 415 and 405 to the wrong form', async () => {
    const { get, post } = testCore()
    const nobody = { headers: { ...jsonOnly, authorization: 'Bearer wrong' } }
    expect(whole(await post(paths.add, '{', nobody)).status).toBe(401)
    expect(whole(await get(paths.list, {})).status).toBe(401)
    const expiresAt = new Date(Date.UTC(2026, 0, 5, 9)).toISOString()
    const token = String(valueOf(await post(paths.operatorToken, { id: 101, expiresAt })))
    expect(whole(await get(paths.list, { authorization: `Bearer ${token}` })).status).toBe(403)
    const key = { 'x-authorization-key': 'sandbox-token' }
    expect(whole(await post(paths.add, rows('A'), { headers: key })).status).toBe(415)
    expect(whole(await get(paths.add)).status).toBe(405)
    expect(whole(await get('/api/nothing')).status).toBe(404)
    expect(whole(await get('/api/operator')).status).toBe(400)
    expect(valueOf(await get('/api/operator?organizationId=99'))).toEqual([])
    expect(whole(await post(paths.status, { id: 9999, status: 1 })).status).toBe(404)
    expect(whole(await post(paths.status, { id: 101, status: 3 })).status).toBe(400)
  })

  it('accepts a dashboard key by its own header only', async () => {
    const { get } = testCore({ accounts: [{ ...restricted, dashboardKey: 'key' }] })
    expect(whole(await get(paths.list, { 'x-authorization-key': 'key' })).status).toBe(200)
    expect(whole(await get(paths.list, { 'x-authorization-key': 'limited' })).status).toBe(200)
    expect(whole(await get(paths.list, { authorization: 'Bearer key' })).status).toBe(401)
  })

  it('shows an account only the organizations that it sees', async () => {
    const { core, get, post } = testCore({ accounts: [restricted] })
    expect(valueOf(await get(paths.organizations))).toHaveLength(1)
    expect(whole(await get('/api/operator?organizationId=25')).status).toBe(403)
    expect(whole(await post(paths.add, [{ organizationId: 25, name: 'A' }])).status).toBe(403)
    const [other] = core.operators(25)
    expect(whole(await post(paths.status, { id: other?.id, status: 1 })).status).toBe(403)
  })

  it('answers 429 beyond the limit, and fills up again', async () => {
    const { advance, core, get } = testCore({ settings: { rateLimit: { perSecond: 2, burst: 3 } } })
    const statuses = async (count: number) => {
      const answers = []
      for (let call = 0; call < count; call += 1) answers.push(whole(await get(paths.list)).status)
      return answers
    }
    expect(await statuses(4)).toEqual([200, 200, 200, 429])
    await advance(1000)
    expect(await statuses(3)).toEqual([200, 200, 429])
    core.configure({ rateLimit: 'off' })
    expect(await statuses(5)).toEqual([200, 200, 200, 200, 200])
  })
})

const restricted: Account = {
  login: 'second',
  password: 'second',
  token: 'limited',
  organizationIds: [24]
}

describe('the ledger', () => {
  it('shows each request and what it brought about', async () => {
    const { advance, core, post } = testCore({ settings: { latency: 30 } })
    const adding = post(paths.add, rows('Alex Brown'), { socket: 7 })
    const before = core.ledger.entries()
    await advance(30)
    await adding
    expect(before).toMatchObject([{ applied: [], answered: null }])
    expect(core.ledger.entries()).toEqual([
      {
        sequence: 1,
        by: 'client',
        at: 0,
        call: 'add',
        method: 'POST',
        path: paths.add,
        body: JSON.stringify(rows('Alex Brown')),
        socket: 7,
        faults: [],
        applied: [
          {
            kind: 'created',
            operator: { id: 104, organizationId: 24, name: 'Alex Brown', status: 0 }
          }
        ],
        appliedAt: 30,
        answered: { status: 200 },
        answeredAt: 30
      }
    ])
  })

  it('keeps neither password nor token', async () => {
    const { core, post } = testCore()
    await post(paths.signIn, { login: 'supervisor', password: 'training' })
    await post(paths.validate, { token: 'canary' })
    expect(JSON.stringify(core.ledger.entries())).not.toMatch(/training|canary|sandbox-token/)
  })

  it('tells a colleague from a client', async () => {
    const { core } = testCore()
    const added = core.colleague.add(24, 'Alex Brown')
    core.colleague.setStatus(added.id, 1)
    expect(core.operators(24)).toContainEqual({ ...added, status: 1 })
    expect(core.ledger.entries().map(({ by, call }) => [by, call])).toEqual([
      ['colleague', 'add'],
      ['colleague', 'status']
    ])
  })
})

describe('outage and reset', () => {
  it('refuses every request during an outage, and records none', async () => {
    const { core, get } = testCore()
    core.setOutage(true)
    expect(await get(paths.list)).toEqual({ kind: 'cut', at: 'refused' })
    expect(core.ledger.entries()).toEqual([])
    core.setOutage(false)
    expect(whole(await get(paths.list)).status).toBe(200)
  })

  it('loses the reply of what was under way when the outage began', async () => {
    const { advance, core, post } = testCore({ settings: { latency: 50 } })
    const adding = post(paths.add, rows('Alex Brown'))
    core.setOutage(true)
    await advance(50)
    expect(await adding).toEqual({ kind: 'cut', at: 'reset' })
    expect(core.operators(24)).toHaveLength(4)
  })

  it('goes back to the beginning, and forgets what was under way', async () => {
    const { advance, core, post } = testCore()
    await post(paths.add, rows('Alex Brown'))
    core.faults.add({ fault: { kind: 'late-apply', after: 100, answer: 'reset' }, call: 'add' })
    await post(paths.add, rows('Emma Davis'))
    core.reset()
    await advance(100)
    expect(core.operators(24).map(({ id }) => id)).toEqual([101, 102, 103])
    expect(core.ledger.entries()).toEqual([])
    expect(valueOf(await post(paths.add, rows('Alex Brown')))).toMatchObject([{ id: 104 }])
  })

  it('cuts what was waiting to be applied at a reset', async () => {
    const { advance, core, post } = testCore({ settings: { latency: 50 } })
    const adding = post(paths.add, rows('Alex Brown'))
    core.reset()
    await advance(50)
    expect(await adding).toEqual({ kind: 'cut', at: 'reset' })
    expect(core.operators(24)).toHaveLength(3)
  })

  it('changes nothing that cannot be stored', async () => {
    const { core, post } = testCore({ record: () => 'failed' })
    expect(whole(await post(paths.add, rows('Alex Brown'))).status).toBe(500)
    expect(core.operators(24)).toHaveLength(3)
    expect(core.ledger.created()).toEqual([])
  })
})
