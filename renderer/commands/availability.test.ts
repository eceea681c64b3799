import { describe, expect, it } from 'vitest'
import { available, type Situation, unavailable } from './availability.ts'

const atWork: Situation = {
  ...{ account: true, training: false, covered: false },
  ...{ selected: 1, shown: 3, filtered: false, unsent: 0, paused: false },
  look: { theme: 'system', density: 'compact' },
  managed: []
}

describe('what can be carried out', () => {
  it('is little before anybody is signed in', () => {
    expect(available({ ...atWork, account: false })).toEqual([
      'show-settings',
      'show-palette',
      'use-light',
      'use-dark',
      'comfortable-rows',
      'show-shortcuts'
    ])
  })

  it('needs somebody selected to change somebody', () => {
    const nobody = { ...atWork, selected: 0 }
    for (const command of ['activate', 'deactivate', 'delete', 'export-selection'] as const) {
      expect(unavailable(command, nobody)).toBe('nobody-selected')
      expect(unavailable(command, atWork)).toBeNull()
    }
  })

  it('corrects one name at a time', () => {
    expect(unavailable('correct-name', { ...atWork, selected: 2 })).toBe('several-selected')
    expect(unavailable('correct-name', atWork)).toBeNull()
  })

  it('leaves alone what an import covers', () => {
    const covered = { ...atWork, covered: true }
    expect(unavailable('delete', covered)).toBe('import-open')
    expect(unavailable('find', covered)).toBe('import-open')
    expect(unavailable('refresh', covered)).toBeNull()
  })

  it('offers only what changes something', () => {
    expect(unavailable('use-system-look', atWork)).toBe('absent')
    expect(unavailable('use-dark', { ...atWork, managed: ['theme'] })).toBe('absent')
    expect(unavailable('resume-sending', atWork)).toBe('absent')
    expect(unavailable('pause-sending', { ...atWork, paused: true })).toBe('absent')
    expect(unavailable('clear-filter', { ...atWork, filtered: true })).toBeNull()
    expect(unavailable('send-now', atWork)).toBe('nothing-waits')
  })

  it('never signs out of the sandbox', () => {
    expect(unavailable('sign-out', { ...atWork, training: true })).toBe('absent')
  })

  it('always has what the frame does', () => {
    expect(unavailable('quit', { ...atWork, account: false })).toBeNull()
  })
})
