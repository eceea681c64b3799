import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '../shared/ipc.ts'
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
  readonly command: (command: Command) => void
  /** The text field's own, for a command that the window does not claim at the moment. */
  readonly editing: (edit: 'undo' | 'select-all') => void
  readonly zoom: (step: 1 | -1 | 0) => void
  readonly documentation: () => void
  readonly logFolder: () => void
  readonly about: () => void
  readonly quit: () => void
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
    viewMenu(state, act)
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
  return command === 'undo' || command === 'select-all' || enabled.has(command)
}

const separator: Item = { type: 'separator' }

interface CommandItem {
  readonly command: Command
  readonly label: string
  readonly accelerator?: string
  /** Show the key, and leave it to the page. */
  readonly keyOfPage?: true
}

function commandItem(
  { enabled, platform }: MenuState,
  act: MenuActions,
  { command, label, accelerator, keyOfPage }: CommandItem
): Item {
  const shown = accelerator !== undefined && !(keyOfPage && platform === 'darwin')
  return {
    id: itemIdOf(command),
    label,
    enabled: isEnabled(command, enabled),
    ...(shown && { accelerator, registerAccelerator: keyOfPage === undefined }),
    click: () => act.command(command)
  }
}

function editingItem(
  state: MenuState,
  act: MenuActions,
  item: { command: 'undo' | 'select-all'; label: string; accelerator: string }
): Item {
  return {
    id: itemIdOf(item.command),
    label: item.label,
    accelerator: item.accelerator,
    registerAccelerator: state.platform === 'darwin',
    click: () => act.editing(item.command)
  }
}

function fileMenu(state: MenuState, act: MenuActions): Item {
  const { texts, platform } = state
  const settingsAndQuit: Item[] = [
    separator,
    commandItem(state, act, {
      command: 'show-settings',
      label: texts.settings,
      accelerator: 'Ctrl+,'
    }),
    separator,
    { label: texts.quit, accelerator: 'Ctrl+Q', click: act.quit }
  ]
  return {
    label: texts.file,
    submenu: [
      commandItem(state, act, {
        command: 'add-operators',
        label: texts.addOperators,
        accelerator: 'CmdOrCtrl+N'
      }),
      commandItem(state, act, {
        command: 'import',
        label: texts.import,
        accelerator: 'CmdOrCtrl+O'
      }),
      separator,
      commandItem(state, act, { command: 'switch-account', label: texts.switchAccount }),
      commandItem(state, act, { command: 'sign-out', label: texts.signOut }),
      ...(platform === 'darwin' ? [] : settingsAndQuit)
    ]
  }
}

function editMenu(state: MenuState, act: MenuActions): Item {
  const { texts } = state
  return {
    label: texts.edit,
    submenu: [
      editingItem(state, act, { command: 'undo', label: texts.undo, accelerator: 'CmdOrCtrl+Z' }),
      { role: 'redo', label: texts.redo },
      separator,
      { role: 'cut', label: texts.cut },
      { role: 'copy', label: texts.copy },
      { role: 'paste', label: texts.paste },
      editingItem(state, act, {
        command: 'select-all',
        label: texts.selectAll,
        accelerator: 'CmdOrCtrl+A'
      }),
      separator,
      commandItem(state, act, { command: 'find', label: texts.find, accelerator: 'CmdOrCtrl+F' })
    ]
  }
}

function operatorsMenu(state: MenuState, act: MenuActions): Item {
  const { texts } = state
  return {
    label: texts.operators,
    submenu: [
      commandItem(state, act, { command: 'activate', label: texts.activate }),
      commandItem(state, act, { command: 'deactivate', label: texts.deactivate }),
      commandItem(state, act, {
        command: 'delete',
        label: texts.delete,
        accelerator: 'Delete',
        keyOfPage: true
      }),
      separator,
      commandItem(state, act, {
        command: 'correct-name',
        label: texts.correctName,
        accelerator: 'F2'
      })
    ]
  }
}

function viewMenu(state: MenuState, act: MenuActions): Item {
  const { texts } = state
  const refresh: CommandItem = { command: 'refresh', label: texts.refresh, accelerator: 'F5' }
  return {
    label: texts.view,
    submenu: [
      commandItem(state, act, refresh),
      // A second key for the same command, without a second entry.
      {
        label: texts.refresh,
        accelerator: 'CmdOrCtrl+R',
        visible: false,
        acceleratorWorksWhenHidden: true,
        click: () => act.command('refresh')
      },
      commandItem(state, act, {
        command: 'show-outbox',
        label: texts.outbox,
        accelerator: 'CmdOrCtrl+Shift+O'
      }),
      separator,
      { label: texts.zoomIn, accelerator: 'CmdOrCtrl+Plus', click: () => act.zoom(1) },
      {
        label: texts.zoomIn,
        accelerator: 'CmdOrCtrl+=',
        visible: false,
        acceleratorWorksWhenHidden: true,
        click: () => act.zoom(1)
      },
      { label: texts.zoomOut, accelerator: 'CmdOrCtrl+-', click: () => act.zoom(-1) },
      { label: texts.actualSize, accelerator: 'CmdOrCtrl+0', click: () => act.zoom(0) },
      separator,
      { role: 'togglefullscreen', label: texts.fullScreen },
      ...(state.development ? developerItems(texts) : [])
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
  const about: Item[] = [separator, { label: texts.about, click: act.about }]
  return {
    role: 'help',
    label: texts.help,
    submenu: [
      commandItem(state, act, {
        command: 'show-shortcuts',
        label: texts.shortcuts,
        accelerator: 'CmdOrCtrl+/'
      }),
      { label: texts.documentation, click: act.documentation },
      { label: texts.logFolder, click: act.logFolder },
      ...(platform === 'darwin' ? [] : about)
    ]
  }
}
