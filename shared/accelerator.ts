/** A key with the keys that are held with it. `mod`: Ctrl, or Cmd on a Mac. */
export interface Chord {
  readonly key: string
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl on a Mac, beside Cmd. */
  readonly control: boolean
}

/** Reads keys as the native menu writes them: `CmdOrCtrl+Shift+O`. */
export function chordOf(accelerator: string): Chord {
  const parts = accelerator.split('+')
  const key = parts.pop() ?? ''
  const held = new Set(parts)
  return {
    key: key === 'Plus' ? '+' : key,
    mod: held.has('CmdOrCtrl') || held.has('Cmd'),
    shift: held.has('Shift'),
    alt: held.has('Alt'),
    control: held.has('Ctrl')
  }
}

const arrows: Readonly<Record<string, string>> = {
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn'
}
const macNames: Readonly<Record<string, string>> = {
  ...arrows,
  Backspace: '⌫',
  Delete: '⌦',
  Enter: '↩',
  Escape: '⎋'
}
const otherNames: Readonly<Record<string, string>> = {
  ...arrows,
  Delete: 'Del',
  Escape: 'Esc'
}

/** Keys as people read them: `Ctrl+Shift+O`, on a Mac `⇧⌘O`. */
export function shownKeys(accelerator: string, mac: boolean): string {
  const { key, mod, shift, alt, control } = chordOf(accelerator)
  const name = (mac ? macNames : otherNames)[key] ?? key
  const held: readonly (readonly [boolean, string, string])[] = [
    [mod && !mac, 'Ctrl+', ''],
    [control, 'Ctrl+', '⌃'],
    [alt, 'Alt+', '⌥'],
    [shift, 'Shift+', '⇧'],
    [mod && mac, '', '⌘']
  ]
  return (
    held
      .filter(([on]) => on)
      .map(([, other, onMac]) => (mac ? onMac : other))
      .join('') + name
  )
}
