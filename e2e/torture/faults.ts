import type { FaultRule } from '../../electron/sandbox/fault.ts'
import type { Chance } from './chance.ts'

/**
 * Something that goes wrong at the service, once or a few times. All of it is over within the time that
 * the queue waits before it concludes that nothing was done; what comes later cannot be decided by anybody.
 * `settleMs`: that time.
 */
export function drawFault(chance: Chance, settleMs: number): FaultRule {
  const count = chance.between(1, 2)
  const change = { call: chance.one(['add', 'add', 'status'] as const), count }
  const call = chance.one(['add', 'status', 'list'] as const)
  const late = { kind: 'late-apply', after: Math.round(settleMs * 0.4), answer: 'reset' } as const
  return chance.one<FaultRule>([
    { ...change, fault: { kind: 'drop-after' } },
    { ...change, fault: { kind: 'drop-after' } },
    { ...change, fault: { kind: 'silence-after' } },
    { ...change, fault: { kind: 'drop-before' } },
    { ...change, fault: { kind: 'answer-after', status: chance.one([500, 502, 503]) } },
    { ...change, fault: { kind: 'answer', status: chance.one([500, 503]) } },
    { ...change, fault: { kind: 'answer', status: 429, retryAfter: '1' } },
    { call, count, fault: { kind: 'answer', status: 429 } },
    { ...change, count: 1, fault: { kind: 'answer', status: chance.one([403, 404]) } },
    { ...change, fault: { kind: 'answer', status: chance.one([400, 422]) } },
    { ...change, fault: { kind: 'half-body' } },
    { ...change, fault: { kind: 'delay', ms: chance.between(200, 900) } },
    { ...change, fault: { kind: 'reset-reused' } },
    { ...change, fault: late },
    { call: 'add', count: 1, fault: { kind: 'partial', rows: chance.between(0, 3) } },
    { call: 'add', count: 1, fault: { kind: 'bad-json' } },
    { call: 'add', count, fault: { kind: 'reorder-rows' } },
    { call: 'list', count: 1, fault: { kind: 'stale-list', by: Math.round(settleMs * 0.4) } },
    { call: 'list', count: 1, fault: { kind: 'cut-list', rows: 2 } },
    { call: 'list', count: 1, fault: { kind: 'drop-after' } },
    { call: 'list', count, fault: { kind: 'answer', status: 503 } }
  ])
}

/** The token is refused from the next request of ours on, until the person signs in again. */
export const revocation: FaultRule = { count: 1, fault: { kind: 'revoke-tokens' } }

/** The service refuses one name, for what it is, until everything comes to rest. */
export function refusalOf(name: string, chance: Chance): FaultRule {
  const fault = { kind: 'answer', status: chance.one([400, 409, 422]) } as const
  return { call: 'add', name, count: Infinity, fault }
}

/** What a fault is called where faults are counted. */
export function faultName({ fault }: FaultRule): string {
  return fault.kind === 'answer' ? String(fault.status) : fault.kind
}
