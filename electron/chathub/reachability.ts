import type { Failure } from '../../shared/failure.ts'
import type { Connection } from '../../shared/ipc.ts'
import type { Clock } from './clock.ts'

const firstProbeMs = 1_000
const longestProbeMs = 15_000

/** Knows from real calls alone whether the service can be reached; probes while it cannot. */
export interface Reachability {
  readonly connection: () => Connection
  /** A call ended; `null` for success. Every call of the open account is told. */
  readonly observe: (failure: Failure | null) => void
  /** Probes at once: a person asks, the machine woke, the system says that the network is back. */
  readonly probeNow: () => void
  /** Another account opens, or none: nothing is known, nothing is probed. */
  readonly forget: () => void
}

/** What it is built from. */
export interface ReachabilityPorts {
  readonly clock: Clock
  /** Makes one cheap real call; `null` for success. `signed-out` where there is no token to make it with. */
  readonly probe: () => Promise<Failure | null>
  readonly changed: (connection: Connection) => void
}

/** What a call's end says: reached, not reached, or nothing either way. */
function evidenceOf(failure: Failure | null): 'reached' | 'unreached' | 'none' {
  switch (failure?.kind) {
    case undefined:
    case 'refused':
    case 'unreadable':
    case 'organizations-not-offered':
      return 'reached'
    case 'unreachable':
      return failure.code === 'CANCELLED' ? 'none' : 'unreached'
    case 'portal':
      return 'unreached'
    default:
      return 'none'
  }
}

/** Builds it; it begins knowing nothing. */
export function createReachability(ports: ReachabilityPorts): Reachability {
  return new Watch(ports)
}

class Watch implements Reachability {
  private readonly ports: ReachabilityPorts
  private state: Connection = { kind: 'unknown' }
  private delayMs = firstProbeMs
  /** Changes with every account: an answer to an older probe tells nothing. */
  private era = 0
  private probing = false
  private cancelTimer: () => void = () => undefined

  constructor(ports: ReachabilityPorts) {
    this.ports = ports
  }

  readonly connection = (): Connection => this.state

  readonly observe = (failure: Failure | null): void => {
    const evidence = evidenceOf(failure)
    if (evidence === 'reached') this.online()
    if (evidence === 'unreached' && failure !== null) this.offline(failure)
    // A reply that was lost on the way may be the first sign of an outage: ask.
    if (failure?.kind === 'lost' && this.state.kind !== 'offline') this.probeNow()
  }

  readonly probeNow = (): void => {
    if (this.probing) return
    this.cancelTimer()
    void this.probe()
  }

  readonly forget = (): void => {
    this.era += 1
    this.probing = false
    this.cancelTimer()
    this.delayMs = firstProbeMs
    this.become({ kind: 'unknown' })
  }

  private async probe(): Promise<void> {
    const { era } = this
    const wasOffline = this.state.kind === 'offline'
    this.probing = true
    const failure = await this.ports.probe()
    if (era !== this.era) return
    this.probing = false
    const evidence = evidenceOf(failure)
    // A probe whose reply is lost too says what a single lost reply does not.
    const unreached = evidence === 'unreached' || failure?.kind === 'lost' ? failure : null
    if (evidence === 'reached') this.online()
    else if (wasOffline) this.probeAgain(unreached)
    else if (unreached !== null) this.offline(unreached)
  }

  private online(): void {
    this.cancelTimer()
    this.delayMs = firstProbeMs
    if (this.state.kind !== 'online') this.become({ kind: 'online' })
  }

  private offline(failure: Failure): void {
    if (this.state.kind === 'offline') return
    this.delayMs = firstProbeMs
    this.schedule(failure, this.ports.clock.now())
  }

  private probeAgain(failure: Failure | null): void {
    if (this.state.kind !== 'offline') return
    this.delayMs = Math.min(longestProbeMs, this.delayMs * 2)
    this.schedule(failure ?? this.state.failure, this.state.since)
  }

  private schedule(failure: Failure, since: number): void {
    this.cancelTimer()
    this.cancelTimer = this.ports.clock.after(this.delayMs, this.probeNow)
    this.become({
      kind: 'offline',
      failure,
      since,
      nextProbeAt: this.ports.clock.now() + this.delayMs
    })
  }

  private become(connection: Connection): void {
    this.state = connection
    this.ports.changed(connection)
  }
}
