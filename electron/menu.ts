import type { MenuItemConstructorOptions } from 'electron'
import {
  type Command,
  factsOf,
  type FrameCommand,
  isForWindow,
  keysOf,
  type WindowCommand
} from '../shared/commands.ts'
import type { Messages } from '../shared/messages/messages.ts'
import { appMenu, windowMenu } from './mac-menu.ts'

type Item = MenuItemConstructorOptions
type Texts = Messages['frame']['menu']

/** What the menu is made of. */
export interface MenuState {
  readonly texts: Texts
  readonly platform: NodeJS.Platform
  /** Commands that the window can carry out now. */
  readonly enabled: ReadonlySet<Command>
  readonly development: boolean
}

/** What choosing an item does. */
export interface MenuActions {
  readonly command: (command: WindowCommand) => void
  readonly frame: (command: FrameCommand) => void
  /** The text field's own, for a command that the window does not claim at the moment. */
  readonly editing: (edit: 'undo' | 'select-all') => void
}

/**
 * The application menu. Keys that a text field needs (undo, select all, delete) are shown but left to the
 * page, which gives a focused field precedence; on macOS, where the menu always sees them first, undo and
 * select all fall back to the field. All other keys reach the page first too, and the menu if it ignores them.
 */
export function menuTemplate(state: MenuState, act: MenuActions): Item[] {
  const mac = state.platform === 'darwin'
  const menus = [
    fileMenu(state, act),
    editMenu(state, act),
    operatorsMenu(state, act),
    viewMenu(state, act),
    outboxMenu(state, act)
  ]
  return mac
    ? [appMenu(state, act), ...menus, windowMenu(state), helpMenu(state, act)]
    : [...menus, helpMenu(state, act)]
}

/** The ids under which the items of commands are found again, to enable and disable them. */
export function itemIdOf(command: Command): string {
  return `command.${command}`
}

/** Whether an item can be chosen now; undo and select all always can, text fields have their own. */
export function isEnabled(command: Command, enabled: ReadonlySet<Command>): boolean {
  if (command === 'undo' || command === 'select-all') return true
  return !isForWindow(command) || enabled.has(command)
}

const separator: Item = { type: 'separator' }

/** The item of a command, with its name and its first key. */
export function commandItem(state: MenuState, act: MenuActions, command: Command): Item {
  const mac = state.platform === 'darwin'
  const [accelerator] = keysOf(command, mac)
  const { fieldsFirst = false } = factsOf(command)
  const editing = command === 'undo' || command === 'select-all'
  // On macOS the menu sees keys before any text field: it can give back what is edited, and nothing else.
  const shown = accelerator !== undefined && !(mac && fieldsFirst && !editing)
  return {
    id: itemIdOf(command),
    label: state.texts.commands[command],
    enabled: isEnabled(command, state.enabled),
    ...(shown && { accelerator, registerAccelerator: mac || !fieldsFirst }),
    click: clicked(act, command)
  }
}

function clicked(act: MenuActions, command: Command): () => void {
  return () => {
    if (command === 'undo' || command === 'select-all') act.editing(command)
    else if (isForWindow(command)) act.command(command)
    else act.frame(command)
  }
}

/** Further keys of a command: entries of their own, which do not show. */
function furtherKeys(state: MenuState, act: MenuActions, command: Command): Item[] {
  const [, ...further] = keysOf(command, state.platform === 'darwin')
  return further.map((accelerator) => ({
    label: state.texts.commands[command],
    accelerator,
    visible: false,
    acceleratorWorksWhenHidden: true,
    click: clicked(act, command)
  }))
}

function items(state: MenuState, act: MenuActions, commands: readonly Command[]): Item[] {
  return commands.map((command) => commandItem(state, act, command))
}

const exports = [
  'export-list',
  'export-list-workbook',
  'export-selection',
  'export-selection-workbook'
] as const satisfies readonly Command[]

function fileMenu(state: MenuState, act: MenuActions): Item {
  const { texts, platform } = state
  const settingsAndQuit: Item[] = [
    separator,
    commandItem(state, act, 'show-settings'),
    separator,
    commandItem(state, act, 'quit')
  ]
  return {
    label: texts.file,
    submenu: [
      ...items(state, act, ['add-operators', 'import']),
      separator,
      { label: texts.export, submenu: items(state, act, exports) },
      separator,
      ...items(state, act, ['switch-account', 'sign-out']),
      ...(platform === 'darwin' ? [] : settingsAndQuit)
    ]
  }
}

function editMenu(state: MenuState, act: MenuActions): Item {
  const { texts } = state
  return {
    label: texts.edit,
    submenu: [
      commandItem(state, act, 'undo'),
      { role: 'redo', label: texts.redo },
      separator,
      { role: 'cut', label: texts.cut },
      { role: 'copy', label: texts.copy },
      { role: 'paste', label: texts.paste },
      commandItem(state, act, 'select-all'),
      separator,
      ...items(state, act, ['find', 'clear-filter'])
    ]
  }
}

function operatorsMenu(state: MenuState, act: MenuActions): Item {
  return {
    label: state.texts.operators,
    submenu: [
      commandItem(state, act, 'show-details'),
      separator,
      ...items(state, act, ['activate', 'deactivate', 'delete']),
      separator,
      commandItem(state, act, 'correct-name')
    ]
  }
}

function viewMenu(state: MenuState, act: MenuActions): Item {
  const { texts } = state
  const looks: Command[] = ['use-light', 'use-dark', 'use-system-look']
  const appearance: Item[] = [
    ...items(state, act, looks),
    separator,
    ...items(state, act, ['compact-rows', 'comfortable-rows'])
  ]
  return {
    label: texts.view,
    submenu: [
      commandItem(state, act, 'show-palette'),
      separator,
      commandItem(state, act, 'refresh'),
      ...furtherKeys(state, act, 'refresh'),
      commandItem(state, act, 'show-overview'),
      separator,
      { label: texts.appearance, submenu: appearance },
      commandItem(state, act, 'zoom-in'),
      ...furtherKeys(state, act, 'zoom-in'),
      ...items(state, act, ['zoom-out', 'actual-size']),
      separator,
      commandItem(state, act, 'full-screen'),
      ...(state.development ? developerItems(texts) : [])
    ]
  }
}

function outboxMenu(state: MenuState, act: MenuActions): Item {
  return {
    label: state.texts.outbox,
    submenu: [
      commandItem(state, act, 'show-outbox'),
      separator,
      ...items(state, act, ['send-now', 'pause-sending', 'resume-sending'])
    ]
  }
}

function developerItems(texts: Texts): Item[] {
  return [
    separator,
    { role: 'forceReload', label: texts.reload },
    { role: 'toggleDevTools', label: texts.developerTools }
  ]
}

function helpMenu(state: MenuState, act: MenuActions): Item {
  const { texts, platform } = state
  const about: Item[] = [separator, commandItem(state, act, 'about')]
  return {
    role: 'help',
    label: texts.help,
    submenu: [
      ...items(state, act, ['show-shortcuts', 'documentation', 'log-folder']),
      ...(platform === 'darwin' ? [] : about)
    ]
  }
}
