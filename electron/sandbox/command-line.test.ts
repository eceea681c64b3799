import { describe, expect, it } from 'vitest'
import { faultTable } from './fault.ts'
import { faultWords, readRule } from './fault-words.ts'
import { help, readCommand, runCommand } from './command-line.ts'

describe('the command line', () => {
  it('reads every option', () => {
    const words =
      '--port=0 --operators=1000 --organizations=200 --seed=7 --latency=300 --rate-limit=off --data=d ' +
      '--keep-ledger --token=t --login=l --password=p --token-shape=data --no-organizations --control ' +
      '--fault=add:drop-after:2 --fault=list:429'
    const command = readCommand(words.split(' '))
    const settings = {
      latency: 300,
      offersOrganizations: false,
      rateLimit: 'off',
      tokenShape: 'data'
    }
    expect(command).toEqual({
      kind: 'run',
      options: {
        ...{ port: 0, operators: 1000, organizations: 200, seed: 7, settings, folder: 'd' },
        ...{ keepLedger: true, token: 't', login: 'l', password: 'p', control: true }
      },
      rules: [
        { fault: { kind: 'drop-after' }, call: 'add', nth: 1, count: 2 },
        { fault: { kind: 'answer', status: 429 }, call: 'list', nth: 1, count: 1 }
      ]
    })
  })

  it.each([
    ['--prot=1', '--prot'],
    ['--port=70000', '0 to 65535'],
    ['--operators=many', '0 to 1000000'],
    ['--organizations=0', '1 to 10000'],
    ['--rate-limit=5', '50/75'],
    ['--token-shape=xml', 'unquoted'],
    ['--keep-ledger', '--data'],
    ['--token=', 'a text'],
    ['--fault=add', 'call:fault:count'],
    ['stray', 'stray']
  ])('says what is wrong with %s', (word, part) => {
    const command = readCommand([word])
    expect(command.kind).toBe('wrong')
    expect(command.kind === 'wrong' && command.message).toContain(part)
    expect(command.kind === 'wrong' && command.message).toContain('--help')
  })

  it('names every fault in its help', () => {
    for (const kind of Object.keys(faultTable)) {
      if (kind === 'answer') continue
      expect(Object.keys(faultWords)).toContain(kind)
      expect(help()).toContain(`  ${kind}`)
    }
  })

  it('prints how to reach it, runs until it is ended, and refuses a port that is taken', async () => {
    const printed: string[] = []
    const complaints: string[] = []
    const around = {
      print: (text: string) => void printed.push(text),
      complain: (text: string) => void complaints.push(text)
    }
    const words = ['--port=0', '--token=t', '--password=p']
    let running: Promise<number> = Promise.resolve(-1)
    const stop = await new Promise<() => void>((onEnd) => {
      running = runCommand(words, { ...around, onEnd })
    })
    const port = /127\.0\.0\.1:(\d+)/.exec(printed.join())?.[1] ?? ''
    expect(printed.join()).toMatch(/token {5}t\n.*supervisor\n.*password {2}p/)
    expect(await runCommand([`--port=${port}`], { ...around, onEnd: () => undefined })).toBe(1)
    expect(complaints.join()).toContain('--port=0')
    stop()
    expect(await running).toBe(0)
    expect(await runCommand(['--help'], { ...around, onEnd: () => undefined })).toBe(0)
    expect(await runCommand(['--wrong'], { ...around, onEnd: () => undefined })).toBe(2)
  })
})

describe('a fault in words', () => {
  it.each([
    ['add:drop-after', { fault: { kind: 'drop-after' }, call: 'add', nth: 1, count: 1 }],
    [
      'list@24:403:always',
      { organization: 24, fault: { kind: 'answer', status: 403 }, count: Infinity }
    ],
    ['add~Emma Davis:422', { name: 'Emma Davis', fault: { kind: 'answer', status: 422 } }],
    [
      'any:429=30:#3',
      { fault: { kind: 'answer', status: 429, retryAfter: '30' }, nth: 3, count: 1 }
    ],
    ['status:delay=50:#3x2', { fault: { kind: 'delay', ms: 50 }, nth: 3, count: 2 }],
    ['add:late-apply=5000', { fault: { kind: 'late-apply', after: 5000, answer: 'reset' } }],
    ['add:late-apply=5,timeout', { fault: { kind: 'late-apply', after: 5, answer: 'timeout' } }],
    ['add:answer-after=503', { fault: { kind: 'answer-after', status: 503 } }],
    ['add:normalize=nfc', { fault: { kind: 'normalize', how: 'nfc' } }],
    ['list:stale-list=900', { fault: { kind: 'stale-list', by: 900 } }]
  ])('%s', (text, rule) => {
    expect(readRule(text)).toMatchObject({ ok: true, rule })
  })

  it.each([
    ['call:drop-after', 'no call "call"'],
    ['add:constructor', 'no fault "constructor"'],
    ['add:delay', 'delay=MS'],
    ['add:answer-after=99', 'answer-after=STATUS'],
    ['add:429=מחר', 'Retry-After'],
    ['add:drop-after=3', 'without a value'],
    ['add:normalize=lower', 'trim|nfc|upper'],
    ['add:cut-list=1', 'cannot befall add'],
    ['add:drop-after:often', 'always'],
    ['add:drop-after:0', 'always']
  ])('%s is refused', (text, part) => {
    expect(readRule(text)).toMatchObject({
      ok: false,
      message: expect.stringContaining(part) as string
    })
  })
})
