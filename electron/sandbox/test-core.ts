import { createCore, type Core, type CoreOptions } from './core.ts'
import type { Answer, Reply, SandboxRequest } from './model.ts'

/** A core on a clock that moves only when told. */
export type TestCore = {
  readonly core: Core
  readonly advance: (ms: number) => Promise<void>
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  readonly post: (path: string, body: unknown, more?: Partial<SandboxRequest>) => Promise<Answer>
}

/** A core for tests, with calls that carry its token unless told otherwise. */
export function testCore(options: Partial<CoreOptions> = {}): TestCore {
  let now = 0
  const waiting: { at: number; run: () => void }[] = []
  const schedule = (ms: number, run: () => void) => void waiting.push({ at: now + ms, run })
  const core = createCore({ now: () => now, schedule, ...options })
  const bearer = () => ({ authorization: `Bearer ${core.token()}` })
  const common = { body: '', socket: 1, reused: false }
  return {
    core,
    async advance(ms) {
      now += ms
      for (const task of waiting.splice(0)) {
        if (task.at <= now) task.run()
        else waiting.push(task)
      }
      await settled()
    },
    get: (path, headers = bearer()) => core.handle({ ...common, method: 'GET', path, headers }),
    post(path, body, more = {}) {
      const headers = { ...bearer(), 'content-type': 'application/json' }
      const written = typeof body === 'string' ? body : JSON.stringify(body)
      return core.handle({ ...common, method: 'POST', path, headers, body: written, ...more })
    }
  }
}

/** Lets everything run that waits for promises alone. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

/** The whole answer; throws where the connection was cut. */
export function whole(answer: Answer): Reply {
  if (answer.kind === 'cut') throw new Error(`Cut: ${answer.at}`)
  return answer
}

/** The value of a JSON answer. */
export function valueOf(answer: Answer): unknown {
  return JSON.parse(whole(answer).body)
}

/** An add's body for organization 24. */
export function rows(...names: string[]) {
  return names.map((name) => ({ organizationId: 24, name }))
}

/** The paths of the documented calls. */
export const paths = {
  list: '/api/operator?organizationId=24',
  add: '/api/operator/synchronize',
  status: '/api/operator/status',
  signIn: '/api/company/get-token',
  organizations: '/api/company/organization',
  operatorToken: '/api/operator/get-token',
  validate: '/api/operator/validate-token',
  chats: '/api/chat/chats'
} as const
