import { chordOf } from '../../shared/accelerator.ts'
import { factsOf, keysOf, type WindowCommand, windowCommands } from '../../shared/commands.ts'
import { latinKey } from '../latin-key.ts'

/** A key as the page sees it. `mod`: Ctrl, or Cmd on a Mac; `typing`: in a field that takes text. */
export interface PageKey {
  readonly key: string
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl on a Mac, beside Cmd. */
  readonly control: boolean
  readonly typing: boolean
  /** Within the grid of operators. */
  readonly inGrid: boolean
}

/**
 * The command of a key; `null` where it has none, or where a text field has its own use for it. What the page
 * lets pass comes to the native menu.
 */
export function commandOfKey(pressed: PageKey, mac: boolean): WindowCommand | null {
  const means = (command: WindowCommand): boolean =>
    isFree(command, pressed) && keysOf(command, mac).some((keys) => isPressed(keys, pressed))
  return windowCommands.find(means) ?? null
}

/** Whether the place where a key was pressed leaves it to a command. */
function isFree(command: WindowCommand, { key, mod, typing, inGrid }: PageKey): boolean {
  const { fieldsFirst = false, gridOnly = false } = factsOf(command)
  if (gridOnly && !inGrid) return false
  return !typing || (!fieldsFirst && (mod || key.length > 1))
}

function isPressed(accelerator: string, pressed: PageKey): boolean {
  const { key, mod, shift, alt, control } = chordOf(accelerator)
  // On some keyboards a sign takes Shift, on others none.
  const shiftFits = shift === pressed.shift || (key.length === 1 && !/[A-Z]/u.test(key))
  return (
    key.toLowerCase() === pressed.key.toLowerCase() &&
    mod === pressed.mod &&
    shiftFits &&
    alt === pressed.alt &&
    control === pressed.control
  )
}

/** Reads a key event. `mac`: whether Cmd is the modifier. */
export function readKey(event: KeyboardEvent, mac: boolean): PageKey {
  const at = event.target instanceof Element ? event.target : null
  return {
    key: latinKey(event),
    mod: mac ? event.metaKey : event.ctrlKey,
    shift: event.shiftKey,
    alt: event.altKey,
    control: mac && event.ctrlKey,
    typing: at?.closest('input:not([type="radio"], [type="checkbox"]), textarea') != null,
    inGrid: at?.closest('[role="grid"]') != null
  }
}
