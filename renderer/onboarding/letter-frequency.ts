/**
 * How often each letter stands in names and common words, in percent, for the bytes E0 to FA: the Hebrew
 * letters alef to tav of windows-1255, and the lower-case letters а to ъ of windows-1251. Rounded from
 * published letter counts of Hebrew, Ukrainian and Russian; only their proportion matters.
 */
export const hebrewLetters: readonly number[] = [
  6.3, 4.7, 1.9, 2.9, 8.5, 10.4, 1.4, 2.5, 1.3, 11, 0.8, 2.5, 7, 2.7, 5, 2.9, 3.8, 1.7, 3.2, 0.3,
  1.9, 0.2, 1.2, 2.1, 5.8, 4.4, 4.9
]

/** The same for Ukrainian and Russian: а to ъ. */
export const cyrillicLetters: readonly number[] = [
  11, 2, 5.5, 2, 3.2, 6, 0.8, 1.8, 6, 1.5, 5, 4.5, 3.5, 7, 9, 2.3, 5, 4.5, 4.5, 3, 0.7, 1.2, 0.5,
  1.5, 1, 0.4, 0.05
]
