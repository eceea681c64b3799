import * as v from 'valibot'
import type { Attempt, Reply } from '../../shared/attempt.ts'
import type { Failure } from '../../shared/failure.ts'
import type { ChatCount } from '../../shared/ipc.ts'
import type { Operator, Organization } from '../../shared/operator.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import type { Answer, Delivery } from './answer.ts'
import { idSchema, operatorSchema } from './operator-list.ts'
import { wordsOf } from './words.ts'

/** What the service says about an operator's own token. */
export interface TokenCheck {
  readonly isValid: boolean
  readonly operatorId: number | null
  /** Wall clock, ms; `null` where it says nothing usable. */
  readonly expiresAt: number | null
  readonly error: string
}

const organizations = v.array(v.object({ id: idSchema, name: v.nullish(v.string(), '') }))
const operators = v.array(operatorSchema)
const chats = v.object({ total: v.pipe(idSchema, v.minValue(0)) })
const tokenText = v.pipe(v.string(), v.trim(), v.regex(/^[\x21-\x7e]+$/))
const tokenShapes = v.union([
  tokenText,
  v.pipe(
    v.object({ token: tokenText }),
    v.transform(({ token }) => token)
  ),
  v.pipe(
    v.object({ data: v.object({ token: tokenText }) }),
    v.transform(({ data }) => data.token)
  )
])
const tokenCheck = v.object({
  isValid: v.boolean(),
  operatorId: v.nullish(idSchema, null),
  expiresAt: v.nullish(v.string(), ''),
  error: v.nullish(v.string(), '')
})

/** Why an answer is not a success, whoever sent it; `null` for a success status of the service's own. */
export function refusalOf(answer: Answer): Failure | null {
  const { status, portal, retryAfterMs } = answer
  if (portal) return { kind: 'portal', status }
  if (status >= 200 && status < 300) return null
  return { kind: 'refused', status, words: wordsOf(answer.body), retryAfterMs }
}

/** The organizations that the token may see. */
export function readOrganizations(answer: Answer): Result<readonly Organization[], Failure> {
  return readJson(answer, organizations)
}

/** The rows of the reply to an add, in the service's order. */
export function readAdded(answer: Answer): Result<readonly Operator[], Failure> {
  return readJson(answer, operators)
}

/** The reply to a status: documented as exactly 200 without a body. */
export function readStatusSet(answer: Answer): Result<null, Failure> {
  const refusal = refusalOf(answer)
  if (refusal !== null) return failed(refusal)
  return answer.status === 200 ? ok(null) : failed(unreadable(answer))
}

/** How many chats there are. */
export function readChats(answer: Answer): Result<ChatCount, Failure> {
  return readJson(answer, chats)
}

/** A token: a JSON string, `{token}`, `{data: {token}}`, or the bare token itself. */
export function readToken(answer: Answer): Result<string, Failure> {
  const refusal = refusalOf(answer)
  if (refusal !== null) return failed(refusal)
  const json = parseJson(answer.body)
  const bare = json === undefined || typeof json === 'number'
  const result = v.safeParse(tokenShapes, bare ? answer.body : json)
  // The words of an unreadable token could be the token.
  if (!result.success) return failed({ kind: 'unreadable', status: answer.status, words: '' })
  return ok(result.output)
}

/** What the service says about a token. */
export function readTokenCheck(answer: Answer): Result<TokenCheck, Failure> {
  const result = readJson(answer, tokenCheck)
  if (!result.ok) return result
  const expiresAt = Date.parse(result.value.expiresAt)
  return ok({ ...result.value, expiresAt: Number.isNaN(expiresAt) ? null : expiresAt })
}

/** What came of an attempt; the same for an answer just received and for one that the journal kept. */
export function readDelivery(kind: Attempt['kind'], delivery: Delivery): Result<Reply, Failure> {
  if (delivery.kind === 'failed') return failed(delivery.failure)
  if (kind === 'set-status') {
    const set = readStatusSet(delivery)
    return set.ok ? ok({ kind: 'status-set' }) : set
  }
  const added = readAdded(delivery)
  return added.ok ? ok({ kind: 'added', operators: added.value }) : added
}

function readJson<Schema extends v.GenericSchema>(
  answer: Answer,
  schema: Schema
): Result<v.InferOutput<Schema>, Failure> {
  const refusal = refusalOf(answer)
  if (refusal !== null) return failed(refusal)
  const result = v.safeParse(schema, parseJson(answer.body))
  return result.success ? ok(result.output) : failed(unreadable(answer))
}

function unreadable({ status, body }: Answer): Failure {
  return { kind: 'unreadable', status, words: wordsOf(body).slice(0, 200) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
