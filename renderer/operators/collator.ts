/** Compares names as the people of a language sort them, numbers in them by their value. */
export function collatorOf(locale: string): Intl.Collator {
  return new Intl.Collator(locale, { numeric: true })
}

/** The same, but for accents, points and case: what decides first. */
export function baseCollatorOf(locale: string): Intl.Collator {
  return new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
}
