import type { AccountId } from '../shared/account.ts'
import type { Failure } from '../shared/failure.ts'
import type { Connection } from '../shared/ipc.ts'
import { systemClock } from './chathub/clock.ts'
import type { Client } from './chathub/client.ts'
import { createReachability } from './chathub/reachability.ts'
import type { Accesses } from './access.ts'

/** Whether the open account's service can be reached. */
export interface Online {
  /** Another account opens, or none. */
  opened(id: AccountId | null): void
  /** A call ended; those to other servers than the open account's say nothing. */
  observe(server: string, failure: Failure | null): void
  probeNow(): void
  connection(): Connection
}

/** What it is built from. */
export interface OnlinePorts {
  readonly accesses: Accesses
  /** The server of an account, `null` for an unknown one. */
  readonly serverOf: (id: AccountId) => string | null
  readonly client: () => Pick<Client, 'organizations'>
  readonly changed: (connection: Connection) => void
}

/** Watches the calls of the open account, and probes while they fail. */
export function createOnline({ accesses, serverOf, client, changed }: OnlinePorts): Online {
  let open: AccountId | null = null
  const probe = async (): Promise<Failure | null> => {
    if (open === null) return { kind: 'signed-out' }
    const opened = await accesses.of(open)
    if (!opened.ok) return opened.failure
    const listed = await client().organizations(opened.value.access, 'background')
    return listed.ok ? null : listed.failure
  }
  const reachability = createReachability({ clock: systemClock, probe, changed })
  return {
    opened(id) {
      if (id === open) return
      open = id
      reachability.forget()
    },
    observe(from, failure) {
      if (open !== null && from === serverOf(open)) reachability.observe(failure)
    },
    probeNow: reachability.probeNow,
    connection: reachability.connection
  }
}
