import type { Organization, Status } from '../../shared/operator.ts'
import { withRole, type Columns } from './columns.ts'
import {
  undecided,
  withAnswer,
  withMend,
  withoutMends,
  type Decisions,
  type Mend
} from './decisions.ts'
import type { Choices, ImportRecord, Source } from './import.ts'
import type { IntakeFailure } from './intake-failure.ts'
import { withChoice, type Memory } from './memory.ts'
import type { OpenReader } from './open-reader.ts'
import type { ImportPorts } from './ports.ts'
import { presentOf, type Compared } from './present.ts'
import type { OpenedFile, PlanPage, PlanSummary, Preview, RowFilter } from './reader-calls.ts'
import type { Wishes } from './reading.ts'
import type { RowAnswer } from './verdict.ts'
import type { Role } from './vocabulary.ts'

/** Something to import: a file as it was dropped, or pasted or typed text as a blob. */
export interface Given {
  readonly kind: Source['kind']
  /** The file's name without a folder; empty for pasted and typed text. */
  readonly name: string
  readonly file: Blob
}

/** How far a draft has come. `share`: of the bytes that are read, 0 to 1. */
export type DraftStage =
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'refused'; readonly failure: IntakeFailure }
  | { readonly kind: 'ready' }

const noRows: PlanPage & { readonly from: number } = { from: 0, total: 0, rows: [] }
/** Rows fetched beyond those that are asked for, so that scrolling shows no blanks. */
const beyond = 40

/** One file on its way to a plan: how it is read, what a person decides about it, what it would do. */
export class ImportDraft {
  readonly given: Given
  readonly #ports: ImportPorts
  readonly #open: OpenReader
  stage: DraftStage = $state.raw({ kind: 'reading', share: 0 })
  opened: OpenedFile | null = $state.raw(null)
  preview: Preview | null = $state.raw(null)
  columns: Columns = $state.raw([])
  organizationId: number | null = $state(null)
  /** The status that rows without one are meant to have. */
  wanted: Status = $state(0)
  /** "Whoever is not in the file becomes inactive": `asked` where it is so many that a person must say it twice. */
  missing: 'off' | 'asked' | 'on' = $state('off')
  decisions: Decisions = $state.raw(undecided)
  summary: PlanSummary | null = $state.raw(null)
  compared: Compared | null = $state.raw(null)
  filter: RowFilter = $state('all')
  page: PlanPage & { readonly from: number } = $state.raw(noRows)
  /** A plan is being made. */
  busy = $state(false)
  #wishes: Wishes = {}
  #memory: Memory | null = null
  #met: readonly number[] = []
  #fresh: readonly number[] = []
  #asked = { from: 0, count: 40 }
  #turn = 0

  constructor(given: Given, ports: ImportPorts) {
    this.given = given
    this.#ports = ports
    this.organizationId = ports.organizationId()
    this.#open = ports.openReader((done) => this.#progress(done))
  }

  /** The organizations that can be chosen. */
  get organizations(): readonly Organization[] {
    return this.#ports.lists.organizations()
  }

  get reader(): OpenReader {
    return this.#open
  }

