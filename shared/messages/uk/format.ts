import { formatsIn } from '../format.ts'

/** Numbers, plurals and times as Ukrainian writes them. */
export const format = formatsIn('uk', 'щойно')
