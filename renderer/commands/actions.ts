import { sandboxAccountId } from '../../shared/account.ts'
import type { Messages } from '../../shared/messages/messages.ts'
import type { App } from '../app.svelte.ts'
import type { Operators } from '../operators/operators.svelte.ts'
import { accountName } from '../session/account-name.ts'
import type { Session } from '../session/session.svelte.ts'
import type { Workspace } from '../workspace.svelte.ts'

/** Something that can be done now with what there is now: this account, its columns, its views. No menu knows it beforehand. */
export interface Action {
  readonly id: string
  readonly title: string
  /** What it is about, quieter. */
  readonly note: string
  readonly run: () => void
}

/** What they act on. */
export interface ActsOn {
  /** Which dialog is open; to ask is to open one. */
  dialog: App['dialog']
  readonly workspace: ListInWork | null
  readonly session: Pick<
    Session,
    | 'training'
    | 'outage'
    | 'accounts'
    | 'open'
    | 'openSandbox'
    | 'simulateOutage'
    | 'switchTo'
    | 'showForm'
  >
}

type ListInWork = Pick<Workspace, 'grid' | 'chooseView' | 'removeView'> & {
  readonly parts: { readonly operators: Pick<Operators, 'query' | 'sort'> }
}

/** Every action of the moment, in the order in which people read them. `words`: what they are called in. */
export function actionsOf(app: ActsOn, words: Messages, covered: boolean): readonly Action[] {
  const { workspace } = app
  const onList =
    workspace && !covered
      ? [...viewActions(workspace, words), ...columnActions(workspace, words)]
      : []
  return [...onList, ...trainingActions(app, words), ...accountActions(app, words)]
}

function viewActions(workspace: ListInWork, { grid: { savedViews: text } }: Messages): Action[] {
  const { grid, parts } = workspace
  const { current } = grid
  const action = (id: string, title: string, run: () => void): Action => {
    return { id: `view-${id}`, title: plain(title), note: text.title, run }
  }
  const ofCurrent = (view: NonNullable<typeof current>): Action[] => [
    action('none', text.everyone, () => workspace.chooseView(null)),
    action('update', text.update(view.name), () => grid.saveView(view, parts.operators.query)),
    action('rename', text.rename, () => (grid.naming = { view })),
    action('remove', text.remove, () => workspace.removeView(view))
  ]
  const save = action('save', text.save, () => (grid.naming = { view: null }))
  return [save, ...(current ? ofCurrent(current) : [])]
}

function columnActions({ grid, parts }: ListInWork, words: Messages): Action[] {
  const { columns, column: text } = words.grid
  const note = words.views.palette.columns
  const shown = grid.columns.flatMap(({ column, shown: on }): Action[] => {
    const title = on ? text.hideNamed(columns[column]) : text.showNamed(columns[column])
    const run = () => grid.show(column, !on)
    return column === 'name' ? [] : [{ id: `column-${column}`, title, note, run }]
  })
  const sorted = grid.columns.map(({ column }): Action => {
    const title = text.sortNamed(columns[column])
    return { id: `sort-${column}`, title, note, run: () => parts.operators.sort(column) }
  })
  const reset = { id: 'columns-reset', title: text.reset, note, run: () => grid.reset() }
  return [...shown, ...sorted, reset]
}

function trainingActions(app: ActsOn, { session: text }: Messages): Action[] {
  const { session } = app
  const note = text.training
  const open = {
    id: 'training',
    title: text.openSandbox,
    note,
    run: () => void session.openSandbox()
  }
  if (!session.training) return [open]
  const title = session.outage ? text.endOutage : text.simulateOutage
  const run = () => void session.simulateOutage(!session.outage)
  const ask = () => void (app.dialog = 'reset-sandbox')
  const reset = { id: 'reset', title: text.resetData, note, run: ask }
  return [{ id: 'outage', title, note, run }, reset]
}

function accountActions({ session }: ActsOn, { session: text, views }: Messages): Action[] {
  const note = views.palette.accounts
  const others = session.accounts.filter(
    ({ id }) => id !== session.open?.id && id !== sandboxAccountId
  )
  const switches = others.map((account): Action => {
    const { name, place } = accountName(account, text.sandboxName)
    const title = views.palette.switchTo(place ? `${name} · ${place}` : name)
    return { id: `account-${account.id}`, title, note, run: () => void session.switchTo(account) }
  })
  const add = {
    id: 'account-add',
    title: plain(text.addAccount),
    note,
    run: () => session.showForm(null)
  }
  return session.open ? [...switches, add] : []
}

/** Without the dots that announce a question. */
function plain(title: string): string {
  return title.replace(/…$/u, '')
}
