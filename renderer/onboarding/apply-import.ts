import type { Edit, EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import type { Entry } from '../outbox/entry.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { advance, type ImportId, type ImportStore, type Phase } from './import.ts'
import type { AfterAdd, Step } from './plan.ts'

/** At most so many steps are handed to the outbox in one transaction. */
export const chunkSize = 500

/** Entries of the chunks that are in the outbox, each in the order of its steps. */
export type Chunks = readonly (readonly EntryId[])[]

/** An import on its way into the outbox, and what that needs. */
export interface Applying {
  readonly id: ImportId
  readonly phase: Phase
  readonly total: number
  /** The steps from one position up to, and without, another. */
  readonly steps: (from: number, to: number) => Promise<readonly Step[]>
  /** Entries of the chunks that are in the outbox. */
  readonly chunks: Chunks
  readonly store: ImportStore
  readonly outbox: Pick<Outbox, 'view' | 'enqueue'>
  readonly now: () => number
  /** Asked before every chunk: a person may cancel what is not handed over yet. */
  readonly cancelled: () => boolean
  readonly progress: (handedOver: number) => void
}

/**
 * Hands an import's steps to the outbox, chunk by chunk, from wherever it stands; each chunk once, also
 * when the app ended in the middle of one. On a failure it stops there and can be called again.
 */
export async function applyImport(applying: Applying): Promise<Result<Phase, Failure>> {
  let phase = advance(applying.phase, { kind: 'apply' })
  const chunks = [...applying.chunks]
  while (phase.kind === 'applying') {
    const next = await applyNext(applying, phase, chunks)
    if (!next.ok) return next
    phase = next.value
    applying.progress(handedOver(chunks))
  }
  return ok(phase)
}

type ApplyingPhase = Extract<Phase, { kind: 'applying' }>

async function applyNext(
  applying: Applying,
  phase: ApplyingPhase,
  chunks: (readonly EntryId[])[]
): Promise<Result<Phase, Failure>> {
  const from = handedOver(chunks)
  if (from >= applying.total)
    return store(applying, advance(phase, { kind: 'all-handed-over', at: applying.now() }))
  if (phase.mark === null && applying.cancelled()) {
    return store(applying, advance(phase, { kind: 'cancel', at: applying.now() }))
  }
  const steps = upToUnmade(await applying.steps(from, from + chunkSize), from)
  if (steps.length === 0) throw new Error('The plan has fewer steps than it said')
  const edits = steps.map((step) => (step.kind === 'edit' ? step.edit : afterAdd(step, chunks)))
  const entries = alreadyThere(applying, phase, edits) ?? (await handOver(applying, phase, edits))
  if (!Array.isArray(entries)) return entries
  const entryIds = pair(edits, entries)
  const after = advance(phase, { kind: 'handed-over' })
  const stored = await applying.store.addChunk(
    applying.id,
    { index: phase.chunks, entryIds },
    after
  )
  chunks.push(entryIds)
  return stored.ok ? ok(after) : stored
}

async function store(
  { id, store: imports }: Applying,
  phase: Phase
): Promise<Result<Phase, Failure>> {
  const stored = await imports.setPhase(id, phase)
  return stored.ok ? ok(phase) : stored
}

async function handOver(
  applying: Applying,
  phase: Phase,
  edits: readonly Edit[]
): Promise<Entry[] | Result<never, Failure>> {
  const mark = highestOrder(applying.outbox.view().bare.values())
  const marked = await applying.store.setPhase(
    applying.id,
    advance(phase, { kind: 'handing-over', mark })
  )
  if (!marked.ok) return marked
  const accepted = await applying.outbox.enqueue(edits)
  return accepted.ok ? [...accepted.value] : failed(accepted.failure)
}

/** The order of whatever came into the outbox last; -1 where there is nothing. */
export function highestOrder(entries: Iterable<Entry>): number {
  let highest = -1
  for (const { order } of entries) highest = Math.max(highest, order)
  return highest
}

/**
 * The entries of a chunk whose acceptance was not noted before the app ended: one action after the mark
 * that has exactly these edits. `null`: it was not accepted (the outbox takes all of a chunk or nothing).
 */
function alreadyThere(
  { outbox }: Applying,
  { mark }: ApplyingPhase,
  edits: readonly Edit[]
): Entry[] | null {
  if (mark === null) return null
  const actions = new Map<string, Entry[]>()
  for (const entry of outbox.view().bare.values()) {
    if (entry.order <= mark) continue
    const action = actions.get(entry.actionId)
    if (action === undefined) actions.set(entry.actionId, [entry])
    else action.push(entry)
  }
  return [...actions.values()].map(inOrder).find((entries) => areOf(entries, edits)) ?? null
}

function inOrder(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((one, other) => one.order - other.order)
}

/** Whether these entries, in queue order, are those of the edits: the outbox makes one of each, in order. */
function areOf(entries: readonly Entry[], edits: readonly Edit[]): boolean {
  return (
    entries.length === edits.length &&
    entries.every(({ edit }, index) => wishKey(edit) === wishKey(edits[index]))
  )
}

/** What an edit wants; not from which status, for the outbox unites edits of one operator. */
function wishKey(edit: Edit | undefined): string {
  if (edit === undefined) return ''
  if (edit.kind === 'add')
    return JSON.stringify(['add', edit.organizationId, edit.name, edit.addAnyway])
  const operator = edit.operator.kind === 'known' ? edit.operator.id : edit.operator.entryId
  return JSON.stringify(['set-status', edit.organizationId, operator, edit.to])
}

/** The entry of each edit, in the edits' order. */
function pair(edits: readonly Edit[], entries: readonly Entry[]): EntryId[] {
  const ordered = inOrder(entries)
  if (!areOf(ordered, edits)) throw new Error('The outbox accepted other edits than it was given')
  return ordered.map(({ id }) => id)
}

function afterAdd({ addStep, organizationId, name, to }: AfterAdd, chunks: Chunks): Edit {
  const entryId = entryAt(chunks, addStep)
  if (entryId === null) throw new Error('A status follows an add that was not handed over')
  return {
    kind: 'set-status',
    organizationId,
    operator: { kind: 'created-by', entryId },
    name,
    from: 0,
    to,
    after: null
  }
}

/** A status that follows an add waits for the next chunk where the add is in this one, and has no entry yet. */
function upToUnmade(steps: readonly Step[], from: number): readonly Step[] {
  const unmade = steps.findIndex((step) => step.kind === 'after-add' && step.addStep >= from)
  return unmade < 0 ? steps : steps.slice(0, unmade)
}

/** How many steps are in the outbox. */
export function handedOver(chunks: Chunks): number {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0)
}

/** The entry of the step at that position; `null` before its chunk is in the outbox. */
export function entryAt(chunks: Chunks, position: number): EntryId | null {
  let from = 0
  for (const chunk of chunks) {
    if (position < from + chunk.length) return chunk[position - from] ?? null
    from += chunk.length
  }
  return null
}
