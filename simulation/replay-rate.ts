import type { Edit } from '../shared/edit.ts'
import { chance } from './chance.ts'
import { People } from './people.ts'
import type { Regime } from './regime.ts'
import { Witness } from './witness.ts'
import { World } from './world.ts'

const perSecond = 5
const statuses = 300

/** At what share of the limit the requests of a long queue leave, where the service takes `latency` ms to answer. */
export async function replayRate(latency: number): Promise<number> {
  const regime: Regime = { ...calm, latency }
  const departures: Departure[] = []
  const witness = new Witness(regime.settleMs, (line) => {
    const [at, method, path = ''] = line.split(' ')
    if (method === 'GET' || method === 'POST') departures.push({ at: Number(at), path })
  })
  const world = new World({ seed: 1, ...regime, witness })
  const people = new People(world, chance(1), regime)
  await world.start()
  const run = (ms: number): Promise<void> => world.clock.runTo(world.clock.monotonic() + ms)
  const names = Array.from({ length: statuses }, (_, at) => `Somebody ${at}`)
  const wait = people.enqueue(names.map((name) => add(name)))
  await run(20_000)
  await wait
  const edits = world.core.operators(24).filter(({ name }) => name.startsWith('Somebody '))
  const queued = people.enqueue(edits.map(({ id, name }) => deactivate(id, name)))
  await run(300_000)
  await queued
  return shareOf(departures)
}

interface Departure {
  readonly at: number
  readonly path: string
}

/** The lists that statuses are compared with count too: they take their share of the limit. */
function shareOf(departures: readonly Departure[]): number {
  const isStatus = ({ path }: Departure): boolean => path === '/api/operator/status'
  const from = departures.findIndex(isStatus)
  const to = departures.findLastIndex(isStatus)
  if (departures.filter(isStatus).length !== statuses) throw new Error('Not every status left once')
  const time = (departures[to]?.at ?? 0) - (departures[from]?.at ?? 0)
  return (((to - from) / time) * 1_000) / perSecond
}

const calm: Regime = {
  settleMs: 60_000,
  latency: 0,
  timeoutMs: 30_000,
  throttleMs: 0,
  sameNames: false,
  bends: false,
  late: false,
  disks: false,
  actions: 0
}

function add(name: string): Edit {
  return { kind: 'add', organizationId: 24, name, addAnyway: true }
}

function deactivate(id: number, name: string): Edit {
  const operator = { kind: 'known', id } as const
  return { kind: 'set-status', organizationId: 24, operator, name, from: 0, to: 1, after: null }
}
