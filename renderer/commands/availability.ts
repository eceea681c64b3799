import {
  type Command,
  isForWindow,
  type WindowCommand,
  windowCommands
} from '../../shared/commands.ts'
import type { Settings } from '../../shared/settings.ts'

/** What decides which commands can be carried out. */
export interface Situation {
  /** Whether an account is open; `training`: the embedded one. */
  readonly account: boolean
  readonly training: boolean
  /** An import lies over the list. */
  readonly covered: boolean
  readonly selected: number
  readonly shown: number
  /** Something is searched or filtered. */
  readonly filtered: boolean
  /** Edits that are not sent yet. */
  readonly unsent: number
  /** The person paused the outbox. */
  readonly paused: boolean
  readonly look: Pick<Settings, 'theme' | 'density'>
  /** Settings that an administrator fixed. */
  readonly managed: readonly (keyof Settings)[]
}

/** Why a command cannot be carried out now. What is `absent` makes no sense now, and is not offered. */
export type Unavailable =
  | 'absent'
  | 'import-open'
  | 'nobody-selected'
  | 'several-selected'
  | 'nobody-shown'
  | 'nothing-waits'

type Rule = (situation: Situation) => Unavailable | null

const always: Rule = () => null
const atWork: Rule = ({ account }) => (account ? null : 'absent')
const onList: Rule = (now) => atWork(now) ?? (now.covered ? 'import-open' : null)
const onShown: Rule = (now) => onList(now) ?? (now.shown === 0 ? 'nobody-shown' : null)
const onSelection: Rule = (now) => onList(now) ?? (now.selected === 0 ? 'nobody-selected' : null)

function unlessFixed<Key extends 'theme' | 'density'>(key: Key, value: Settings[Key]): Rule {
  return ({ look, managed }) => (look[key] === value || managed.includes(key) ? 'absent' : null)
}

const rules: Record<WindowCommand, Rule> = {
  'add-operators': atWork,
  import: atWork,
  'export-list': onShown,
  'export-list-workbook': onShown,
  'export-selection': onSelection,
  'export-selection-workbook': onSelection,
  'switch-account': atWork,
  'sign-out': (now) => atWork(now) ?? (now.training ? 'absent' : null),
  'show-settings': always,
  undo: atWork,
  'select-all': onShown,
  find: onList,
  'clear-filter': (now) => onList(now) ?? (now.filtered ? null : 'absent'),
  'show-details': onShown,
  activate: onSelection,
  deactivate: onSelection,
  'correct-name': (now) => onSelection(now) ?? (now.selected > 1 ? 'several-selected' : null),
  delete: onSelection,
  'show-palette': always,
  refresh: atWork,
  'show-overview': atWork,
  'use-light': unlessFixed('theme', 'light'),
  'use-dark': unlessFixed('theme', 'dark'),
  'use-system-look': unlessFixed('theme', 'system'),
  'compact-rows': unlessFixed('density', 'compact'),
  'comfortable-rows': unlessFixed('density', 'comfortable'),
  'show-outbox': atWork,
  'send-now': (now) => atWork(now) ?? (now.unsent === 0 ? 'nothing-waits' : null),
  'pause-sending': (now) => atWork(now) ?? (now.paused ? 'absent' : null),
  'resume-sending': (now) => atWork(now) ?? (now.paused ? null : 'absent'),
  'show-shortcuts': always
}

/** Why a command cannot be carried out now; `null` where it can. The frame's own always can. */
export function unavailable(command: Command, situation: Situation): Unavailable | null {
  return isForWindow(command) ? rules[command](situation) : null
}

/** What the window can carry out now, for the native menu. */
export function available(situation: Situation): WindowCommand[] {
  return windowCommands.filter((command) => unavailable(command, situation) === null)
}
