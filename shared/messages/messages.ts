import type { en } from './en.ts'

/** Every text of the app in one language: strings, and functions where a text has parts. */
export type Messages = Widened<typeof en>

/** A language that the app speaks. */
export type Locale = 'en' | 'he' | 'uk'

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof T]: Widened<T[Key]> }
