import { labels as courierLabels } from '../electron/courier/label.ts'
import type { World } from './world.ts'

/** Every labelled moment: the courier's, the store's, and the border between the processes. */
export const labels = [
  ...courierLabels,
  'store-load',
  'store-write',
  'store-written',
  'store-test',
  'ipc-recover',
  'ipc-recovered',
  'ipc-record',
  'ipc-recorded',
  'ipc-restart',
  'ipc-restarted',
  'ipc-list',
  'ipc-listed',
  'ipc-send',
  'ipc-outcome',
  'ipc-recall',
  'ipc-recall-told'
] as const

/** One of them. */
export type Moment = (typeof labels)[number]

/** What befalls a moment: the app dies, the window alone dies, the call fails, or it takes long. */
export type Blow = 'kill' | 'kill-window' | 'reject' | 'delay'

/** A blow at the n-th time (from 1) that a moment is reached after the blow before. */
export interface Strike {
  readonly label: Moment
  readonly visit: number
  readonly blow: Blow
}

const delayMs = 1_500

/** Strikes a world at the moments of a plan, one after another, and counts how often each moment was reached. */
export class CrashPlan {
  /** Visits of each moment since the last strike. */
  readonly visits = new Map<string, number>()
  #strikes: readonly Strike[]

  constructor(strikes: readonly Strike[]) {
    this.#strikes = strikes
  }

  /** Strikes that were never reached. */
  get left(): number {
    return this.#strikes.length
  }

  readonly at = async (label: string, world: World): Promise<void> => {
    const visit = (this.visits.get(label) ?? 0) + 1
    this.visits.set(label, visit)
    const [strike, ...rest] = this.#strikes
    if (strike?.label !== label || strike.visit !== visit) return
    this.#strikes = rest
    this.visits.clear()
    await this.#strike(strike, world)
  }

  async #strike({ blow, label }: Strike, world: World): Promise<void> {
    if (blow === 'kill') world.kill()
    if (blow === 'kill-window') world.killWindow()
    if (blow === 'reject') throw Object.assign(new Error(`struck at ${label}`), { code: 'EIO' })
    if (blow === 'delay') await new Promise<void>((resolve) => world.clock.after(delayMs, resolve))
  }
}
