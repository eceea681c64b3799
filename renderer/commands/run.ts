import { type Command, isForWindow, type WindowCommand } from '../../shared/commands.ts'
import type { App } from '../app.svelte.ts'
import { focusSearch } from '../focus-search.ts'
import type { Workspace } from '../workspace.svelte.ts'
import { unavailable } from './availability.ts'
import { situationOf } from './situation.ts'

/** Carries out a command, wherever it was chosen; one that is unavailable does nothing. */
export function run(app: App, command: Command): void {
  if (unavailable(command, situationOf(app)) !== null) return
  if (!isForWindow(command)) void app.parts.bridge.frame.carryOut(command)
  else if (isForApp(command)) inApp[command](app)
  else if (app.workspace) inWorkspace[command](app.workspace)
}

type AppCommand = keyof typeof inApp
type WorkspaceCommand = Exclude<WindowCommand, AppCommand>

const inApp = {
  'show-palette': (app) => app.togglePalette(),
  'show-settings': (app) => (app.dialog = 'settings'),
  'show-shortcuts': (app) => (app.dialog = 'shortcuts'),
  'sign-out': (app) => (app.dialog = 'sign-out'),
  'use-light': (app) => void app.preferences.change({ theme: 'light' }),
  'use-dark': (app) => void app.preferences.change({ theme: 'dark' }),
  'use-system-look': (app) => void app.preferences.change({ theme: 'system' }),
  'compact-rows': (app) => void app.preferences.change({ density: 'compact' }),
  'comfortable-rows': (app) => void app.preferences.change({ density: 'comfortable' })
} satisfies Partial<Record<WindowCommand, (app: App) => void>>

function isForApp(command: WindowCommand): command is AppCommand {
  return command in inApp
}

const inWorkspace: Record<WorkspaceCommand, (workspace: Workspace) => void> = {
  'add-operators': (workspace) => workspace.showAddForm(),
  import: ({ parts }) => parts.imports.show(),
  'export-list': (workspace) => void workspace.export('list', 'csv'),
  'export-list-workbook': (workspace) => void workspace.export('list', 'xlsx'),
  'export-selection': (workspace) => void workspace.export('selection', 'csv'),
  'export-selection-workbook': (workspace) => void workspace.export('selection', 'xlsx'),
  'switch-account': (workspace) => (workspace.accountMenu = true),
  undo: ({ edits }) => void edits.undo(),
  'select-all': ({ parts }) => parts.operators.pointer.selectAll(),
  find: () => focusSearch(),
  'clear-filter': ({ parts }) => parts.operators.showAll(),
  'show-details': (workspace) => workspace.toggleSide('details'),
  activate: (workspace) => workspace.setStatus(0),
  deactivate: (workspace) => workspace.setStatus(1),
  delete: (workspace) => workspace.setStatus(2),
  'correct-name': (workspace) => workspace.correctName(),
  refresh: (workspace) => workspace.refresh(),
  'show-overview': (workspace) => workspace.toggleSide('overview'),
  'show-outbox': (workspace) => workspace.toggleSide('outbox'),
  'send-now': ({ panel }) => panel.sendNow(),
  'pause-sending': ({ panel }) => panel.pause(true),
  'resume-sending': ({ panel }) => panel.pause(false)
}
