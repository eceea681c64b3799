import type { Settings } from '../settings.ts'
import type { Locale } from './messages.ts'

/** The languages that the app speaks, in the order in which they are offered. */
export const locales: readonly Locale[] = ['en', 'he', 'uk']

/** The app's language for a tag such as "he-IL"; `null` where it does not speak it. */
export function spoken(tag: string): Locale | null {
  const [language = ''] = tag.toLowerCase().split(/[-_.]/)
  // "iw" is what some systems still call Hebrew.
  const wanted = language === 'iw' ? 'he' : language
  return locales.find((locale) => locale === wanted) ?? null
}

/** The language to speak: the chosen one, or the system's (a tag); English where that is none of the app's. */
export function localeOf(wish: Settings['locale'], systemLocale: string): Locale {
  return wish === 'system' ? (spoken(systemLocale) ?? 'en') : wish
}
