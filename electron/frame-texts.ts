import { frame as english } from '../shared/messages/en/frame.ts'
import { frame as hebrew } from '../shared/messages/he/frame.ts'
import type { Locale, Messages } from '../shared/messages/messages.ts'
import { frame as ukrainian } from '../shared/messages/uk/frame.ts'

/** What the native frame says, by language: main needs no other text, and needs these before it can wait. */
export const frameTexts: Readonly<Record<Locale, Messages['frame']>> = {
  en: english,
  he: hebrew,
  uk: ukrainian
}
