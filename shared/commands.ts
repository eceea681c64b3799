/** The menu that a command stands in; also its heading in the palette and on the sheet of shortcuts. */
export type CommandGroup = 'file' | 'edit' | 'operators' | 'view' | 'outbox' | 'help'

/** What never changes about a command. */
interface CommandFacts {
  readonly group: CommandGroup
  /** Who carries it out: the window, or the native frame around it. */
  readonly by: 'window' | 'frame'
  /** Its keys as the native menu writes them; the first is the one that menus show. */
  readonly keys?: readonly string[]
  /** Its keys on a Mac, where they are others. */
  readonly macKeys?: readonly string[]
  /** A text field has its own use for the keys: the page decides whose they are. */
  readonly fieldsFirst?: true
  /** The keys mean it only within the grid of operators. */
  readonly gridOnly?: true
}

/**
 * Every command of the app, in the order in which people read them: the one list behind the native menu, the
 * command palette, the sheet of shortcuts and the keys of the page. Their names are in the catalogues.
 */
export const commandFacts = {
  'add-operators': { group: 'file', by: 'window', keys: ['CmdOrCtrl+N'] },
  import: { group: 'file', by: 'window', keys: ['CmdOrCtrl+O'] },
  'export-list': { group: 'file', by: 'window' },
  'export-list-workbook': { group: 'file', by: 'window' },
  'export-selection': { group: 'file', by: 'window' },
  'export-selection-workbook': { group: 'file', by: 'window' },
  'switch-account': { group: 'file', by: 'window' },
  'sign-out': { group: 'file', by: 'window' },
  'show-settings': { group: 'file', by: 'window', keys: ['CmdOrCtrl+,'] },
  quit: { group: 'file', by: 'frame', keys: ['CmdOrCtrl+Q'] },
  undo: { group: 'edit', by: 'window', keys: ['CmdOrCtrl+Z'], fieldsFirst: true },
  'select-all': { group: 'edit', by: 'window', keys: ['CmdOrCtrl+A'], fieldsFirst: true },
  find: { group: 'edit', by: 'window', keys: ['CmdOrCtrl+F'] },
  'clear-filter': { group: 'edit', by: 'window' },
  'show-details': { group: 'operators', by: 'window', keys: ['CmdOrCtrl+I'] },
  activate: { group: 'operators', by: 'window' },
  deactivate: { group: 'operators', by: 'window' },
  'correct-name': { group: 'operators', by: 'window', keys: ['F2'] },
  delete: {
    group: 'operators',
    by: 'window',
    keys: ['Delete', 'Backspace'],
    macKeys: ['Backspace', 'Delete'],
    fieldsFirst: true,
    gridOnly: true
  },
  'show-palette': { group: 'view', by: 'window', keys: ['CmdOrCtrl+K'] },
  refresh: { group: 'view', by: 'window', keys: ['F5', 'CmdOrCtrl+R'] },
  'show-overview': { group: 'view', by: 'window' },
  'use-light': { group: 'view', by: 'window' },
  'use-dark': { group: 'view', by: 'window' },
  'use-system-look': { group: 'view', by: 'window' },
  'compact-rows': { group: 'view', by: 'window' },
  'comfortable-rows': { group: 'view', by: 'window' },
  'zoom-in': { group: 'view', by: 'frame', keys: ['CmdOrCtrl+Plus', 'CmdOrCtrl+='] },
  'zoom-out': { group: 'view', by: 'frame', keys: ['CmdOrCtrl+-'] },
  'actual-size': { group: 'view', by: 'frame', keys: ['CmdOrCtrl+0'] },
  'full-screen': { group: 'view', by: 'frame', keys: ['F11'], macKeys: ['Ctrl+Cmd+F'] },
  'show-outbox': { group: 'outbox', by: 'window', keys: ['CmdOrCtrl+Shift+O'] },
  'send-now': { group: 'outbox', by: 'window' },
  'pause-sending': { group: 'outbox', by: 'window' },
  'resume-sending': { group: 'outbox', by: 'window' },
  'show-shortcuts': { group: 'help', by: 'window', keys: ['CmdOrCtrl+/', '?'] },
  documentation: { group: 'help', by: 'frame' },
  'log-folder': { group: 'help', by: 'frame' },
  about: { group: 'help', by: 'frame' }
} as const satisfies Record<string, CommandFacts>

type Facts = typeof commandFacts

/** Something that the app can be told to do. */
export type Command = keyof Facts

/** A command that the window carries out. */
export type WindowCommand = {
  [Name in Command]: Facts[Name]['by'] extends 'window' ? Name : never
}[Command]

/** A command that the native frame carries out. */
export type FrameCommand = Exclude<Command, WindowCommand>

/** Every command, in the order of the list. */
export const commands = Object.keys(commandFacts) as readonly Command[]

/** Those that the window carries out. */
export const windowCommands = commands.filter(isForWindow)

/** Those that the native frame carries out. */
export const frameCommands = commands.filter((command) => !isForWindow(command)) as FrameCommand[]

/** Whether the window carries out a command. */
export function isForWindow(command: Command): command is WindowCommand {
  return commandFacts[command].by === 'window'
}

/** What never changes about a command. */
export function factsOf(command: Command): CommandFacts {
  return commandFacts[command]
}

/** A command's keys on one kind of system, those first that menus show. */
export function keysOf(command: Command, mac: boolean): readonly string[] {
  const { keys = [], macKeys } = factsOf(command)
  return (mac ? macKeys : undefined) ?? keys
}
