import { error, jsonAsText, withHeader } from './replies.ts'
import { listBody } from './list-body.ts'
import { fullName } from './names.ts'
import { seededRandom } from './random.ts'
import { unreachable } from './model.ts'
import type { Answer, Cut, Organization, OperatorRow, Reply } from './model.ts'
import type { Instead, Spoil } from './fault.ts'

/** What spoiling an answer may look at. */
export type Spoilable = {
  readonly reply: Reply
  /** The list that was asked for, now and at an earlier time; empty where no list was. */
  readonly list: (ago: number) => readonly OperatorRow[]
  readonly organization: Organization | null
}

/** The answer to a request that is not applied; revoked tokens answer 401. */
export function insteadOf(fault: Exclude<Instead, { kind: 'captive-portal' }>): Answer {
  switch (fault.kind) {
    case 'drop-before':
    case 'reset-reused':
      return lost('reset')
    case 'silence':
      return lost('silence')
    case 'answer':
      return refusal(fault)
    case 'revoke-tokens':
      return error(401, 'The token is invalid or expired')
    default:
      return unreachable(fault)
  }
}

/** No answer: the connection dies, or stays silent. */
export function lost(at: 'reset' | 'silence'): Cut {
  return { kind: 'cut', at }
}

/** Spoils the answer to a request that was applied. Errors keep their form but for the lost ones. */
export function spoil(fault: Spoil, spoilable: Spoilable): Answer {
  const { reply } = spoilable
  switch (fault.kind) {
    case 'drop-after':
      return lost('reset')
    case 'silence-after':
      return lost('silence')
    case 'answer-after':
      return refusal(fault)
    case 'half-body':
      return reply.body.length < 2 ? lost('reset') : { kind: 'cut', at: 'half-body', reply }
    case 'bad-json':
      return { ...reply, body: `${reply.body.slice(0, Math.ceil(reply.body.length / 2))}<` }
    default:
      return reply.status === 200 ? spoilRows(fault, spoilable) : reply
  }
}

type RowSpoil = Exclude<
  Spoil,
  { kind: 'drop-after' | 'silence-after' | 'answer-after' | 'half-body' | 'bad-json' }
>

function spoilRows(fault: RowSpoil, { reply, list, organization }: Spoilable): Reply {
  const shown = (rows: readonly OperatorRow[]): Reply =>
    organization === null ? reply : jsonAsText(listBody(organization, rows))
  switch (fault.kind) {
    case 'reorder-rows':
      return changed(reply, (rows) => rows.toReversed())
    case 'fewer-rows':
      return changed(reply, (rows) => rows.slice(0, -1))
    case 'more-rows':
      return changed(reply, (rows) => [
        ...rows,
        { id: 999_999_999, name: 'Nobody Asked', status: 0 }
      ])
    case 'rename-rows':
      return changed(reply, (rows) => rows.map((row) => ({ ...row, name: `${row.name} (2)` })))
    case 'string-ids':
      return changed(reply, (rows) => rows.map((row) => ({ ...row, id: String(row.id) })))
    case 'stale-list':
      return shown(list(fault.by))
    case 'cut-list':
      return shown(list(0).slice(0, fault.rows))
    case 'no-deleted':
      return shown(list(0).filter(({ status }) => status !== 2))
    case 'foreign-list':
      return shown(foreign(list(0)))
    default:
      return unreachable(fault)
  }
}

type AnsweredRow = { readonly id: number | string; readonly name: string; readonly status: number }

/** Rewrites the rows of our own reply to an add. */
function changed(reply: Reply, change: (rows: AnsweredRow[]) => AnsweredRow[]): Reply {
  return { ...reply, body: JSON.stringify(change(JSON.parse(reply.body) as AnsweredRow[])) }
}

const foreignIds = 500_000_000

/** As many other people, with other ids, as another environment would have. */
function foreign(rows: readonly OperatorRow[]): OperatorRow[] {
  const random = seededRandom(foreignIds)
  return rows.map((row) => ({ ...row, id: row.id + foreignIds, name: fullName(random, 'en') }))
}

function refusal(fault: {
  status: number
  retryAfter?: string
  form?: 'api' | 'problem' | 'text' | 'empty'
}) {
  const reply = error(fault.status, `Refused with ${fault.status}`, fault.form)
  return fault.retryAfter === undefined ? reply : withHeader(reply, 'retry-after', fault.retryAfter)
}
