import { bringAbout, type Running } from './handle.ts'
import { existing, freeIds } from './state.ts'
import type { Change, OperatorRow, Status } from './model.ts'

/** Somebody who changes the same organizations from elsewhere, at once and without a fault. */
export type Colleague = {
  readonly add: (organizationId: number, name: string) => OperatorRow
  readonly setStatus: (id: number, status: Status) => void
}

/** A colleague of the people who call a running core. Throws where a change cannot be stored. */
export function colleague(running: Running): Colleague {
  const act = (call: 'add' | 'status', body: unknown, change: Change): void => {
    const opening = { method: 'COLLEAGUE', path: '', body: JSON.stringify(body), socket: 0 }
    const at = running.now()
    const sequence = running.ledger.open({ by: 'colleague', at, call, ...opening })
    if (!bringAbout(running, sequence, [change])) throw new Error('The change could not be stored')
  }
  return {
    add(organizationId, name) {
      if (!running.state.organizations.has(organizationId)) {
        throw new Error(`No organization ${organizationId}`)
      }
      const [id = 0] = freeIds(running.state, 1)
      const operator: OperatorRow = { id, organizationId, name, status: 0 }
      act('add', [{ organizationId, name }], { kind: 'created', operator })
      return operator
    },
    setStatus(id, status) {
      const { status: from } = existing(running.state, id)
      act('status', { id, status }, { kind: 'status', id, from, to: status })
    }
  }
}
