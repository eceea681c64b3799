/** Formats that every spreadsheet program knows without being told, and that show a date or a time. */
const builtIn: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81]
]

/** Whether a format of that number shows a date or a time; `code` where the workbook says how it looks. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (builtIn.some(([first, last]) => id >= first && id <= last)) return true
  return code !== undefined && code.split(';').some(showsDate)
}

/** What is in quotes, behind a backslash or in brackets, but for hours, minutes and seconds that run on: "[h]". */
const literal = /"[^"]*"|\\.|\[(?![smh]{1,2}\])[^\]]*\]/giu
const fraction = /([smh]\]?)[.,]0+/giu
const word = /[a-z0#?%]+/giu
const dateWord = /^(?:s{1,2}|m{1,5}|h{1,2}|d{1,4}|a{1,5}|y{1,4}|e{1,4}|g{1,3}|b{2,4}|am|pm|p)$/iu

/** A section of a format that says days or hours and nothing that belongs to other numbers. */
function showsDate(section: string): boolean {
  const words = section.replace(literal, ' ').replace(fraction, '$1').match(word) ?? []
  return words.length > 0 && words.every((each) => dateWord.test(each))
}
