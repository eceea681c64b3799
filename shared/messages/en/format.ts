import { formatsIn } from '../format.ts'

/** Numbers, plurals and times as English writes them. */
export const format = formatsIn('en', 'just now')
