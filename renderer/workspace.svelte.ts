import type { EntryId } from '../shared/edit.ts'
import type { SavedView } from '../shared/grid-settings.ts'
import type { Organization, Scope, Status } from '../shared/operator.ts'
import { ReceiptBook } from './activity/receipt.ts'
import { tellReceipt } from './activity/tell-receipt.ts'
import { spaced } from './calm.ts'
import { Details } from './details/details.svelte.ts'
import { EditActions, type Selection } from './edit-actions.svelte.ts'
import type { AddForm, QueuedCounts } from './operators/add/add.svelte.ts'
import { openAddForm } from './operators/add/open-form.ts'
import { type ExportKind, exportRows } from './operators/export-rows.ts'
import { GridChoices } from './operators/grid-choices.svelte.ts'
import { namesOf } from './operators/organizations-named.ts'
import { selectedNow, shownNow } from './operators/places.ts'
import { everyone } from './operators/query.ts'
import { queryOf } from './operators/saved-views.ts'
import { writeWorkbook } from './operators/write-workbook.ts'
import { unsentOf, type Unsent } from './outbox/views/unsent.ts'
import { markRows } from './row-marker.svelte.ts'
import { clock, timers } from './time.ts'
import type { WorkspaceParts } from './workspace-parts.ts'
import { OutboxPanel } from './outbox/views/panel.svelte.ts'
import { watchStatuses } from './watch-statuses.ts'

/** The panel is drawn anew at most so often, ms: a long replay changes it many times a second. */
const redrawEvery = 200

/** What can be shown at the end side. */
export type Side = 'outbox' | 'overview' | 'details'

/** One account at work: its organizations, the one that is open, its outbox, what is shown at the end side. */
export class Workspace {
  readonly parts: WorkspaceParts
  readonly panel: OutboxPanel
  readonly edits: EditActions
  /** What the person chose about the grid. */
  readonly grid: GridChoices
  readonly #stops: (() => void)[]
  readonly #receipts = new ReceiptBook()
  side: Side | null = $state(null)
  accountMenu = $state(false)
  /** The form that adds operators, while it is shown. */
  adding: AddForm | null = $state.raw(null)

