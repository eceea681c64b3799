import type { EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import { en } from '../../shared/messages/en.ts'
import { pack } from '../../shared/operator-columns.ts'
import type { Operator } from '../../shared/operator.ts'
import { failed, ok } from '../../shared/result.ts'
import type { EntryState } from '../outbox/entry.ts'
import { ImportDesk } from './desk.svelte.ts'
import { MemoryImports, TakingOutbox } from './fixture-entry.ts'
import type { DraftStore, KeptDraft } from './kept-draft.ts'
import type { ImportMemory, Memory } from './memory.ts'
import type { OpenReader } from './open-reader.ts'
import type { ImportPorts } from './ports.ts'
import { readerOf, type Port } from './reader-port.ts'
import { serve } from './serve-reader.ts'

/** A desk with a reader in this very thread, an outbox that only takes in, and imports in memory; for tests. */
export interface DeskRig {
  readonly desk: ImportDesk
  readonly outbox: TakingOutbox
  readonly store: RememberingImports
  /** Another desk over the same store and outbox: the app was started anew. */
  readonly again: () => ImportDesk
  /** An entry comes into another state, and everyone is told. */
  readonly end: (id: EntryId, state: EntryState) => void
  /** Names of the files that were saved, and their text. */
  readonly saved: readonly (readonly [string, string])[]
  readonly told: readonly string[]
}

/** Makes a desk for organization 24 with these people in it; `lists`: what a test has otherwise of the service's lists. */
export function deskRig(
  operators: readonly Operator[] = [],
  lists: Partial<ImportPorts['lists']> = {}
): DeskRig {
  const outbox = new TakingOutbox()
  const listeners = new Set<() => void>()
  const store = new RememberingImports()
  const saved: [string, string][] = []
  const told: string[] = []
  let ids = 0
  const ports: ImportPorts = {
    account: { id: 'account', login: 'dana' },
    store,
    outbox: portOf(outbox, listeners),
    lists: { ...listsOf(operators), ...lists },
    openReader: openHere,
    saveFile: (name, bytes) => {
      saved.push([name, new TextDecoder().decode(bytes)])
      return Promise.resolve(ok(name))
    },
    words: () => en,
    locale: () => 'en',
    now: () => 1_700_000_000_000,
    id: () => `import ${(ids += 1)}`,
    breathe: () => Promise.resolve(),
    requestsPerSecond: () => 5,
    organizationId: () => 24,
    tell: (text) => told.push(text(en)),
    onbug: (error) => {
      throw error
    }
  }
  const again = () => new ImportDesk(ports)
  const end: DeskRig['end'] = (id, state) => {
    const entry = outbox.entries.get(id)
    if (entry) outbox.entries.set(id, { ...entry, state })
    for (const listener of listeners) listener()
  }
  return { desk: again(), again, outbox, end, store, saved, told }
}

/** The outbox as importing uses it; what is discarded ends as cancelled. */
function portOf(outbox: TakingOutbox, listeners: Set<() => void>): ImportPorts['outbox'] {
  const changed = <T>(answer: T): T => {
    for (const listener of listeners) listener()
    return answer
  }
  return {
    opened: Promise.resolve(),
    view: () => outbox.view(),
    enqueue: async (edits) => changed(await outbox.enqueue(edits)),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    discard: (ids) => {
      for (const id of ids) {
        const entry = outbox.entries.get(id)
        if (entry) outbox.entries.set(id, { ...entry, state: { kind: 'cancelled', at: 1 } })
      }
      return Promise.resolve(changed(ok(null)))
    }
  }
}

/** Organization 24 with these people; of 25 there is no list, and no service to fetch one from. */
function listsOf(operators: readonly Operator[]): ImportPorts['lists'] {
  const organizations = [
    { id: 24, name: 'Customer Support' },
    { id: 25, name: 'Night Shift' }
  ]
  return {
    organizations: () => organizations,
    known: (id) => Promise.resolve(id === 24 ? pack(operators) : null),
    fetch: () => Promise.resolve(failed({ kind: 'signed-out' })),
    at: () => 0
  }
}

/** The worker's side and the window's, joined without a worker. */
function openHere(progress: (done: number) => void): OpenReader {
  const here: Port = { postMessage: (message) => tell(there, message), onmessage: null }
  const there: Port = { postMessage: (message) => tell(here, message), onmessage: null }
  serve(there)
  return { reader: readerOf(here, progress), close: () => undefined }
}

function tell(port: Port, data: unknown): void {
  queueMicrotask(() => port.onmessage?.({ data } as MessageEvent))
}

const full: Failure = { kind: 'not-stored', cause: 'disk-full', place: 'imports', code: 'full' }

/** What is kept of imports, in memory. */
export class RememberingImports extends MemoryImports implements DraftStore, ImportMemory {
  readonly memories = new Map<number, Memory>()
  /** The disk takes no more drafts, and lets go of none. */
  refuseDrafts = false
  /** Asked when how far someone has come is to be kept; it reaches the disk only after that. */
  noteAfter: () => Promise<unknown> = () => Promise.resolve()
  /** Drafts leave the disk only after this. */
  dropAfter: Promise<unknown> = Promise.resolve()

  keepDraft(draft: KeptDraft, file: Blob): ReturnType<MemoryImports['remove']> {
    if (this.refuseDrafts) return Promise.resolve(failed(full))
    this.kept.set(draft.id, { draft, file })
    return Promise.resolve(ok(null))
  }

  async noteDraft(id: string, work: KeptDraft['work']): ReturnType<MemoryImports['remove']> {
    await this.noteAfter()
    const each = this.kept.get(id)
    if (each) this.kept.set(id, { ...each, draft: { ...each.draft, work } })
    return ok(null)
  }

  drafts() {
    return Promise.resolve([...this.kept.values()].map(({ draft }) => draft))
  }

  draftFile(id: string) {
    return Promise.resolve(this.kept.get(id)?.file ?? null)
  }

  async dropDrafts(ids: readonly string[]): ReturnType<MemoryImports['remove']> {
    await this.dropAfter
    if (this.refuseDrafts) return failed(full)
    for (const id of ids) this.kept.delete(id)
    return ok(null)
  }

  recall(organizationId: number): Promise<Memory | null> {
    return Promise.resolve(this.memories.get(organizationId) ?? null)
  }

  remember(memory: Memory): ReturnType<MemoryImports['remove']> {
    this.memories.set(memory.organizationId, memory)
    return Promise.resolve(ok(null))
  }
}
