import type { Command } from '../shared/ipc.ts'

/** Every command; one that is missing here does not compile. */
export const commands = Object.keys({
  'add-operators': true,
  import: true,
  find: true,
  refresh: true,
  undo: true,
  'select-all': true,
  activate: true,
  deactivate: true,
  delete: true,
  'correct-name': true,
  'show-outbox': true,
  'show-settings': true,
  'show-shortcuts': true,
  'switch-account': true,
  'sign-out': true
} satisfies Record<Command, true>) as readonly Command[]
