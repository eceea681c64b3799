import {
  callerOf,
  checkOperatorToken,
  currentToken,
  operatorToken,
  sees,
  signIn
} from './access.ts'
import type { Access } from './access.ts'
import { planAdd, planStatus, type AddRules } from './change.ts'
import { pageOf } from './chats.ts'
import type { ListBodies } from './list-body.ts'
import { error, json, jsonAsText, text } from './replies.ts'
import { kindOf, type Routed } from './route.ts'
import { operatorsOf, type State } from './state.ts'
import { unreachable } from './model.ts'
import type { Account, Call, Change, Reply, SandboxRequest, Settings, TokenShape } from './model.ts'

/** Everything that an answer depends on. `wall` is the time in ms since 1970. */
export type World = {
  readonly state: State
  readonly bodies: ListBodies
  readonly settings: Settings
  readonly access: Access
  readonly wall: number
  readonly seed: number
}

/** What a call makes true, and what it answers once that is true. */
export type Outcome = { readonly changes: readonly Change[]; readonly reply: Reply }

const clientId = 1
const dayInMs = 86_400_000

/** A request, and what its path and body were read as. */
export type Sent = { readonly request: SandboxRequest; readonly routed: Routed }

/**
 * Decides what a request changes and answers; changes nothing itself. `rules` bends adding, as some
 * servers do. Refusals (400, 401, 403, 404, 422 …) are answers without changes.
 */
export function apply(world: World, { request, routed }: Sent, rules: AddRules): Outcome {
  const kind = kindOf(request.path)
  if (kind === 'sign-in' || kind === 'unknown') return unchanged(openReply(world, routed))
  const caller = callerOf(world.access, request, world.wall)
  if (caller.kind === 'nobody') return unchanged(error(401, 'The token is invalid or expired'))
  if (caller.kind === 'operator') {
    return unchanged(error(403, 'This needs a company token, not an operator token'))
  }
  if (!routed.ok) return unchanged(routed.reply)
  return authorized(world, { call: routed.call, account: caller.account }, rules)
}

/** The answer to a request that needs no token. */
function openReply(world: World, routed: Routed): Reply {
  if (!routed.ok) return routed.reply
  if (routed.call.kind === 'sign-in') return signInReply(world, routed.call)
  throw new Error(`${routed.call.kind} needs a token`)
}

type Authorized = { readonly call: Call; readonly account: Account }

function authorized(world: World, { call, account }: Authorized, rules: AddRules): Outcome {
  const { state } = world
  switch (call.kind) {
    case 'sign-in':
      throw new Error('Signing in needs no token')
    case 'list':
      return unchanged(listReply(world, account, call.organizationId))
    case 'add':
      return planAdd(state, { account, rows: call.rows }, rules)
    case 'status':
      return planStatus(state, { account, id: call.id, status: call.status })
    case 'organizations':
      return unchanged(organizationsReply(world, account))
    case 'operator-token':
      return unchanged(operatorTokenReply(world, account, call))
    case 'validate-token':
      return unchanged(validateReply(world, call.token))
    case 'chats':
      return unchanged(chatsReply(world, account, call))
    default:
      return unreachable(call)
  }
}

function unchanged(reply: Reply): Outcome {
  return { changes: [], reply }
}

/** An organization that does not exist has an empty list, as the documentation's advice implies. */
function listReply({ bodies, state }: World, account: Account, organizationId: number): Reply {
  if (!sees(account, organizationId)) return error(403, 'No right to this organization')
  const organization = state.organizations.get(organizationId)
  if (organization === undefined) return jsonAsText('[]')
  return jsonAsText(bodies.of(state, organization))
}

function organizationsReply({ settings, state }: World, account: Account): Reply {
  if (!settings.offersOrganizations) return error(404, 'Not found', 'empty')
  const all = [...state.organizations.values()]
  return jsonAsText(JSON.stringify(all.filter(({ id }) => sees(account, id))))
}

function signInReply(world: World, call: Extract<Call, { kind: 'sign-in' }>): Reply {
  const account = signIn(world.access, call.login, call.password)
  if (account === undefined) return error(401, 'Wrong login or password')
  const expiration = new Date(world.wall + dayInMs).toISOString()
  return tokenReply(world.settings.tokenShape, currentToken(world.access, account), expiration)
}

function operatorTokenReply(
  { access, settings, state, wall }: World,
  account: Account,
  { id, expiresAt }: Extract<Call, { kind: 'operator-token' }>
): Reply {
  const operator = state.byId.get(id)
  if (operator === undefined) return error(404, `There is no operator ${id}`)
  if (!sees(account, operator.organizationId)) return error(403, 'No right to this organization')
  if (operator.status === 2) return error(422, 'A deleted operator cannot get a token')
  if (expiresAt <= wall || expiresAt > wall + dayInMs) {
    return error(422, 'expiresAt has to be within the next 24 hours', 'problem')
  }
  const expiration = new Date(expiresAt).toISOString()
  return tokenReply(settings.tokenShape, operatorToken(access, id, expiresAt), expiration)
}

function tokenReply(shape: TokenShape, token: string, expiration: string): Reply {
  switch (shape) {
    case 'json-string':
      return json(200, token)
    case 'object':
      return json(200, { token, expiration })
    case 'data':
      return json(200, { data: { token, expiration } })
    case 'unquoted':
      return text(200, token)
    default:
      return unreachable(shape)
  }
}

function validateReply({ access, wall }: World, token: string): Reply {
  const checked = checkOperatorToken(access, token, wall)
  if (checked.error !== null) {
    return json(200, {
      isValid: false,
      operatorId: 0,
      clientId: 0,
      expiresAt: null,
      error: checked.error
    })
  }
  const expiresAt = new Date(checked.expiresAt).toISOString()
  const { operatorId } = checked
  return json(200, { isValid: true, operatorId, clientId, expiresAt, error: null })
}

function chatsReply(
  { seed, state }: World,
  account: Account,
  { query }: Extract<Call, { kind: 'chats' }>
): Reply {
  const { organizationId } = query
  if (organizationId !== null && !sees(account, organizationId)) {
    return error(403, 'No right to this organization')
  }
  const asked = organizationId === null ? [...state.organizations.keys()] : [organizationId]
  const operators = asked.filter((id) => sees(account, id)).flatMap((id) => operatorsOf(state, id))
  return json(200, pageOf(operators, query, seed))
}