  constructor(parts: WorkspaceParts) {
    this.parts = parts
    const calm = (work: () => void) => spaced(work, redrawEvery, { clock, timers })
    this.panel = new OutboxPanel(parts.outbox, (paused) => this.#keepPause(paused), calm)
    this.edits = new EditActions(parts)
    const { preferences, account } = parts
    this.grid = new GridChoices(preferences.now.grids[account.id], (grid) => {
      void preferences.change({ grids: { ...preferences.now.grids, [account.id]: grid } })
    })
    if (this.grid.start) this.chooseView(this.grid.start)
    this.#stops = [
      parts.lists.subscribe(() => this.#openFirst()),
      parts.outbox.subscribe(() => this.#tellReceipt()),
      parts.lists.onList((...list) => parts.outbox.seen(...list)),
      parts.bridge.on('connection', ({ kind }) => kind === 'online' && parts.lists.reachable()),
      watchStatuses(parts),
      markRows({ ...parts, now: () => Date.now() })
    ]
  }

  /** Shows what the cache holds, and begins to refresh it. */
  async start(): Promise<void> {
    await this.parts.lists.start()
    this.#openFirst()
    // What imports handed over is told by what the outbox holds.
    await this.parts.outbox.opened
    await this.parts.imports.start()
  }

  /** The open organization; `null` before any is known. */
  get organization(): Organization | null {
    const { organizations, organizationId } = this.parts.operators
    return organizations.organizations?.find(({ id }) => id === organizationId) ?? null
  }

  /** An organization's name; its id in words where it has none. */
  nameOf(id: number): string {
    const { organizations } = this.parts.operators.organizations
    return namesOf(organizations).get(id) || this.parts.words().views.outbox.organization(id)
  }

  /** Whose operators are shown; empty before anybody's are. */
  get title(): string {
    const { scope } = this.parts.operators
    if (scope === 'all') return this.parts.words().grid.allOrganizations
    return this.organization ? this.nameOf(this.organization.id) : ''
  }

  /** Opens an organization, or all, and opens it again at the next start. */
  async open(scope: Scope): Promise<void> {
    const { preferences, account, operators } = this.parts
    if (scope === operators.scope) return
    void operators.open(scope)
    const openOrganization = { ...preferences.now.openOrganization, [account.id]: scope }
    await preferences.change({ openOrganization })
  }

  /** Shows a panel at the end side, or hides it where it is shown. */
  toggleSide(side: Side): void {
    this.side = this.side === side ? null : side
  }

  /** The details of the operator in focus; whoever takes them closes them. */
  details(): Details {
    const { operators, outbox, cache, bridge, account, importsOf, now } = this.parts
    return new Details({
      ...{ operators, outbox, cache, now },
      chats: (...of) => bridge.operators.chats(account.id, ...of),
      imports: importsOf
    })
  }

  /** Shows an entry of the outbox. */
  async showEntry(id: EntryId): Promise<void> {
    this.panel.filter = null
    if (this.panel.openId !== id) await this.panel.toggle(id)
    this.side = 'outbox'
  }

  /** Copies an operator's id, and says so. */
  copyId(id: number): void {
    void this.parts.bridge.frame.copy(String(id), null)
    this.parts.toasts.show(({ views }) => views.operator.copied)
  }

  refresh(): void {
    void this.parts.lists.refresh()
  }

  /** Opens the form that adds operators, with what was typed there before. */
  showAddForm(): void {
    const { operators } = this.parts
    const form = {
      ...this.parts,
      added: operators.added,
      queuedNames: (id: number) => this.edits.queuedNames(id),
      onqueued: (counts: QueuedCounts) => {
        this.adding = null
        this.edits.tellQueued(counts)
      }
    }
    this.adding = openAddForm(form, operators.organizationId)
  }

  /** The token was renewed: lists and queue go on. */
  renewed(): void {
    this.parts.lists.reachable()
    this.parts.outbox.signedIn()
  }

  /** What has not been sent: how many edits, of which organizations. */
  unsent(): Unsent {
    return unsentOf(this.parts.outbox.view().bare.values())
  }

  /** The selected operators; `null` where there are none. */
  selection(): Selection | null {
    const rows = this.parts.operators.selected()
    return rows.length === 0 ? null : { rows }
  }

  /** Removes the stored lists, and fetches them anew. Drafts and the outbox stay. */
  async clearLists(): Promise<void> {
    const result = await this.parts.cache.wipe('lists')
    await this.parts.lists.forget()
    if (result.ok) this.parts.toasts.show(({ session }) => session.preferences.cleared)
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop()
    this.parts.operators.close()
    await this.parts.lists.close()
    await this.parts.onclose()
  }

  #keepPause(paused: boolean): void {
    const { preferences } = this.parts
    void preferences.change({ outbox: { ...preferences.now.outbox, paused } })
  }

  #tellReceipt(): void {
    const { outbox, bridge } = this.parts
    tellReceipt(this.#receipts.look(outbox.view()), {
      ...this.parts,
      notify: bridge.frame.notify,
      onshow: this.side === 'outbox' ? null : () => (this.side = 'outbox')
    })
  }

  /** Gives the selected operators a status. */
  setStatus(to: Status): void {
    const selection = this.selection()
    if (selection) void this.edits.setStatus(selection, to)
  }

  /** Asks for the right name of the selected operator. */
  correctName(): void {
    const selection = this.selection()
    if (selection) this.edits.askCorrect(selection)
  }

  /** Saves the rows that show, or the selected ones of them, as a file. */
  async export(what: 'list' | 'selection', kind: ExportKind): Promise<void> {
    const { operators, words, bridge, toasts } = this.parts
    const rows = what === 'list' ? shownNow(operators) : selectedNow(operators.selection, operators)
    const { breathe } = timers
    const columns = this.grid.shown
    await exportRows(rows, {
      ...{ words: words(), title: this.title, columns, kind, breathe, writeWorkbook, toasts },
      organizationName: (id) => this.nameOf(id),
      rightToLeft: document.documentElement.dir === 'rtl',
      saveFile: bridge.frame.saveFile
    })
  }

  /** Shows the grid as a view keeps it; `null`: everyone, in the columns that there are. */
  chooseView(view: SavedView | null): void {
    this.grid.choose(view)
    this.parts.operators.ask(view ? queryOf(view) : everyone)
  }

  /** Removes a saved view, with a way back. */
  removeView(view: SavedView): void {
    const { toasts } = this.parts
    this.grid.removeView(view.id)
    toasts.show(({ grid }) => grid.savedViews.removed(view.name), {
      label: ({ views }) => views.undo,
      run: () => this.grid.putView(view)
    })
  }

  /** Opens the organization that was open last, or the first, once organizations are known. */
  #openFirst(): void {
    const known = this.parts.lists.organizations().organizations
    const isThere = (scope: Scope | null | undefined): boolean =>
      scope === 'all' ? (known?.length ?? 0) > 1 : known?.some(({ id }) => id === scope) === true
    if (!known || isThere(this.parts.operators.scope)) return
    const last = this.parts.preferences.now.openOrganization[this.parts.account.id]
    if (last === 'all' && isThere(last)) {
      void this.open(last)
      return
    }
    const first = known.find(({ id }) => id === last) ?? known[0]
    if (first) void this.open(first.id)
  }
}