  /** Reads the file and makes the first plan. */
  async begin(): Promise<void> {
    const opened = await this.#open.reader.open(this.given)
    if (!opened.ok) {
      this.stage = { kind: 'refused', failure: opened.failure }
      return
    }
    this.opened = opened.value
    await this.#look()
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

  setMissing(missing: 'off' | 'asked' | 'on'): Promise<void> {
    this.missing = missing
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

  async show(filter: RowFilter): Promise<void> {
    this.filter = filter
    this.page = noRows
    this.#asked = { ...this.#asked, from: 0 }
    await this.#fetchPage()
  }

  /** Fetches the rows of the plan that are to be shown, where they are not at hand. */
  async showRows(from: number, count: number): Promise<void> {
    this.#asked = { from, count }
    const { page } = this
    const end = Math.min(from + count, page.total)
    if (from < page.from || end > page.from + page.rows.length) await this.#fetchPage()
  }

  /** Keeps the choices for the next file of this kind. */
  async remember(): Promise<void> {
    const { preview } = this
    if (preview === null) return
    const organizationId = this.organizationId ?? 0
    const encoding = preview.how.kind === 'text' ? preview.how.detection.encoding : null
    const columns = { organizationId, signature: preview.signature, columns: this.columns }
    const memory = await this.#ports.store.recall(organizationId)
    await this.#ports.store.remember(withChoice(memory, columns, encoding))
  }

  /** The draft as it is stored once it is to be applied; only for one that is ready. */
  record(): ImportRecord {
    const { opened, summary, given } = this
    if (opened === null || summary === null) throw new Error('The draft has no plan yet')
    const { account, now, id } = this.#ports
    return {
      id: id(),
      accountId: account.id,
      source: { kind: given.kind, name: given.name, ...opened },
      by: account.login,
      plannedAt: now(),
      counts: summary.counts,
      choices: this.choices(),
      phase: { kind: 'planned' }
    }
  }

  choices(): Choices {
    const how = this.preview?.how
    return {
      encoding: how?.kind === 'text' ? how.detection.encoding : 'workbook',
      delimiter: how?.kind === 'text' ? how.delimiter.delimiter : 'none',
      header: this.preview?.header ?? false,
      sheet: how?.kind === 'workbook' ? how.sheet : null,
      columns: this.columns,
      organizationId: this.organizationId,
      wanted: this.wanted,
      missingBecomeInactive: this.missing === 'on',
      answers: [...this.decisions.answers],
      mends: [...this.decisions.mends]
    }
  }

  /** Ends the reading worker, whatever it does. */
  close(): void {
    this.#turn += 1
    this.#open.close()
  }

  #progress(done: number): void {
    const { size } = this.given.file
    if (this.stage.kind === 'reading')
      this.stage = { kind: 'reading', share: size === 0 ? 0 : Math.min(1, done / size) }
  }

  async #look(): Promise<void> {
    const { lists, locale, store } = this.#ports
    const turn = (this.#turn += 1)
    this.#memory = await store.recall(this.organizationId ?? 0)
    const looked = await this.#open.reader.look({
      wishes: this.#wishes,
      hints: { remembered: this.#memory?.encoding ?? null, locale: locale() },
      organizations: lists.organizations(),
      organizationId: this.organizationId,
      remembered: this.#memory?.columns ?? []
    })
    if (turn !== this.#turn) return
    if (!looked.ok) {
      this.stage = { kind: 'refused', failure: looked.failure }
      return
    }
    this.preview = looked.value
    this.columns = looked.value.columns
    this.decisions = withoutMends(this.decisions)
    this.missing = 'off'
    this.stage = { kind: 'ready' }
    await this.#decide()
  }

  /** Makes the plan; where it speaks of organizations that were not looked at yet, again with their lists. */
  async #decide(): Promise<void> {
    const turn = (this.#turn += 1)
    this.busy = true
    let wanted = this.#organizationsToMeet()
    do {
      await this.#meet(wanted)
      const summary = await this.#open.reader.decide({
        ...this.choices(),
        organizations: this.#ports.lists.organizations(),
        requestsPerSecond: this.#ports.requestsPerSecond()
      })
      if (turn !== this.#turn) return
      this.summary = summary
      wanted = summary.organizations.filter((id) => !this.#met.includes(id))
    } while (wanted.length > 0)
    this.busy = false
    await this.#fetchPage()
    void this.#freshen().catch(this.#ports.onbug)
  }

  #organizationsToMeet(): readonly number[] {
    const { organizationId } = this
    return organizationId === null ? [] : [organizationId]
  }

  async #meet(more: readonly number[]): Promise<void> {
    const ids = [...this.#met, ...more.filter((id) => !this.#met.includes(id))]
    for (const id of ids) await this.#fetchUnknown(id)
    const { present, compared } = await presentOf(ids, this.#ports)
    this.#met = ids
    this.compared = compared
    await this.#open.reader.meet(present)
  }

  /** Where nothing at all is known, a plan without the list would be wrong. */
  async #fetchUnknown(id: number): Promise<void> {
    if (this.#fresh.includes(id) || (await this.#ports.lists.known(id)) !== null) return
    this.#fresh = [...this.#fresh, id]
    await this.#ports.lists.fetch(id, 'person')
  }

  /** The plan is made from what is known at once, and again when the lists are fresh. */
  async #freshen(): Promise<void> {
    const ids = this.#met.filter((id) => !this.#fresh.includes(id))
    if (ids.length === 0) return
    this.#fresh = [...this.#fresh, ...ids]
    const fetched = await Promise.all(ids.map((id) => this.#ports.lists.fetch(id, 'person')))
    if (fetched.some(({ ok }) => ok)) await this.#decide()
  }

  async #fetchPage(): Promise<void> {
    const { filter } = this
    const turn = this.#turn
    const from = Math.max(0, this.#asked.from - beyond)
    const page = await this.#open.reader.page(filter, from, this.#asked.count + 2 * beyond)
    if (turn === this.#turn && filter === this.filter) this.page = { ...page, from }
  }
}
