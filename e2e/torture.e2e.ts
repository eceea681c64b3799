import { expect, it } from 'vitest'
import { figureLines } from './torture/figures.ts'
import { torture } from './torture/torture.ts'

it('loses nothing, doubles nothing and overwrites nobody when it is killed again and again', async () => {
  const { figures, violations } = await torture({ kills: 25, seed: 7 })
  console.log(figureLines(figures).join('\n'))
  expect(violations).toEqual([])
  expect(figures.shown).toBeGreaterThan(40)
  expect(figures.signIns).toBeGreaterThan(0)
}, 600_000)
