/** No reference to a character is longer. */
export const longestReference = 16

const reference = /&(?:#(\d{1,10})|#x([0-9a-f]{1,8})|(amp|lt|gt|quot|apos));/giu

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'"
}

/** Text of XML with its references to characters resolved; one to anything else stays as it is written. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(reference, (whole: string, ...groups: (string | undefined)[]) => {
    const [decimal, hex, name] = groups
    if (name !== undefined) return named[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0x10_ff_ff ? '\ufffd' : String.fromCodePoint(code)
  })
}

/** A text of a workbook with what XML cannot hold: "_x000D_" is a carriage return, "_x005F_x000D_" those letters. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-f]{4})_/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16))
  )
}

/** An attribute's value by its local name, out of what stands behind the name in a tag. */
export function attributeOf(tag: string, name: string): string | null {
  let found: string | null = null
  eachAttribute(tag, (each, value) => {
    if (each === name) found ??= value
  })
  return found
}

/** Hands over each attribute of a tag, its name without the prefix; what declares a prefix is none. */
export function eachAttribute(tag: string, take: (name: string, value: string) => void): void {
  for (let at = 0; ;) {
    const equals = tag.indexOf('=', at)
    const open = skipBlanks(tag, equals + 1)
    const quote = tag.charCodeAt(open)
    if (equals < 0 || (quote !== double && quote !== single)) return
    const close = tag.indexOf(quote === double ? '"' : "'", open + 1)
    if (close < 0) return
    const name = nameIn(tag, at, equals)
    if (name !== '') take(name, decodeReferences(tag.slice(open + 1, close)))
    at = close + 1
  }
}

function nameIn(tag: string, from: number, equals: number): string {
  const start = skipBlanks(tag, from)
  let end = equals
  while (end > start && isBlank(tag.charCodeAt(end - 1))) end -= 1
  const name = tag.slice(start, end)
  const colon = end - start < 2 ? -1 : name.indexOf(':')
  if (colon < 0) return name
  return name.startsWith('xmlns:') ? '' : name.slice(colon + 1)
}

const [double, single] = [0x22, 0x27]

/** What XML counts as blank. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (isBlank(text.charCodeAt(at))) at += 1
  return at
}
