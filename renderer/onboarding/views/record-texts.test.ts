// @vitest-environment node
import { expect, it } from 'vitest'
import { en } from '../../../shared/messages/en.ts'
import type { ImportProgress } from '../outcome.ts'
import { noProgress } from '../tally.ts'
import { outcomeText, phaseText } from './record-texts.ts'

const come: ImportProgress = { total: 14, done: 11, rejected: 2, cancelled: 1, needsPerson: 0 }
const applied = { phase: { kind: 'applied', at: 1 } } as const

it('says that an import is done once nothing of it is pending', () => {
  expect(phaseText(applied, { own: come, undo: null }, en)).toBe('Done')
  expect(phaseText(applied, { own: { ...come, done: 10 }, undo: null }, en)).toBe('Under way')
  expect(phaseText(applied, { own: null, undo: null }, en)).toBe('Applied')
  expect(phaseText(applied, { own: { ...come, total: 0 }, undo: null }, en)).toBe('Applied')
})

it('says that an import is undone once all of that was done, and how far it has come before', () => {
  const told = (undo: ImportProgress | null) =>
    phaseText({ phase: { kind: 'undone', at: 2, from: 0 } }, { own: come, undo }, en)
  const twelve: ImportProgress = { ...noProgress, total: 12 }
  expect(told({ ...twelve, done: 3 })).toBe('Undo queued: 3 of 12 done')
  expect(told({ ...twelve, done: 10, rejected: 1 })).toBe('Undo queued: 10 of 12 done')
  expect(told({ ...twelve, done: 10, rejected: 1, cancelled: 1 })).toBe('Partly undone: 10 of 12')
  expect(told({ ...twelve, done: 12 })).toBe('Undone')
  expect([told(noProgress), told(null)]).toEqual(['Undone', 'Undone'])
})

it('says what came of it', () => {
  expect(outcomeText(come, en)).toBe('Imported 11 of 14 · Rejected 2 · Cancelled 1')
  expect(outcomeText({ ...come, needsPerson: 3, rejected: 0, cancelled: 0 }, en)).toBe(
    'Imported 11 of 14 · Needs you 3'
  )
})
