const concealed = '[concealed]'

/** Header values, JSON properties and form fields that hold a secret, whatever their value looks like. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer)\s+[^\s"',;]+/giu, `$1 ${concealed}`],
  [
    /\b(x-authorization-key|authorization|proxy-authorization|cookie|set-cookie)(["']?\s*[:=]\s*["']?)[^"'\r\n,}]+/giu,
    `$1$2${concealed}`
  ],
  [
    /(["']?(?:access_?|id_?|refresh_?|api_?)?(?:token|password|secret|key)["']?\s*[:=]\s*["'])[^"']*(["'])/giu,
    `$1${concealed}$2`
  ],
  [/([?&](?:access_?|api_?)?(?:token|password|secret|key)=)[^&\s"']+/giu, `$1${concealed}`],
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/gu, concealed],
  [/(\/\/)[^/\s:@"']+:[^/\s@"']+@/gu, `$1${concealed}@`]
]

/** Removes secrets from a text: those that are known by value, and whatever looks like one. */
export function redact(text: string, secrets: Iterable<string>): string {
  let clean = text
  for (const secret of secrets) {
    for (const form of formsOf(secret)) clean = clean.replaceAll(form, concealed)
  }
  return patterns.reduce(
    (rest, [pattern, replacement]) => rest.replace(pattern, replacement),
    clean
  )
}

function formsOf(secret: string): readonly string[] {
  if (secret.length < 4) return []
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/u, '')
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), base64]
}
