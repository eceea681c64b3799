import { shownKeys } from '../../shared/accelerator.ts'
import {
  type Command,
  type CommandGroup,
  commands,
  factsOf,
  keysOf
} from '../../shared/commands.ts'
import type { Messages } from '../../shared/messages/messages.ts'
import { groupTitle, titleOf } from './items.ts'

/** What the keys of one place do. */
export interface SheetGroup {
  readonly title: string
  readonly rows: readonly { readonly what: string; readonly keys: readonly string[] }[]
}

type Rows = Messages['views']['shortcuts']['rows']
type Keys = Partial<Record<keyof Rows, readonly string[]>>

/** Keys of the grid that are no commands, since they mean something only for its cell with the focus. */
const gridKeys = {
  move: ['Up', 'Down', 'PageUp', 'PageDown'],
  cell: ['Left', 'Right', 'Home', 'End'],
  ends: ['CmdOrCtrl+Up', 'CmdOrCtrl+Down', 'CmdOrCtrl+Home', 'CmdOrCtrl+End'],
  select: ['Space'],
  extend: ['Shift+Up', 'Shift+Down', 'Shift+Space'],
  letGo: ['Escape'],
  choose: ['Enter'],
  copy: ['CmdOrCtrl+C'],
  menu: ['Shift+F10']
} as const satisfies Keys

/** Keys on the header of a column. */
const headerKeys = {
  sort: ['Enter', 'Space'],
  sortToo: ['Shift+Enter'],
  resize: ['Alt+Left', 'Alt+Right'],
  reorder: ['Alt+Shift+Left', 'Alt+Shift+Right'],
  columns: ['Shift+F10']
} as const satisfies Keys

/** The sheet of shortcuts: every command that has keys, by its menu, and the keys of the grid. */
export function sheetOf(words: Messages, mac: boolean): readonly SheetGroup[] {
  const { groups, rows } = words.views.shortcuts
  const withKeys = commands.filter((command) => keysOf(command, mac).length > 0)
  const ofMenus = [...new Set(withKeys.map(groupOf))].map((group) => ({
    title: groupTitle(group, words),
    rows: withKeys
      .filter((command) => groupOf(command) === group)
      .map((command) => ({
        what: titleOf(command, words),
        keys: shown(keysOf(command, mac), mac)
      }))
  }))
  return [
    ...ofMenus,
    { title: groups.grid, rows: rowsOf(gridKeys, rows, mac) },
    { title: groups.header, rows: rowsOf(headerKeys, rows, mac) }
  ]
}

function rowsOf(keys: Keys, texts: Rows, mac: boolean): SheetGroup['rows'] {
  return Object.entries(keys).map(([key, own]) => ({
    what: texts[key as keyof Rows],
    keys: shown(own, mac)
  }))
}

function groupOf(command: Command): CommandGroup {
  return factsOf(command).group
}

/** Ctrl and = is Ctrl and + without Shift: nobody needs to read both. */
function shown(keys: readonly string[], mac: boolean): string[] {
  return keys.filter((key) => !key.endsWith('+=')).map((key) => shownKeys(key, mac))
}
