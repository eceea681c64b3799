import type { Locale } from './messages.ts'

/** Direction of a language's text, for `<html dir>`. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'he' ? 'rtl' : 'ltr'
}

/**
 * A foreign text (a name, an address) between FSI and PDI, so that its direction cannot disturb the sentence
 * around it. For plain text only: in markup `<bdi>` does the same.
 */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}

/** The forms of a counted text; every language uses those that it has. `{n}` stands for the number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/** Numbers and times as one language writes them. Times are wall clock or durations, in ms. */
export interface Format {
  /** 12345 as "12,345". */
  readonly number: (value: number) => string
  /** The form that fits `count`, its `{n}` replaced by the number. */
  readonly plural: (count: number, forms: PluralForms) => string
  /** How long ago `then` was: "just now", "2 min. ago". */
  readonly ago: (then: number, now: number) => string
  /** A time to come, in whole seconds or minutes: "12 sec", "3 min". */
  readonly duration: (ms: number) => string
  /** A time of day; with its date where that is not today's. */
  readonly time: (at: number, now: number) => string
  /** The same to the second, for what followed closely. */
  readonly moment: (at: number, now: number) => string
  /** A day, with its year. */
  readonly day: (at: number) => string
  /** "A, B and C". */
  readonly list: (parts: readonly string[]) => string
}

/**
 * Formats of a language; `justNow` is its word for "less than ten seconds ago". What they stand on is made
 * at the first use: it takes longer than the rest of a catalogue, and main uses few of them.
 */
export function formatsIn(locale: Locale, justNow: string): Format {
  const numbers = once(() => new Intl.NumberFormat(locale))
  const rules = once(() => new Intl.PluralRules(locale))
  const relative = once(
    () => new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: width(locale) })
  )
  const lists = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const clock = once(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }))
  const watch = once(() => new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }))
  const calendar = once(
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  )
  const days = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }))
  return {
    number: (value) => numbers().format(value),
    plural: (count, forms) =>
      (forms[rules().select(count)] ?? forms.other).replace('{n}', numbers().format(count)),
    ago: (then, now) => (now - then < 10_000 ? justNow : agoIn(relative(), now - then)),
    duration: (ms) => durationIn(locale, ms),
    time: (at, now) => (sameDay(at, now) ? clock() : calendar()).format(at),
    moment: (at, now) => (sameDay(at, now) ? watch() : calendar()).format(at),
    day: (at) => days().format(at),
    list: (parts) => lists().format(parts)
  }
}

/** Hebrew's short units lose the number: "one second" becomes a bare "sec.". */
function width(locale: Locale): 'short' | 'long' {
  return locale === 'he' ? 'long' : 'short'
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

function agoIn(relative: Intl.RelativeTimeFormat, ms: number): string {
  if (ms < minute) return relative.format(-Math.floor(ms / 1000), 'second')
  if (ms < hour) return relative.format(-Math.floor(ms / minute), 'minute')
  if (ms < day) return relative.format(-Math.floor(ms / hour), 'hour')
  return relative.format(-Math.floor(ms / day), 'day')
}

function durationIn(locale: Locale, ms: number): string {
  const [value, unit] = inUnit(Math.max(0, ms))
  return unitFormat(locale, unit).format(value)
}

const unitFormats = new Map<string, Intl.NumberFormat>()

/** To make one takes longer than all that it formats: countdowns and estimates change several times a second. */
function unitFormat(locale: Locale, unit: string): Intl.NumberFormat {
  const key = `${locale} ${unit}`
  const made =
    unitFormats.get(key) ??
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: width(locale) })
  unitFormats.set(key, made)
  return made
}

function inUnit(ms: number): [number, 'second' | 'minute' | 'hour'] {
  if (ms < 100_000) return [Math.ceil(ms / 1000), 'second']
  if (ms < 2 * hour) return [Math.round(ms / minute), 'minute']
  return [Math.round(ms / hour), 'hour']
}

function sameDay(at: number, now: number): boolean {
  return new Date(at).toDateString() === new Date(now).toDateString()
}
