const signs: Readonly<Record<string, string>> = {
  Comma: ',',
  Period: '.',
  Slash: '/',
  Minus: '-',
  Equal: '='
}

/**
 * The key that a shortcut means: on a Hebrew or Ukrainian keyboard the letter that the same key bears on a Latin
 * one, since shortcuts are named by those.
 */
export function latinKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (!/[^\u0000-\u007f]/u.test(key)) return key
  const [, letter] = /^Key([A-Z])$/u.exec(code) ?? []
  return letter?.toLowerCase() ?? signs[code] ?? key
}
