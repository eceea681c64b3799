import { formatsIn } from '../format.ts'

/** Numbers, plurals and times as Hebrew writes them. */
export const format = formatsIn('he', 'הרגע')
