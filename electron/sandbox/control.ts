import type { Core } from './core.ts'
import { readRule } from './fault-words.ts'
import { empty, error, json, text } from './replies.ts'
import type { Answer, SandboxRequest } from './model.ts'

/** Answers the paths that control a stand-alone sandbox; null for every other path. */
export type Control = (request: SandboxRequest) => Answer | null

/** What can be controlled, and the token that it takes (it outlives a revocation). */
export type Controlled = {
  readonly core: Core
  readonly reset: () => void
  readonly setOutage: (on: boolean) => Promise<unknown>
  readonly token: string
}

/** No path controls anything: as in the app. */
export const noControl: Control = () => null

/**
 * `GET /_sandbox/ledger`, `POST /_sandbox/faults` (a rule a line, as on the command line),
 * `DELETE /_sandbox/faults`, `POST /_sandbox/outage` (its length in ms), `POST /_sandbox/reset`.
 */
export function createControl(controlled: Controlled): Control {
  return (request) => {
    if (!request.path.startsWith('/_sandbox/')) return null
    if (request.headers['authorization'] !== `Bearer ${controlled.token}`) {
      return error(401, 'The token of the sandbox is needed', 'text')
    }
    return answer(controlled, request)
  }
}

function answer(
  { core, reset, setOutage }: Controlled,
  { body, method, path }: SandboxRequest
): Answer {
  switch (`${method} ${path}`) {
    case 'GET /_sandbox/ledger':
      return json(200, core.ledger.entries())
    case 'POST /_sandbox/faults':
      return addRules(core, body)
    case 'DELETE /_sandbox/faults':
      core.faults.clear()
      return empty(200)
    case 'POST /_sandbox/outage':
      return outage(setOutage, body)
    case 'POST /_sandbox/reset':
      reset()
      return empty(200)
    default:
      return error(404, `There is no ${method} ${path}`, 'text')
  }
}

/** All rules or, where one is wrong, none. */
function addRules(core: Core, body: string): Answer {
  const lines = body.split('\n').filter((line) => line.trim() !== '')
  const read = lines.map((line) => readRule(line.trim()))
  const wrong = read.flatMap((rule) => (rule.ok ? [] : [rule.message]))
  if (wrong.length > 0) return text(400, wrong.join('\n'))
  for (const rule of read) if (rule.ok) core.faults.add(rule.rule)
  return empty(200)
}

/** Answers first: afterwards nothing can be answered. */
function outage(setOutage: (on: boolean) => Promise<unknown>, body: string): Answer {
  const ms = /^\d{1,7}$/.test(body.trim()) ? Number(body) : 0
  if (ms === 0) return text(400, 'The body is the length of the outage in ms, for example 5000')
  setTimeout(() => {
    void setOutage(true)
    setTimeout(() => void setOutage(false), ms)
  }, 50)
  return empty(200)
}
