import { setTimeout as pause } from 'node:timers/promises'
import type { FaultRule } from '../../electron/sandbox/fault.ts'
import type { Sandbox } from '../../electron/sandbox/sandbox.ts'
import { organizations, type Stage } from './acts.ts'
import { drawFault } from './faults.ts'
import type { AddWish } from './wishes.ts'

/** What happens outside the window. */
export interface Disturbance {
  readonly faults: readonly FaultRule[]
  /** Resolves once the service is back. */
  readonly outage: Promise<void>
}

/** Lets something go wrong at the service, and a colleague do something, each now and then. */
export function disturb(
  { sandbox, chance }: Stage,
  { settleMs, adds }: { settleMs: number; adds: readonly AddWish[] }
): Disturbance {
  const rules = Array.from({ length: chance.between(0, 2) }, () => drawFault(chance, settleMs))
  for (const rule of rules) sandbox.faults.add(rule)
  if (chance.happens(0.3)) meddle({ sandbox, chance }, adds)
  const outage = chance.happens(0.15)
    ? outageOf(sandbox, chance.between(300, 2_500))
    : Promise.resolve()
  return { faults: rules, outage }
}

async function outageOf(sandbox: Sandbox, ms: number): Promise<void> {
  await sandbox.setOutage(true)
  await pause(ms)
  await sandbox.setOutage(false)
}

/** A colleague sets somebody's status, or adds somebody; now and then of a name that we are adding. */
function meddle({ sandbox, chance }: Stage, adds: readonly AddWish[]): void {
  const { id } = chance.one(organizations)
  const operators = sandbox.operators(id)
  if (operators.length > 0 && chance.happens(0.6)) {
    sandbox.colleague.setStatus(chance.one(operators).id, chance.one([0, 1]))
    return
  }
  const latest = adds.at(-1)
  const [name] = latest?.names ?? []
  if (latest && name !== undefined && chance.happens(0.15))
    sandbox.colleague.add(latest.organizationId, name)
  else sandbox.colleague.add(id, `Colleague ${chance.between(1, 99_999)}`)
}
