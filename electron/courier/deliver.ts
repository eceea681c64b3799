import type { AccountId } from '../../shared/account.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import type { Delivery, Unanswered } from '../chathub/answer.ts'
import type { Access, Client } from '../chathub/client.ts'
import type { CourierPorts } from './courier.ts'

/** What an attempt is carried to the service with. */
export interface DeliverPorts {
  /** The account's access as it is now. */
  readonly access: (accountId: AccountId) => Promise<Result<Access, Unanswered>>
  readonly client: Pick<Client, 'deliver'>
  /** The service refused this access: tells the window; answers whether there is none by now that is newer. */
  readonly refused: (accountId: AccountId, access: Access) => Promise<boolean>
}

/**
 * What a call refused with an old token comes to, where a new one is there by now: nothing was done, and
 * the queue need not stop.
 */
export const renewedMeanwhile: Extract<Failure, { kind: 'unreachable' }> = {
  kind: 'unreachable',
  cause: 'network',
  code: 'TOKEN_RENEWED'
}

/** Builds how an attempt gets to the service: with the account's own access, and no other's. */
export function createDeliver({ access, client, refused }: DeliverPorts): CourierPorts['deliver'] {
  return async (accountId, attempt, recall) => {
    const opened = await access(accountId)
    if (!opened.ok) return { kind: 'failed', failure: opened.failure }
    const delivery = await client.deliver(opened.value, attempt, recall)
    if (!isRefused(delivery) || (await refused(accountId, opened.value))) return delivery
    return { kind: 'failed', failure: renewedMeanwhile }
  }
}

/** Whether the service refused the token, of this attempt or of one before it. */
function isRefused(delivery: Delivery): boolean {
  if (delivery.kind === 'answered') return delivery.status === 401
  return delivery.failure.kind === 'signed-out'
}
