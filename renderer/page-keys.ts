import type { Command } from '../shared/ipc.ts'

/** A key as the page sees it. `mod`: Ctrl, or Cmd on a Mac; `typing`: in a field that takes text. */
export interface PageKey {
  readonly key: string
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly typing: boolean
  /** Within the grid of operators. */
  readonly inGrid: boolean
}

/**
 * The command of a key that the native menu leaves to the page, since a text field has its own use for it;
 * `null` for every other key.
 */
export function commandOfKey({ key, mod, shift, alt, typing, inGrid }: PageKey): Command | null {
  if (typing || alt) return null
  if (mod) return !shift && key.toLowerCase() === 'z' ? 'undo' : null
  if (key === '?') return 'show-shortcuts'
  return inGrid && (key === 'Delete' || key === 'Backspace') ? 'delete' : null
}

/** Reads a key event. `mac`: whether Cmd is the modifier. */
export function readKey(event: KeyboardEvent, mac: boolean): PageKey {
  const at = event.target instanceof Element ? event.target : null
  return {
    key: event.key,
    mod: mac ? event.metaKey : event.ctrlKey,
    shift: event.shiftKey,
    alt: event.altKey,
    typing: at?.closest('input:not([type="radio"], [type="checkbox"]), textarea') != null,
    inGrid: at?.closest('[role="grid"]') != null
  }
}
