import { describe, expect, it } from 'vitest'
import { afterCrash } from './crash.ts'

describe('after a crash of the window', () => {
  it('reloads the first time, and explains one soon after', () => {
    expect(afterCrash('crashed', null, 0)).toBe('reload')
    expect(afterCrash('oom', 0, 59_999)).toBe('explain')
    expect(afterCrash('killed', 0, 60_000)).toBe('reload')
  })

  it('does nothing where it ended as it should', () => {
    expect(afterCrash('clean-exit', null, 0)).toBe('nothing')
  })
})
