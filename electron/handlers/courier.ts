import type { AccountId } from '../../shared/account.ts'
import type { Handlers } from '../../shared/ipc.ts'
import type { Courier } from '../courier/courier.ts'
import type { InFlight } from '../in-flight.ts'

/** The queue's calls; what they do is counted, so that quitting waits for it. */
export function courierHandlers(courier: Courier, inFlight: InFlight): Handlers['courier'] {
  return {
    recover: (id, storeId) => courier.recover(id, storeId),
    record: (id, records) => inFlight.track(courier.record(id, records)),
    send: (id, attempt) => inFlight.track(courier.send(id, attempt)),
    recall: (id, attemptIds) => {
      courier.recall(id, attemptIds)
      return null
    },
    restart: (id, storeId, records) => inFlight.track(courier.restart(id, storeId, records))
  }
}

/** The organizations for which an account's journal knows unsent edits; none where it cannot be read. */
export async function unsentOrganizations(
  courier: Courier,
  id: AccountId
): Promise<readonly number[]> {
  const view = await courier.recover(id, null)
  if (!view.ok || view.value.open.kind === 'ids') return []
  return [...new Set(view.value.open.accepted.map(({ edit }) => edit.organizationId))]
}
