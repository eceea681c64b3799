import { encodings, type Encoding } from './encoding.ts'
import type { ImportRecord } from './import.ts'
import type { Memory } from './memory.ts'

const phases = ['planned', 'applying', 'applied', 'undoing', 'undone', 'cancelled']

/** A stored import's record; `null` for what this program did not write. */
export function parseImportRecord(value: unknown): ImportRecord | null {
  if (!isRecord(value) || typeof value['id'] !== 'string') return null
  const { source, choices, counts, phase } = value
  const whole = [source, choices, counts, phase].every(isRecord)
  const known = isRecord(phase) && phases.includes(String(phase['kind']))
  return whole && known && typeof value['plannedAt'] === 'number'
    ? (value as unknown as ImportRecord)
    : null
}

/** What was chosen before; `null` for what this program did not write. */
export function parseMemory(value: unknown): Memory | null {
  if (!isRecord(value) || typeof value['organizationId'] !== 'number') return null
  const { organizationId, encoding, columns } = value
  return {
    organizationId,
    encoding: encodings.includes(encoding as Encoding) ? (encoding as Encoding) : null,
    columns: Array.isArray(columns) ? (columns as Memory['columns']) : []
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
