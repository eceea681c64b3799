import { encodings, type Encoding } from './encoding.ts'
import type { ImportRecord } from './import.ts'
import type { KeptDraft } from './kept-draft.ts'
import type { Memory } from './memory.ts'

const phases = ['planned', 'applying', 'applied', 'undoing', 'undone', 'cancelled']
const kinds = ['file', 'pasted', 'typed']

/** A stored import's record; `null` for what this program did not write. */
export function parseImportRecord(value: unknown): ImportRecord | null {
  if (!isRecord(value) || typeof value['id'] !== 'string') return null
  const { source, choices, counts, phase } = value
  const whole = [source, choices, counts, phase].every(isRecord)
  if (!isRecord(phase) || !phases.includes(String(phase['kind']))) return null
  return whole && typeof value['plannedAt'] === 'number'
    ? { ...(value as unknown as ImportRecord), phase: parsePhase(phase) }
    : null
}

/** An undo's phase as an earlier version left it did not tell its edits. */
function parsePhase(phase: Record<string, unknown>): ImportRecord['phase'] {
  const undo = phase['kind'] === 'undoing' || phase['kind'] === 'undone'
  return (undo ? { from: 0, mark: null, ...phase } : phase) as unknown as ImportRecord['phase']
}

/** A kept draft; `null` for what this program did not write. */
export function parseDraft(value: unknown): KeptDraft | null {
  if (!isRecord(value) || typeof value['id'] !== 'string') return null
  const { takenAt, kind, name, size, work } = value
  const whole = typeof takenAt === 'number' && typeof size === 'number' && typeof name === 'string'
  if (!whole || !kinds.includes(String(kind))) return null
  return { ...(value as unknown as KeptDraft), work: isWork(work) ? work : null }
}

function isWork(value: unknown): value is NonNullable<KeptDraft['work']> {
  if (!isRecord(value) || typeof value['sha256'] !== 'string') return false
  const { choices, counts, wishes } = value
  if (!isRecord(choices) || !isRecord(counts) || !isRecord(wishes)) return false
  return [choices['columns'], choices['answers'], choices['mends']].every(Array.isArray)
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
