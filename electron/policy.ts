import { readFileSync, statSync, type Stats } from 'node:fs'
import * as v from 'valibot'
import type { Settings } from '../shared/settings.ts'
import { asRecord, settingsChange } from './settings-shape.ts'
import { cleanServer } from './sign-in-form.ts'

/** What an administrator fixed for everybody on this machine. */
export interface Policy {
  /** The server to sign in to; cleaned. */
  readonly server: string | null
  readonly settings: Partial<Settings>
}

/** Nothing is fixed. */
export const noPolicy: Policy = { server: null, settings: {} }

/** Where policies are read from: on Linux a file that only root can write. Elsewhere there is none yet. */
export function policyFileOf(platform: NodeJS.Platform): string | null {
  return platform === 'linux' ? '/etc/switchboard/policy.json' : null
}

/** Whether a file can be an administrator's: root's own, and nobody else may write it. */
export function isAdministrators(file: Pick<Stats, 'uid' | 'mode'>): boolean {
  return file.uid === 0 && (file.mode & 0o022) === 0
}

/** Reads a policy's text. A setting that is out of bounds is left out alone; an unreadable text fixes nothing. */
export function parsePolicy(text: string): Policy {
  const fixed = asRecord(json(text))
  const server = typeof fixed['server'] === 'string' ? cleanServer(fixed['server']) : null
  const settings = Object.entries(fixed).reduce<Partial<Settings>>((so, [key, value]) => {
    const parsed = v.safeParse(settingsChange, { [key]: value })
    return parsed.success ? { ...so, ...parsed.output } : so
  }, {})
  return { server: server?.ok ? server.value : null, settings }
}

/** The policy of this machine. `warn` is told of a file that exists and is not obeyed. */
export function readPolicy(path: string | null, warn: (what: string) => void): Policy {
  if (path === null) return noPolicy
  try {
    if (!isAdministrators(statSync(path))) {
      warn(`The policy file ${path} is not obeyed: others than root can write it.`)
      return noPolicy
    }
    return parsePolicy(readFileSync(path, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      warn(`The policy file ${path} cannot be read.`)
    return noPolicy
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
