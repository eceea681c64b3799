import { clean } from '../../shared/match-key.ts'

/** What cleaning took out of a name or changed in it. */
export type Cleaning =
  'hidden-marks' | 'control-characters' | 'blanks' | 'composed' | 'formula-guard' | 'list-mark'

const guarded = /^'(?=[=+\-@\t\r])/u

/** A cell without the apostrophe that a formula-guarded file (ours, too) puts before `= + - @`. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") ? cell.replace(guarded, '') : cell
}

const spreadsheetError =
  /^\s*#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|Н\/Д|ССЫЛКА!|ЗНАЧ!|ДЕЛ\/0!|ИМЯ\?|ПУСТО!|ЧИСЛО!|ПОСИЛАННЯ!|ДІЛ\/0!|ІМ['’]Я\?)\s*$/iu

/** Whether a cell shows that its formula failed: no name and no address is like that. */
export function isSpreadsheetError(cell: string): boolean {
  return cell.length < 20 && cell.includes('#') && spreadsheetError.test(cell)
}

const hidden = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\u00ad]/u
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/u

/** What cleaning changes in a cell that holds a name; empty where it stays as it is. */
export function cleaningsOf(cell: string): Cleaning[] {
  const bare = withoutGuard(cell)
  if (clean(bare) === cell) return []
  const found: Cleaning[] = []
  if (bare !== cell) found.push('formula-guard')
  if (hidden.test(bare)) found.push('hidden-marks')
  if (control.test(bare)) found.push('control-characters')
  if (bare.normalize('NFC') !== bare) found.push('composed')
  if (hasBlanks(bare)) found.push('blanks')
  return found
}

function hasBlanks(text: string): boolean {
  const visible = text.replace(new RegExp(hidden, 'gu'), '').replace(new RegExp(control, 'gu'), '')
  return visible !== visible.trim() || /[^\S ]|\u0085| {2}/u.test(visible)
}
