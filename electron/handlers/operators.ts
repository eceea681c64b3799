import type { AccountId } from '../../shared/account.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Handlers } from '../../shared/ipc.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import type { Access, Accesses } from '../access.ts'
import type { Client } from '../chathub/client.ts'
import { copy } from '../clipboard.ts'
import { renewedMeanwhile } from '../courier/deliver.ts'

/** What these calls are made from. */
export interface OperatorPorts {
  readonly accesses: Accesses
  readonly client: Pick<Client, 'organizations' | 'list' | 'chats' | 'operatorToken'>
  /** The service refused this account's token; answers whether there is none by now that is newer. */
  readonly tokenRefused: (access: Access) => Promise<boolean>
  /** Never to be written into the log. */
  readonly conceal: (secret: string) => void
}

/** Reading organizations and operators. */
export function operatorHandlers(ports: OperatorPorts): Handlers['operators'] {
  const asked = <T>(
    id: AccountId,
    call: (access: Access) => Promise<Result<T, Failure>>
  ): Promise<Result<T, Failure>> => ask(ports, id, call)
  return {
    organizations: (id, urgency) =>
      asked(id, async (access) => {
        const listed = await ports.client.organizations(access, urgency)
        const typed = access.typedOrganizations
        const replaced =
          !listed.ok && listed.failure.kind === 'organizations-not-offered' && typed !== null
        // The service names them nowhere else; the id is what the person typed and knows.
        return replaced
          ? ok(
              typed.map((organizationId) => ({ id: organizationId, name: String(organizationId) }))
            )
          : listed
      }),
    list: (id, organizationId, urgency) =>
      asked(id, (access) => ports.client.list(access, organizationId, urgency)),
    chats: (...[id, organizationId, operatorId, status]) =>
      asked(id, (access) => ports.client.chats(access, { organizationId, operatorId, status })),
    copyToken: (id, operatorId, expiresAt) =>
      asked(id, async (access) => {
        const token = await ports.client.operatorToken(access, operatorId, expiresAt)
        if (!token.ok) return token
        ports.conceal(token.value)
        await copy(token.value, null)
        return ok(null)
      })
  }
}

async function ask<T>(
  ports: OperatorPorts,
  id: AccountId,
  call: (access: Access) => Promise<Result<T, Failure>>
): Promise<Result<T, Failure>> {
  const opened = await ports.accesses.of(id)
  if (!opened.ok) return failed(opened.failure)
  const { access } = opened.value
  const answer = await call(access)
  if (answer.ok || !isTokenRefused(answer.failure)) return answer
  return (await ports.tokenRefused(access)) ? answer : failed(renewedMeanwhile)
}

/** Whether the service said that a token is invalid or expired, now or before: then nothing left. */
function isTokenRefused(failure: Failure): boolean {
  return failure.kind === 'signed-out' || (failure.kind === 'refused' && failure.status === 401)
}
