import type { PlanPage, RowFilter } from './reader-calls.ts'
import type { Reader } from './reader-port.ts'

const noRows: PlanPage & { readonly from: number } = { from: 0, total: 0, rows: [] }
/** Rows fetched beyond those that are asked for, so that scrolling shows no blanks. */
const beyond = 40

/** The rows of the plan that are shown: those that the filter lets through, a stretch at a time. */
export class PlanPages {
  readonly #reader: Pick<Reader, 'page'>
  filter: RowFilter = $state('all')
  page: PlanPage & { readonly from: number } = $state.raw(noRows)
  #asked = { from: 0, count: 40 }
  #turn = 0

  constructor(reader: Pick<Reader, 'page'>) {
    this.#reader = reader
  }

  /** Shows the rows of one kind, from the first. */
  async show(filter: RowFilter): Promise<void> {
    this.filter = filter
    this.page = noRows
    this.#asked = { ...this.#asked, from: 0 }
    await this.fetch()
  }

  /** Fetches the rows of the plan that are to be shown, where they are not at hand. */
  async showRows(from: number, count: number): Promise<void> {
    this.#asked = { from, count }
    const { page } = this
    const end = Math.min(from + count, page.total)
    if (from < page.from || end > page.from + page.rows.length) await this.fetch()
  }

  /** Fetches what is shown once more: the plan has changed. */
  async fetch(): Promise<void> {
    const turn = (this.#turn += 1)
    const from = Math.max(0, this.#asked.from - beyond)
    const page = await this.#reader.page(this.filter, from, this.#asked.count + 2 * beyond)
    if (turn === this.#turn) this.page = { ...page, from }
  }
}
