import type { Organization, Status } from '../../shared/operator.ts'
import type { Result } from '../../shared/result.ts'
import { withRole, type Columns } from './columns.ts'
import { choicesOf, workOf } from './choices-made.ts'
import { Comparison } from './comparison.svelte.ts'
import {
  decisionsOf,
  undecided,
  withAnswer,
  withMend,
  withoutMends,
  type Decisions,
  type Mend
} from './decisions.ts'
import { readSoFar, type DraftStage } from './draft-stage.ts'
import type { ToRead } from './draft-shelf.svelte.ts'
import type { Given } from './given.ts'
import type { DraftId } from './import.ts'
import type { IntakeFailure } from './intake-failure.ts'
import type { DraftWork } from './kept-draft.ts'
import { lookAgain } from './look-again.ts'
import type { OpenReader } from './open-reader.ts'
import { PlanPages } from './plan-pages.svelte.ts'
import type { ImportPorts } from './ports.ts'
import type { Compared } from './present.ts'
import type { MissingWish, OpenedFile, PlanSummary, Preview } from './reader-calls.ts'
import { readAs, wishesOf } from './read-again.ts'
import type { Wishes } from './reading.ts'
import type { RowAnswer } from './verdict.ts'
import type { Role } from './vocabulary.ts'

const notWanted: MissingWish = { wanted: false, agreedTo: 0 }

/** One file on its way to a plan: how it is read, what a person decides about it, what it would do. */
export class ImportDraft {
  readonly id: DraftId
  readonly given: Given
  readonly pages: PlanPages
  readonly #ports: ImportPorts
  readonly #open: OpenReader
  readonly #comparison: Comparison
  /** Keeps how far the person has come, whenever that changes. */
  readonly #note: (work: DraftWork) => Promise<void>
  stage: DraftStage = $state.raw({ kind: 'reading', share: 0 })
  opened: OpenedFile | null = $state.raw(null)
  preview: Preview | null = $state.raw(null)
  columns: Columns = $state.raw([])
  organizationId: number | null = $state(null)
  /** The status that rows without one are meant to have. */
  wanted: Status = $state(0)
  missing: MissingWish = $state.raw(notWanted)
  decisions: Decisions = $state.raw(undecided)
  summary: PlanSummary | null = $state.raw(null)
  /** A plan is being made. */
  busy = $state(false)
  #wishes: Wishes = {}
  #turn = 0
  #deciding: Promise<void> = Promise.resolve()
  #frozen = false

