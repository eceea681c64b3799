import { clean } from '../../../shared/match-key.ts'
import { validate, type Fault } from '../../../shared/validation.ts'

/** A name with the line it was typed in, from 1. */
export interface TypedName {
  readonly line: number
  readonly name: string
}

/** Typed text, read. */
export interface ReadNames {
  readonly names: readonly TypedName[]
  /** All faults together; `index` is the line, from 0. */
  readonly faults: readonly Fault[]
}

/**
 * Reads names, one a line, as typed or pasted from a spreadsheet's column. Blank lines are left out. Every
 * name is cleaned (see `clean`); cells beside each other become one name.
 */
export function readNames(text: string, organizationId: number | null): ReadNames {
  const names = text
    .split(/\r\n|[\n\r\u2028\u2029\v]/u)
    .map((raw, index) => ({ line: index + 1, name: clean(raw) }))
    .filter(({ name }) => name !== '')
  const candidates = names.map(({ name }) => ({ organizationId, name }))
  const faults = validate(candidates).map((fault) => ({
    ...fault,
    index: (names[fault.index]?.line ?? 1) - 1
  }))
  return { names, faults }
}
