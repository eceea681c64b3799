import type { Fault, FaultRule } from '../electron/sandbox/fault.ts'
import type { CallKind } from '../electron/sandbox/model.ts'
import type { Chance } from './chance.ts'
import type { Regime } from './regime.ts'

const retryAfters = ['1', '0', '3', '999999999', 'soon', '-5']
const refusals = [400, 401, 403, 404, 405, 413, 415, 422]
const failures = [500, 502, 503, 504]

/** Draws something that goes wrong, once or a few times. */
export function drawFault(chance: Chance, regime: Regime, names: readonly string[]): FaultRule {
  const call = chance.one<'add' | 'status' | 'list'>([
    'add',
    'add',
    'add',
    'status',
    'list',
    'list'
  ])
  const fault = call === 'list' ? listFault(chance, regime) : changeFault(chance, call, regime)
  const nth = 1 + chance.below(3)
  const about =
    call === 'add' && chance.happens(0.2)
      ? { name: chance.one(names), count: Infinity }
      : { count: 1 + chance.below(3) }
  return { fault, call: call satisfies CallKind, nth, ...about }
}

function anyFault(chance: Chance): Fault {
  const faults: readonly Fault[] = [
    { kind: 'drop-before' },
    { kind: 'drop-after' },
    { kind: 'silence' },
    { kind: 'half-body' },
    { kind: 'delay', ms: chance.below(3_000) },
    { kind: 'captive-portal' },
    { kind: 'answer', status: chance.one(failures) },
    { kind: 'answer', status: 429, retryAfter: chance.one(retryAfters) },
    { kind: 'answer', status: 429 },
    { kind: 'answer', status: chance.one(refusals) }
  ]
  return chance.one(faults)
}

function changeFault(
  chance: Chance,
  call: 'add' | 'status',
  { settleMs, bends, late }: Regime
): Fault {
  const delay = late && chance.happens(0.5) ? settleMs * 1.5 : settleMs * 0.4
  const faults: Fault[] = [
    anyFault(chance),
    { kind: 'silence-after' },
    { kind: 'answer-after', status: chance.one(failures) },
    {
      kind: 'late-apply',
      after: Math.round(chance.fraction() * delay),
      answer: chance.one(['reset', 'silence', 'timeout'])
    }
  ]
  if (call === 'add') faults.push(...addFaults(chance))
  if (call === 'add' && bends) faults.push(...bending(chance))
  return chance.one(faults)
}

function addFaults(chance: Chance): Fault[] {
  return [
    { kind: 'partial', rows: chance.below(4) },
    { kind: 'answer-after', status: chance.one([400, 422]) },
    { kind: 'bad-json' },
    { kind: 'reorder-rows' },
    { kind: 'fewer-rows' },
    { kind: 'more-rows' },
    { kind: 'string-ids' }
  ]
}

function bending(chance: Chance): Fault[] {
  return [
    { kind: 'rename-rows' },
    { kind: 'normalize', how: chance.one(['trim', 'nfc', 'upper']) },
    { kind: 'skip-existing' },
    { kind: 'known-id' }
  ]
}

function listFault(chance: Chance, { settleMs, late }: Regime): Fault {
  const lag = late && chance.happens(0.5) ? settleMs * 1.5 : settleMs * 0.4
  const faults: readonly Fault[] = [
    anyFault(chance),
    { kind: 'bad-json' },
    { kind: 'stale-list', by: Math.round(chance.fraction() * lag) },
    { kind: 'cut-list', rows: chance.below(4) },
    { kind: 'no-deleted' },
    { kind: 'foreign-list' }
  ]
  return chance.one(faults)
}
