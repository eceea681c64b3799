/** A typed chat number, from 0; `null` where it is none. */
export function readChatNumber(typed: string): number | null {
  const text = typed.trim()
  if (!/^\d{1,15}$/u.test(text)) return null
  return Number(text)
}
