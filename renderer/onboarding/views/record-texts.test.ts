// @vitest-environment node
import { expect, it } from 'vitest'
import { en } from '../../../shared/messages/en.ts'
import type { ImportProgress } from '../outcome.ts'
import { outcomeText, phaseText } from './record-texts.ts'

const come: ImportProgress = { total: 14, done: 11, rejected: 2, cancelled: 1, needsPerson: 0 }
const applied = { phase: { kind: 'applied', at: 1 } } as const

it('says that an import is done once nothing of it is pending', () => {
  expect(phaseText(applied, come, en)).toBe('Done')
  expect(phaseText(applied, { ...come, done: 10 }, en)).toBe('Under way')
  expect(phaseText(applied, null, en)).toBe('Applied')
  expect(phaseText(applied, { ...come, total: 0 }, en)).toBe('Applied')
  expect(phaseText({ phase: { kind: 'undone', at: 2 } }, come, en)).toBe('Undone')
})

it('says what came of it', () => {
  expect(outcomeText(come, en)).toBe('Imported 11 of 14 · Rejected 2 · Cancelled 1')
  expect(outcomeText({ ...come, needsPerson: 3, rejected: 0, cancelled: 0 }, en)).toBe(
    'Imported 11 of 14 · Needs you 3'
  )
})
