import type { Failure } from '../../shared/failure.ts'
import { failed, ok, type Result } from '../../shared/result.ts'

type Place = Extract<Failure, { kind: 'not-stored' }>['place']

/** Faults of the program, not of the disk. */
const bugs = new Set([
  'DataCloneError',
  'DataError',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'InvalidTableError'
])
const causes: Readonly<Record<string, 'disk-full' | 'read-only' | 'newer'>> = {
  QuotaExceededError: 'disk-full',
  ReadOnlyError: 'read-only',
  NoModificationAllowedError: 'read-only',
  VersionError: 'newer'
}

/**
 * Carries out work on a database. What the disk or the quota refuses comes back as a failure whose code is
 * the name of the innermost error; a bug throws.
 */
export async function stored<T>(
  place: Place,
  work: () => PromiseLike<T>
): Promise<Result<T, Failure>> {
  try {
    return ok(await work())
  } catch (error) {
    const names = namesOf(error)
    const code = names.at(-1) ?? 'unknown'
    if (bugs.has(code)) throw error
    const cause = names.map((name) => causes[name]).find((known) => known !== undefined) ?? 'other'
    return failed({ kind: 'not-stored', cause, place, code })
  }
}

/** Names of an error and of those that it wraps, outermost first: an abort wraps the refusal that caused it. */
function namesOf(error: unknown): string[] {
  const names: string[] = []
  for (let inner = error; inner instanceof Object && names.length < 5; inner = innerOf(inner)) {
    if ('name' in inner && typeof inner.name === 'string') names.push(inner.name)
  }
  return names
}

function innerOf(error: object): unknown {
  return 'inner' in error ? error.inner : null
}
