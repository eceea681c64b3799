import { canBefall, type Fault, type FaultRule } from './fault.ts'
import type { CallKind } from './model.ts'

/** A rule that was read, or what is wrong with how it was written. */
export type ReadRule =
  { readonly ok: true; readonly rule: FaultRule } | { readonly ok: false; readonly message: string }

type Word = {
  /** What stands after `=`; null where nothing does. */
  readonly value: string | null
  readonly says: string
  /** The fault of a value; null for a value that is none. */
  readonly make: (value: string | undefined) => Fault | null
}

/** The calls a rule can name. */
export const callWords: readonly CallKind[] = [
  'list',
  'add',
  'status',
  'sign-in',
  'organizations',
  'operator-token',
  'validate-token',
  'chats'
]

const plain = (fault: Fault, says: string): Word => ({
  value: null,
  says,
  make: (value) => (value === undefined ? fault : null)
})

const counted = (value: string, says: string, make: (count: number) => Fault): Word => ({
  value,
  says,
  make: (written) => (/^\d{1,9}$/.test(written ?? '') ? make(Number(written)) : null)
})

/** How each fault is written on the command line, and what it does. */
export const faultWords: Readonly<Record<string, Word>> = {
  'drop-before': plain({ kind: 'drop-before' }, 'reset the connection, apply nothing'),
  'drop-after': plain(
    { kind: 'drop-after' },
    'apply, then reset the connection: the reply is lost'
  ),
  silence: plain({ kind: 'silence' }, 'apply nothing and never answer'),
  'silence-after': plain({ kind: 'silence-after' }, 'apply and never answer'),
  'reset-reused': plain(
    { kind: 'reset-reused' },
    'reset a reused connection after the body was read'
  ),
  'half-body': plain({ kind: 'half-body' }, 'apply, then send half of the answer'),
  'bad-json': plain({ kind: 'bad-json' }, 'apply, then answer broken JSON'),
  delay: counted('MS', 'take MS longer', (ms) => ({ kind: 'delay', ms })),
  'late-apply': {
    value: 'MS[,timeout|,silence]',
    says: 'apply MS later; the answer now is a reset, a 504, or none',
    make: lateApply
  },
  partial: counted('ROWS', 'apply the first ROWS rows, then 500', (rows) => ({
    kind: 'partial',
    rows
  })),
  'answer-after': { value: 'STATUS', says: 'apply, then answer STATUS', make: answerAfter },
  'revoke-tokens': plain(
    { kind: 'revoke-tokens' },
    '401 from now on, until somebody signs in again'
  ),
  'captive-portal': plain({ kind: 'captive-portal' }, 'answer a page of HTML with status 200'),
  normalize: { value: 'trim|nfc|upper', says: 'store the names so', make: normalize },
  'skip-existing': plain(
    { kind: 'skip-existing' },
    'answer names that exist instead of adding them'
  ),
  'known-id': plain({ kind: 'known-id' }, 'answer an existing operator for the first row'),
  'reorder-rows': plain({ kind: 'reorder-rows' }, 'add, and answer in reverse order'),
  'fewer-rows': plain({ kind: 'fewer-rows' }, 'add, and leave the last row out of the answer'),
  'more-rows': plain({ kind: 'more-rows' }, 'add, and answer a row that nobody asked for'),
  'rename-rows': plain({ kind: 'rename-rows' }, 'add, and answer other names'),
  'string-ids': plain({ kind: 'string-ids' }, 'add, and answer ids as strings'),
  'stale-list': counted('MS', 'the list as it was MS ago', (by) => ({ kind: 'stale-list', by })),
  'cut-list': counted('ROWS', 'only the first ROWS operators', (rows) => ({
    kind: 'cut-list',
    rows
  })),
  'no-deleted': plain({ kind: 'no-deleted' }, 'the list without deleted operators'),
  'foreign-list': plain({ kind: 'foreign-list' }, 'the list of another environment')
}

const written = /^([a-z-]+)(?:@(\d+))?(?:~(.+?))?:([a-z0-9-]+)(?:=([^:]*))?(?::([^:]+))?$/

/**
 * Reads `CALL[@ORGANIZATION][~NAME]:FAULT[=VALUE][:COUNT]`, e.g. `add:drop-after:2`,
 * `list@24:403:always`, `add~Emma Davis:422`, `any:429=30:#3`.
 */
export function readRule(rule: string): ReadRule {
  const [whole, call = '', organization, name, word = '', value, times] = written.exec(rule) ?? []
  if (whole === undefined) return wrong(rule, 'write it as call:fault:count, e.g. add:drop-after:1')
  const known = callWords.find((kind) => kind === call)
  if (call !== 'any' && known === undefined) {
    return wrong(rule, `there is no call "${call}"; use any, ${callWords.join(', ')}`)
  }
  const fault = readFault(word, value)
  if (typeof fault === 'string') return wrong(rule, fault)
  const count = readCount(times ?? '1')
  if (count === null) return wrong(rule, 'the count is a number, always, #3 (the third) or #3x2')
  if (known !== undefined && !canBefall(fault.kind, known)) {
    return wrong(rule, `${fault.kind} cannot befall ${known}`)
  }
  const on = known === undefined ? {} : { call: known }
  const within = organization === undefined ? {} : { organization: Number(organization) }
  return {
    ok: true,
    rule: { fault, ...on, ...within, ...(name === undefined ? {} : { name }), ...count }
  }
}

function wrong(rule: string, message: string): ReadRule {
  return { ok: false, message: `The fault "${rule}": ${message}` }
}

/** The fault that is meant, or what is wrong with the word. A status is a fault of its own. */
function readFault(word: string, value: string | undefined): Fault | string {
  if (/^[45]\d\d$/.test(word)) {
    const status = Number(word)
    if (!/^[ -~]*$/.test(value ?? '')) return 'Retry-After is written in plain letters and digits'
    return value === undefined
      ? { kind: 'answer', status }
      : { kind: 'answer', status, retryAfter: value }
  }
  const found = Object.hasOwn(faultWords, word) ? faultWords[word] : undefined
  if (found === undefined) return `there is no fault "${word}"; --help lists them`
  const form = found.value === null ? `${word}, without a value` : `${word}=${found.value}`
  return found.make(value) ?? `write it as ${form}`
}

function readCount(text: string): { nth: number; count: number } | null {
  const [whole, nth, count] = /^(?:#(\d{1,9}))?x?(\d{1,9}|always)?$/.exec(text) ?? []
  if (whole === undefined || whole === '') return null
  const times = count === 'always' ? Infinity : Number(count ?? 1)
  return Number(nth ?? 1) > 0 && times > 0 ? { nth: Number(nth ?? 1), count: times } : null
}

function answerAfter(status = ''): Fault | null {
  return /^[2-5]\d\d$/.test(status) ? { kind: 'answer-after', status: Number(status) } : null
}

function lateApply(value = ''): Fault | null {
  const [whole, after, answer = 'reset'] = /^(\d{1,9})(?:,(timeout|silence))?$/.exec(value) ?? []
  if (whole === undefined) return null
  const how = answer === 'timeout' || answer === 'silence' ? answer : 'reset'
  return { kind: 'late-apply', after: Number(after), answer: how }
}

function normalize(how: string | undefined): Fault | null {
  if (how === 'trim' || how === 'nfc' || how === 'upper') return { kind: 'normalize', how }
  return null
}
