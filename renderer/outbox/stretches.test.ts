import { describe, expect, it } from 'vitest'
import { openIds } from '../../shared/journal.ts'
import { idsOf } from './stretches.ts'

describe('the ids of open edits', () => {
  const nobody = () => undefined
  const atOnce = () => Promise.resolve()

  it('are those that the journal tells, none, one or many', async () => {
    for (const ids of ['', 'one', 'one\ntwo\nthree']) {
      const open = { kind: 'ids', ids } as const
      expect(await idsOf(open, nobody, atOnce)).toEqual(openIds(open))
    }
  })

  it('let the window paint while there are many', async () => {
    const ids = Array.from({ length: 12_000 }, (_, at) => `id ${at}`)
    let breaths = 0
    const breathe = () => {
      breaths += 1
      return Promise.resolve()
    }
    expect(await idsOf({ kind: 'ids', ids: ids.join('\n') }, nobody, breathe)).toEqual(ids)
    expect(breaths).toBe(2)
  })
})
