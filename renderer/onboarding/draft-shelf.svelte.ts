import type { Given } from './given.ts'
import type { DraftId } from './import.ts'
import { limits } from './intake-failure.ts'
import { beyondBounds, type DraftWork, type KeptDraft } from './kept-draft.ts'
import type { ImportPorts } from './ports.ts'

/** Something to read, and, where it was on the shelf, how far someone had come with it. */
export interface ToRead {
  readonly id: DraftId
  readonly given: Given
  readonly work: DraftWork | null
}

type Ports = Pick<ImportPorts, 'store' | 'now' | 'id' | 'onbug'>

/** Keeps what was taken in until it is applied or cancelled, whatever becomes of the window. */
export class DraftShelf {
  readonly #ports: Ports
  /** What an earlier run of the app, or an earlier sign-in, left unapplied. */
  offered: readonly KeptDraft[] = $state.raw([])
  /** Drafts that the disk did not take, or that are too large to be kept. */
  unkept: readonly DraftId[] = $state.raw([])
  /** One write after the other: a draft is dropped only once it was put. */
  #writing: Promise<unknown> = Promise.resolve()

  constructor(ports: Ports) {
    this.#ports = ports
  }

  /** Learns what is there from before; what is beyond the bounds goes. */
  async load(): Promise<void> {
    const drafts = await this.#ports.store.drafts()
    const gone = beyondBounds(drafts, this.#ports.now())
    this.offered = drafts.filter(({ id }) => !gone.includes(id))
    void this.drop(gone)
  }

  /** Keeps what was given. Nobody waits for that. */
  put(all: readonly Given[]): readonly ToRead[] {
    const { now, id } = this.#ports
    const taken = all.map((given): ToRead => ({ id: id(), given, work: null }))
    const takenAt = now()
    for (const [at, { id, given }] of taken.entries())
      void this.#write(() => this.#keep({ ...keptOf(id, given), takenAt: takenAt + at }, given))
    return taken
  }

  /** Notes how far someone has come; once it answers, that is on the disk, or said to be not kept. */
  note(id: DraftId, work: DraftWork): Promise<void> {
    return this.#write(async () => {
      if (this.unkept.includes(id)) return
      if (!(await this.#ports.store.noteDraft(id, work)).ok) this.#missed(id)
    })
  }

  /**
   * Forgets drafts: they were applied, cancelled, or were nothing that can be read. Once it answers, they are gone
   * from the disk; or still there, and on offer, where it says no.
   */
  async drop(ids: readonly DraftId[]): Promise<boolean> {
    if (ids.length === 0) return true
    let dropped = false
    await this.#write(async () => {
      dropped = (await this.#ports.store.dropDrafts(ids)).ok
      if (dropped) this.offered = this.offered.filter(({ id }) => !ids.includes(id))
    })
    return dropped
  }

  /** Takes what is offered off the offer, to go on with it. */
  async takeBack(): Promise<readonly ToRead[]> {
    const { offered } = this
    this.offered = []
    const taken: ToRead[] = []
    for (const { id, kind, name, work } of offered) {
      const file = await this.#ports.store.draftFile(id)
      if (file === null) void this.drop([id])
      else taken.push({ id, given: { kind, name, file }, work })
    }
    return taken
  }

  /** Older drafts make room for it, but never one of today. */
  async #keep(draft: KeptDraft, { file }: Given): Promise<void> {
    const { store, now } = this.#ports
    const gone = beyondBounds([...(await store.drafts()), draft], now())
    const bytes = draft.size > limits.textSize ? null : await bytesOf(file)
    if (bytes === null || !gone.every((id) => this.offered.some((each) => each.id === id))) {
      this.#missed(draft.id)
      return
    }
    this.offered = this.offered.filter(({ id }) => !gone.includes(id))
    if (gone.length > 0) await store.dropDrafts(gone)
    if (!(await store.keepDraft(draft, new Blob([bytes]))).ok) this.#missed(draft.id)
  }

  #missed(id: DraftId): void {
    this.unkept = [...this.unkept, id]
  }

  #write(work: () => Promise<unknown>): Promise<void> {
    const written = this.#writing.then(work).then(() => undefined, this.#ports.onbug)
    this.#writing = written
    return written
  }
}

/** A copy: the file may change or vanish at any time. `null` where it has. */
function bytesOf(file: Blob): Promise<ArrayBuffer | null> {
  return file.arrayBuffer().catch(() => null)
}

function keptOf(id: DraftId, { kind, name, file }: Given): Omit<KeptDraft, 'takenAt'> {
  return { id, kind, name, size: file.size, work: null }
}
