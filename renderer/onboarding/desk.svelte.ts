import { ok, type Result } from '../../shared/result.ts'
import { DraftShelf, type ToRead } from './draft-shelf.svelte.ts'
import { ImportDraft } from './draft.svelte.ts'
import { FollowedRuns } from './followed-runs.ts'
import type { Given } from './given.ts'
import { isUnfinished, type ImportId, type ImportRecord, type StoredImport } from './import.ts'
import type { IntakeFailure } from './intake-failure.ts'
import { rememberChoice } from './memory.ts'
import type { ImportPorts } from './ports.ts'
import { recordOf } from './record-draft.ts'
import { ImportRun } from './run.svelte.ts'
import { saveAs, savePlan, saveReport } from './save-files.ts'

/** How long what came of an import is followed: as long as the outbox keeps ended entries, and some more, ms. */
const followFor = 8 * 86_400_000

/** How many imports the history keeps. */
const most = 50

/** Where imports are made: what is being read, what is under way, what was done before. */
export class ImportDesk {
  readonly #ports: ImportPorts
  /** What is neither applied nor cancelled rests here. */
  readonly shelf: DraftShelf
  /** What became of which import is followed. */
  readonly runs = new FollowedRuns()
  /** The first screen: where to drop, what was imported before. */
  shown = $state(false)
  draft: ImportDraft | null = $state.raw(null)
  /** The import whose progress is shown. */
  run: ImportRun | null = $state.raw(null)
  history: readonly ImportRecord[] = $state.raw([])
  /** Why what was dropped could not be taken at all. */
  refused: IntakeFailure | null = $state.raw(null)
  /** Files that were dropped together: which one this is, of how many. */
  place = $state.raw({ index: 1, count: 1 })
  #waiting: readonly ToRead[] = []
  /** The draft is being applied, or left. */
  #handling = false

  constructor(ports: ImportPorts) {
    this.#ports = ports
    this.shelf = new DraftShelf(ports)
  }

