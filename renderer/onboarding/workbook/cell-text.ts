const day = 86_400_000
/** From the day 0 of a workbook to the first of January 1970. */
const days = { since1900: 25_569, since1904: 24_107 } as const

/**
 * A number as a person sees it: as it is written in the file ("24", "12345678901234567"), but for the long forms
 * of short ones ("1.1000000000000001") and the short form of long ones ("1.2345678901E10").
 */
export function plainNumber(text: string): string {
  const number = Number(text)
  const shorter = String(number).length < text.length
  const large = /e/iu.test(text) && Number.isSafeInteger(number)
  return Number.isFinite(number) && (shorter || large) ? String(number) : text
}

/** The day that a number stands for, as "2024-01-31"; a number that is no day of the calendar stays one. */
export function dateOfNumber(text: string, since1904: boolean): string {
  const from = since1904 ? days.since1904 : days.since1900
  const date = new Date(Math.floor((Number(text) - from) * day))
  const year = date.getUTCFullYear()
  return year >= 0 && year <= 9999 ? date.toISOString().slice(0, 10) : plainNumber(text)
}

/** The day of a date that is written as one; anything else stays as it is. */
export function dateOfText(text: string): string {
  return /^\s*(\d{4}-\d\d-\d\d)(?:T|\s|$)/u.exec(text)?.[1] ?? text
}

/** "true" or "false", as other cells of the list say it. */
export function truth(text: string): string {
  if (text === '1') return 'true'
  return text === '0' ? 'false' : text
}
