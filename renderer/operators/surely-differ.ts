/** Letters that no accent, point or composition hides in: each sorts apart from every other. */
function isPlainLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x5d0 && code <= 0x5ea) ||
    (code >= 0x430 && code <= 0x44f && code !== 0x439) ||
    (code >= 0x410 && code <= 0x42f && code !== 0x419)
  )
}

/**
 * Whether no collator can find two different names alike: told at once by where they part, for most names.
 * Where this says no, a collator must be asked.
 */
export function surelyDiffer(one: string, other: string): boolean {
  let at = 0
  while (at < one.length && at < other.length && one.charCodeAt(at) === other.charCodeAt(at))
    at += 1
  return isPlainOrEnd(one, at) && isPlainOrEnd(other, at)
}

function isPlainOrEnd(name: string, at: number): boolean {
  return at >= name.length || isPlainLetter(name.charCodeAt(at))
}
