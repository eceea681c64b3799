import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Account, SandboxRequest } from './model.ts'

/**
 * Who may call. `generation` counts how often all tokens were revoked: an account's valid token is
 * its own with the generation appended.
 */
export type Access = { readonly accounts: readonly Account[]; readonly generation: number }

/** Whose credentials a request carries. */
export type Caller =
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'operator'; readonly operatorId: number }
  | { readonly kind: 'nobody' }

/** The company token that an account has now. */
export function currentToken(access: Access, account: Account): string {
  return renewed(account.token, access.generation)
}

/** Reads `Authorization: Bearer …` or `X-Authorization-Key`. `wall` is now, in ms since 1970. */
export function callerOf(access: Access, request: SandboxRequest, wall: number): Caller {
  const bearer = /^Bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1]
  const key = request.headers['x-authorization-key']
  for (const account of access.accounts) {
    const valid = currentToken(access, account)
    const byToken = same(bearer, valid) || same(key, valid)
    if (byToken || same(key, dashboardKey(access, account))) return { kind: 'account', account }
  }
  const checked = checkOperatorToken(access, bearer ?? '', wall)
  if (checked.error === null) return { kind: 'operator', operatorId: checked.operatorId }
  return { kind: 'nobody' }
}

/** Finds the account of a login and its password. */
export function signIn(access: Access, login: string, password: string): Account | undefined {
  return access.accounts.find(
    (account) => account.login === login && same(account.password, password)
  )
}

/** Whether an account sees an organization. */
export function sees(account: Account, organizationId: number): boolean {
  return account.organizationIds === undefined || account.organizationIds.includes(organizationId)
}

/** A token for one operator. It carries its own proof, so none needs to be remembered. */
export function operatorToken(access: Access, operatorId: number, expiresAt: number): string {
  const claim = `operator.${operatorId}.${expiresAt}`
  return `${claim}.${signature(access, claim)}`
}

/** What is known of an operator's token; `error` is null for a valid one. */
export type CheckedToken =
  | { readonly error: null; readonly operatorId: number; readonly expiresAt: number }
  | { readonly error: string }

/** Checks an operator's token against the time `wall` (ms since 1970). */
export function checkOperatorToken(access: Access, token: string, wall: number): CheckedToken {
  const parts = /^(operator\.(\d+)\.(\d+))\.(.+)$/.exec(token)
  const [, claim = '', operatorId = '', expiresAt = '', proof] = parts ?? []
  if (!same(proof, signature(access, claim))) return { error: 'Token is invalid' }
  if (Number(expiresAt) <= wall) return { error: 'Token expired' }
  return { error: null, operatorId: Number(operatorId), expiresAt: Number(expiresAt) }
}

function dashboardKey(access: Access, account: Account): string | undefined {
  if (account.dashboardKey === undefined) return undefined
  return renewed(account.dashboardKey, access.generation)
}

function renewed(token: string, generation: number): string {
  return generation === 0 ? token : `${token}.${generation}`
}

function signature(access: Access, claim: string): string {
  const secret = access.accounts[0]?.token ?? ''
  return createHmac('sha256', `${secret}.${access.generation}`).update(claim).digest('base64url')
}

/** Compares secrets in a time that tells nothing about them. */
function same(given: string | undefined, expected: string | undefined): boolean {
  if (given === undefined || expected === undefined) return false
  const [left, right] = [Buffer.from(given), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}
