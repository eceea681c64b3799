import { locales } from '../shared/messages/choose.ts'
import { en } from '../shared/messages/en.ts'
import type { Locale, Messages } from '../shared/messages/messages.ts'
import type { Languages } from './app.svelte.ts'

/** Every language; another than English is a chunk of its own, which is loaded once it is wanted. */
export const languages: Languages = { known: locales, load }

async function load(locale: Locale): Promise<Messages> {
  switch (locale) {
    case 'en':
      return en
    case 'he':
      return (await import('../shared/messages/he.ts')).he
    case 'uk':
      return (await import('../shared/messages/uk.ts')).uk
  }
}
