import * as v from 'valibot'

const longest = 1_000

const problem = v.looseObject({
  message: v.optional(v.nullable(v.string())),
  error: v.optional(v.nullable(v.string())),
  detail: v.optional(v.nullable(v.string())),
  title: v.optional(v.nullable(v.string())),
  errors: v.optional(v.nullable(v.record(v.string(), v.union([v.string(), v.array(v.string())]))))
})

/**
 * What an error body says, in whatever form: `{status,error,message,code}`, ProblemDetails with its
 * `errors`, a JSON string, an HTML page's title, plain text. Empty where it says nothing.
 */
export function wordsOf(body: string): string {
  const text = body.replace(/^\ufeff/, '').trim()
  return tidy(fromJson(text) ?? fromPage(text) ?? text)
}

function fromJson(text: string): string | null {
  const json = parsed(text)
  if (typeof json === 'string') return json
  const result = v.safeParse(problem, json)
  if (!result.success) return null
  const { message, error, detail, title, errors } = result.output
  const general = [message, detail, error, title].find(
    (words) => words != null && words.trim() !== ''
  )
  const details = Object.values(errors ?? {}).flat()
  const said = [general, ...details].filter((words) => words != null && words !== '')
  return said.length > 0 ? [...new Set(said)].join(' ') : null
}

function fromPage(text: string): string | null {
  if (!text.startsWith('<')) return null
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1] ?? ''
  return title.trim() === '' ? text.replace(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ') : title
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function tidy(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}
