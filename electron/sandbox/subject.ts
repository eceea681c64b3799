import { kindOf, type Routed } from './route.ts'
import type { Subject } from './faults.ts'
import type { State } from './state.ts'
import type { Call, SandboxRequest } from './model.ts'

/** What a request is about, for rules to match: also where its token or its names are refused. */
export function subjectOf(state: State, request: SandboxRequest, routed: Routed): Subject {
  const call = kindOf(request.path)
  const about = routed.ok ? aboutOf(state, routed.call) : { organizations: [], names: [] }
  return { call, reused: request.reused, ...about }
}

function aboutOf(state: State, call: Call): Pick<Subject, 'organizations' | 'names'> {
  switch (call.kind) {
    case 'list':
      return { organizations: [call.organizationId], names: [] }
    case 'add':
      return {
        organizations: call.rows.map(({ organizationId }) => organizationId),
        names: call.rows.map(({ name }) => name)
      }
    case 'status':
    case 'operator-token':
      return aboutOperator(state, call.id)
    case 'chats':
      return { organizations: [call.query.organizationId].filter((id) => id !== null), names: [] }
    default:
      return { organizations: [], names: [] }
  }
}

function aboutOperator(state: State, id: number): Pick<Subject, 'organizations' | 'names'> {
  const operator = state.byId.get(id)
  if (operator === undefined) return { organizations: [], names: [] }
  return { organizations: [operator.organizationId], names: [operator.name] }
}
