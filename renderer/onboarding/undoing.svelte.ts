import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { Following } from './following.ts'
import { advance, type ImportRecord, type Phase, type StoredImport } from './import.ts'
import type { KeptReader } from './kept-reader.ts'
import type { ImportProgress, UndoOutcome } from './outcome.ts'
import type { ImportPorts } from './ports.ts'
import { knownLists } from './present.ts'
import { handOverUndo } from './run-undo.ts'
import { takenBack } from './taken-back.ts'
import { noProgress, pendingIn } from './tally.ts'
import { isUndoable, type ImportUndo } from './undo-import.ts'
import { operatorsAsWished, organizationsIn, undoInStretches } from './undo-stretches.ts'

/** The import that is taken back, as its undo sees it. */
export interface Undone {
  readonly record: () => ImportRecord
  readonly imported: Following
  /** Steps of which nothing has come yet. */
  readonly pending: () => number
  readonly reader: KeptReader
  readonly moved: (phase: Phase) => void
  readonly take: (result: Result<unknown, Failure>) => void
}

/** Taking an import back: what that would do, and, once it is wanted, how far it has come. */
export class Undoing {
  readonly #import: Undone
  readonly #ports: ImportPorts
  #following: Following
  /** What was wanted back before, and what became of that. */
  #earlier: readonly Following[]
  /** Which chunk of undoing edits is the first of this undo. */
  #first: number
  #handing = false
  #cancelled = false
  /** What it would do now, where that is known. */
  plan: ImportUndo | null = $state.raw(null)
  /** Of what it has handed to the outbox. */
  progress: ImportProgress = $state.raw(noProgress)

  constructor(
    undone: Undone,
    { undoChunks, outcomes }: Pick<StoredImport, 'undoChunks' | 'outcomes'>,
    ports: ImportPorts
  ) {
    this.#import = undone
    this.#ports = ports
    this.#first = firstOf(undone.record().phase)
    this.#following = new Following(undoChunks.slice(this.#first), outcomes)
    this.#earlier = [new Following(undoChunks.slice(0, this.#first), outcomes)]
    this.#count()
  }

  /** Edits of which nothing has come yet. */
  get pending(): number {
    return pendingIn(this.progress)
  }

  /** Whether it can begin now; `now`: wall clock, ms. */
  canBegin(now: number): boolean {
    const { phase } = this.#import.record()
    if (phase.kind === 'undone' && (this.pending > 0 || this.progress.done === this.progress.total))
      return false
    return isUndoable(phase, now) && this.#import.imported.chunks.length > 0
  }

  /** Sets what the import created to Deleted and gives changed ones their status back, through the outbox. */
  async begin(): Promise<void> {
    const { record, moved, take } = this.#import
    const { id, phase } = record()
    const from = this.#first + this.#following.chunks.length
    const begun = advance(phase, { kind: 'undo', at: this.#ports.now(), from })
    if (begun === phase) return
    const stored = await this.#ports.store.setPhase(id, begun)
    take(stored)
    if (!stored.ok) return
    this.#first = from
    this.#earlier = [...this.#earlier, this.#following]
    this.#following = new Following([], [])
    this.#cancelled = false
    moved(begun)
    this.#count()
  }

  /** Hands over no more, and takes back what is not sent yet. */
  async cancelUnsent(): Promise<void> {
    this.#cancelled = true
    const discarded = await this.#following.discardUnsent(this.#ports)
    if (discarded !== null) this.#import.take(discarded)
  }

  /** Looks at what has become of it; outcomes to keep. */
  async look(): Promise<StoredImport['outcomes']> {
    if (this.#cancelled) await this.cancelUnsent()
    const news = await this.#following.look(this.#ports)
    this.#count()
    return news
  }

  /** What it has come to, by operator. */
  takenBack(): ReadonlyMap<number, UndoOutcome> {
    const { bare } = this.#ports.outbox.view()
    const all = [...this.#earlier, this.#following]
    return takenBack(
      all.map((each) => ({ ids: each.chunks.flat(), entries: each.entriesIn(bare) }))
    )
  }

  /**
   * Goes on once nothing of the import is on its way any more: what is being sent could not be taken back. Whether
   * it has handed over what it does.
   */
  async goOn(): Promise<boolean> {
    if (this.#import.record().phase.kind !== 'undoing') return false
    if (this.#handing || this.#import.pending() > 0) return false
    this.#handing = true
    return this.#handOver().finally(() => (this.#handing = false))
  }

  /** Works out what an undo would do now. */
  async workOut(): Promise<ImportUndo> {
    const { lists, outbox, breathe } = this.#ports
    const { imported, reader } = this.#import
    const known = await knownLists(lists)
    const { bare } = outbox.view()
    return reader.use((open) =>
      undoInStretches({
        total: imported.count,
        steps: (from, to) => open.steps(from, to),
        entries: imported.entriesIn(bare),
        operator: operatorsAsWished(known, bare),
        breathe
      })
    )
  }

  async #handOver(): Promise<boolean> {
    const { lists, outbox, store, now } = this.#ports
    // From what the service says now: a cached status that is too old would ask the person.
    const ids = organizationsIn(await this.workOut())
    await Promise.all(ids.map((id) => lists.fetch(id, 'person')))
    const undo = await this.workOut()
    const { id, phase } = this.#import.record()
    const following = this.#following
    const done = await handOverUndo({ id, phase, undo, following, store, outbox, now })
    this.#import.take(done)
    if (!done.ok) return false
    this.plan = undo
    // Counted first: where the phase is told, it is told how much is to come, too.
    this.#count()
    this.#import.moved(done.value)
    return true
  }

  #count(): void {
    this.progress = this.#following.progress(this.#following.count)
  }
}

function firstOf(phase: Phase): number {
  return phase.kind === 'undoing' || phase.kind === 'undone' ? phase.from : 0
}