  /** Goes on with imports that the last run of the app left unfinished, and shows the latest of them. */
  async start(): Promise<void> {
    const records = await this.#readHistory()
    await this.shelf.load()
    const recent = records.filter((record) => this.#isFollowed(record))
    for (const { id } of recent.toReversed()) {
      const run = await this.#follow(id)
      if (run !== null && (isUnfinished(run.record) || run.isUnderWay)) this.run = run
    }
  }

  /** The import that was planned last, of those that are followed; `null` where there is none. */
  get latest(): ImportRun | null {
    return this.runs.latest
  }

  /** Shows the first screen. */
  show(): void {
    this.shown = true
    this.refused = null
    void this.#readHistory().catch(this.#ports.onbug)
  }

  /** Closes what is shown. An import that is under way goes on. */
  hide(): void {
    if (!this.shown && this.draft === null) this.run = null
    this.shown = false
    this.refused = null
  }

  /** Takes what was dropped, chosen or pasted; several files come one after the other. */
  take(given: Result<readonly Given[], IntakeFailure>): void {
    if (!given.ok) {
      this.show()
      this.refused = given.failure
      return
    }
    if (given.value.length > 0) this.#takeIn(this.shelf.put(given.value))
  }

  /** Goes on with what an earlier run of the app left unapplied. */
  async takeUp(): Promise<void> {
    const taken = await this.shelf.takeBack()
    if (taken.length > 0) this.#takeIn(taken)
  }

  /** Forgets what an earlier run of the app left unapplied: it is offered until the disk has let go of it. */
  async discardKept(): Promise<void> {
    if (!(await this.shelf.drop(this.shelf.offered.map(({ id }) => id)))) this.#sayNotStored()
  }

  #takeIn(more: readonly ToRead[]): void {
    this.#waiting = [...this.#waiting, ...more]
    if (this.draft === null) this.place = { index: 0, count: this.#waiting.length }
    else this.place = { ...this.place, count: this.place.index + this.#waiting.length }
    if (this.draft === null) this.#next()
    else if (this.draft.stage.kind === 'refused') void this.cancel()
  }

  /**
   * Leaves the draft and goes on with the next file, if there is one: once the draft is gone from the disk, so that
   * nothing that was seen to go comes back.
   */
  async cancel(): Promise<void> {
    const { draft } = this
    // A second click that follows the one on "Apply" must not end what that has begun.
    if (this.#handling || draft === null) return
    this.#handling = true
    draft.close()
    await this.shelf.drop([draft.id])
    this.#handling = false
    this.#next()
  }

  /** Hands the plan to the outbox, at once. */
  async apply(): Promise<void> {
    const { draft } = this
    const { tell } = this.#ports
    if (draft?.summary == null || draft.stage.kind !== 'ready') return
    await draft.freeze()
    // Applied twice, or cancelled meanwhile.
    if (this.#handling || this.draft !== draft) return
    if (draft.summary.steps === 0) {
      draft.thaw()
      tell(({ onboarding }) => onboarding.nothingToDo)
      return
    }
    this.#handling = true
    const stored = await this.#store(draft)
    this.#handling = false
    if (stored === null) {
      draft.thaw()
      return
    }
    const run = new ImportRun(stored, this.#ports, draft.reader)
    this.runs.add(run)
    this.run = run
    this.#next()
    await run.begin()
  }

  /** Shows an import of the history. */
  async open(id: ImportId): Promise<void> {
    const run = this.runs.find(id) ?? (await this.#follow(id))
    if (run === null) return
    this.run = run
    this.shown = false
  }

  /** Saves the report of the import that is shown. */
  saveReport(run: ImportRun): Promise<void> {
    return saveReport(run, this.#ports)
  }

  /** Saves the plan of a draft. */
  savePlan(draft: ImportDraft): Promise<void> {
    return savePlan(draft, this.#ports)
  }

  /** Saves a file where the person says. */
  save(name: string, bytes: Uint8Array): Promise<void> {
    return saveAs(name, bytes, this.#ports)
  }

  /** Takes pasted or typed text. */
  takeText(text: string, kind: 'pasted' | 'typed'): void {
    if (text.trim() === '') return
    this.take(ok([{ kind, name: '', file: new Blob([text]) }]))
  }

  /** Stops following everything; what is in the outbox goes on at the next start. */
  close(): void {
    this.draft?.close()
    this.runs.close()
  }

  /** Stores a draft as an import; `null`, and a word about it, where the disk refuses. */
  async #store(draft: ImportDraft): Promise<StoredImport | null> {
    const record = recordOf(draft, this.#ports)
    const { reader } = draft.reader
    const contents = { file: await reader.file(), plan: await reader.seal() }
    const created = await this.#ports.store.create(record, contents, draft.id)
    if (!created.ok) {
      this.#sayNotStored()
      return null
    }
    void this.shelf.drop([draft.id])
    void rememberChoice(this.#ports.store, draft).catch(this.#ports.onbug)
    return { record, ...contents, chunks: [], undoChunks: [], outcomes: [] }
  }

  #next(): void {
    const [next, ...rest] = this.#waiting
    this.#waiting = rest
    this.refused = null
    if (next === undefined) {
      this.draft = null
      return
    }
    this.shown = false
    this.place = { ...this.place, index: this.place.index + 1 }
    const { id, work } = next
    this.draft = new ImportDraft(next, this.#ports, (come) => this.shelf.note(id, come))
    void this.#begin(this.draft, work).catch(this.#ports.onbug)
  }

  /** What cannot be read is not kept. */
  async #begin(draft: ImportDraft, work: ToRead['work']): Promise<void> {
    await draft.begin(work)
    if (draft.stage.kind === 'refused') await this.shelf.drop([draft.id])
  }

  async #follow(id: ImportId): Promise<ImportRun | null> {
    const stored = await this.#ports.store.load(id)
    if (stored === null) return null
    const run = new ImportRun(stored, this.#ports)
    this.runs.add(run)
    await run.begin()
    return run
  }

  #isFollowed(record: ImportRecord): boolean {
    const since = record.phase.kind === 'undone' ? record.phase.at : record.plannedAt
    return isUnfinished(record) || this.#ports.now() - since < followFor
  }

  async #readHistory(): Promise<readonly ImportRecord[]> {
    const { store, account } = this.#ports
    const records = await store.list(account.id)
    for (const old of records.slice(most).filter((record) => !isUnfinished(record)))
      await store.remove(old.id)
    this.history = records.slice(0, most)
    return this.history
  }

  #sayNotStored(): void {
    this.#ports.tell(({ failures: { notStored } }) => {
      const { what, todo } = notStored.other
      return `${what} ${todo}`
    }, 'danger')
  }
}