  constructor({ id, given }: ToRead, ports: ImportPorts, note: (work: DraftWork) => Promise<void>) {
    this.id = id
    this.given = given
    this.#ports = ports
    this.#note = note
    this.organizationId = ports.organizationId()
    this.#open = ports.openReader((done) => this.#progress(done))
    this.#comparison = new Comparison(ports, this.#open.reader)
    this.pages = new PlanPages(this.#open.reader)
  }

  /** The organizations that can be chosen. */
  get organizations(): readonly Organization[] {
    return this.#ports.lists.organizations()
  }

  get reader(): OpenReader {
    return this.#open
  }

  /** What the plan was compared with. */
  get compared(): Compared | null {
    return this.#comparison.compared
  }

  /** Reads the file and makes the first plan: where someone had come so far with this very file, from there. */
  async begin(work: DraftWork | null = null): Promise<void> {
    const opened = await this.#open.reader.open(this.given)
    if (!opened.ok) {
      this.stage = { kind: 'refused', failure: opened.failure }
      return
    }
    this.opened = opened.value
    if (work?.sha256 === opened.value.sha256) await this.#takeUp(work)
    else await this.#look()
  }

  /** Reads the file in another way: encoding, delimiter, header, sheet. */
  async wish(wishes: Wishes): Promise<void> {
    this.#wishes = { ...this.#wishes, ...wishes }
    await this.#look()
  }

  async setOrganization(id: number): Promise<void> {
    this.organizationId = id
    await this.#look()
  }

  setRole(column: number, role: Role): Promise<void> {
    this.columns = withRole(this.columns, column, role)
    return this.#decide()
  }

  setWanted(status: Status): Promise<void> {
    this.wanted = status
    return this.#decide()
  }

  /** "Whoever is not in the file becomes inactive"; where they are many, a second yes is asked for. */
  setMissing(wanted: boolean): Promise<void> {
    this.missing = { wanted, agreedTo: 0 }
    return this.#decide()
  }

  /** The second yes: to as many as are missing now, not to more. */
  agreeToMissing(): Promise<void> {
    this.missing = { wanted: true, agreedTo: this.summary?.missing.count ?? 0 }
    return this.#decide()
  }

  /** Answers a question, or decides against a proposal; `key`: of one row, or of all alike. */
  answer(key: string, answer: RowAnswer): Promise<void> {
    this.decisions = withAnswer(this.decisions, key, answer)
    return this.#decide()
  }

  /** Takes every answer and every mended cell back. */
  forget(): Promise<void> {
    this.decisions = undecided
    return this.#decide()
  }

  /** Corrects a cell in place; `row`: of the table. */
  mend(row: number, mend: Mend): Promise<void> {
    this.decisions = withMend(this.decisions, row, mend)
    return this.#decide()
  }

  /** To be applied: once what was chosen last is worked in, the plan stays, whatever a fresh list says. */
  async freeze(): Promise<void> {
    this.#frozen = true
    let made: unknown = null
    while (made !== this.#deciding) await (made = this.#deciding)
  }

  /** It is not applied. */
  thaw(): void {
    this.#frozen = false
  }

  /** Ends the reading worker, whatever it does. */
  close(): void {
    this.#turn += 1
    this.#open.close()
  }

  #progress(done: number): void {
    this.stage = readSoFar(this.stage, done, this.given.file.size)
  }

  async #look(): Promise<void> {
    const turn = (this.#turn += 1)
    const looked = await this.#lookWith(this.#wishes)
    if (turn !== this.#turn) return
    if (!looked.ok) {
      this.stage = { kind: 'refused', failure: looked.failure }
      return
    }
    this.preview = looked.value
    this.columns = looked.value.columns
    this.decisions = withoutMends(this.decisions)
    this.missing = notWanted
    this.stage = { kind: 'ready' }
    await this.#decide()
  }

  /** Goes on where someone stopped: read as it was read, decided as it was decided, compared with who is there now. */
  async #takeUp({ wishes, choices }: DraftWork): Promise<void> {
    this.organizationId = choices.organizationId
    this.#wishes = wishes
    const asWished = await this.#lookWith(wishes)
    if (!asWished.ok || !readAs(asWished.value, choices)) this.#wishes = wishesOf(choices)
    const looked = asWished.ok ? await this.#lookWith(this.#wishes) : asWished
    if (!looked.ok) return this.#look()
    const { columns, wanted } = choices
    this.preview = looked.value
    this.columns = columns.length === looked.value.columns.length ? columns : looked.value.columns
    this.wanted = wanted
    this.decisions = decisionsOf(choices)
    this.missing = { wanted: choices.missingBecomeInactive, agreedTo: 0 }
    this.stage = { kind: 'ready' }
    await this.#decide()
  }

  #lookWith(wishes: Wishes): Promise<Result<Preview, IntakeFailure>> {
    return lookAgain(this.#open.reader, this.#ports, {
      wishes,
      organizationId: this.organizationId
    })
  }

  #decide(): Promise<void> {
    return (this.#deciding = this.#decideOnce())
  }

  /** Makes the plan; where it speaks of organizations that were not looked at yet, again with their lists. */
  async #decideOnce(): Promise<void> {
    const turn = (this.#turn += 1)
    this.busy = true
    let wanted: readonly number[] = this.organizationId === null ? [] : [this.organizationId]
    do {
      await this.#comparison.meet(wanted)
      const summary = await this.#open.reader.decide({
        ...choicesOf(this, this.summary),
        missing: this.missing,
        organizations: this.#ports.lists.organizations(),
        requestsPerSecond: this.#ports.requestsPerSecond()
      })
      if (turn !== this.#turn) return
      await this.#noteWork(summary)
      if (turn !== this.#turn) return
      this.summary = summary
      wanted = this.#comparison.unmet(summary.organizations)
    } while (wanted.length > 0)
    this.busy = false
    await this.pages.fetch()
    void this.#freshen().catch(this.#ports.onbug)
  }

  /** The plan is made from what is known at once, and again when the lists are fresh. */
  async #freshen(): Promise<void> {
    if ((await this.#comparison.freshen()) && !this.#frozen) await this.#decide()
  }

  /** What is shown as decided is on the disk: a window that ends then loses nothing of it. */
  async #noteWork(summary: PlanSummary): Promise<void> {
    const work = workOf(this, summary, this.#wishes)
    if (work !== null) await this.#note(work)
  }
}
