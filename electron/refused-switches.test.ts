import { describe, expect, it } from 'vitest'
import { refusedSwitches } from './refused-switches.ts'

describe('switches of Chromium', () => {
  it('that would hand the window to others are refused in packaged builds', () => {
    const refused = refusedSwitches({ packaged: true, inspected: false })
    for (const name of [
      'remote-debugging-port',
      'remote-debugging-pipe',
      'ignore-certificate-errors',
      'disable-web-security',
      'no-sandbox'
    ]) {
      expect(refused).toContain(name)
    }
  })

  it('are left alone in development and in the copy under test', () => {
    expect(refusedSwitches({ packaged: false, inspected: false })).toEqual([])
    expect(refusedSwitches({ packaged: true, inspected: true })).toEqual([])
  })

  it('never hold one of the app’s own options', () => {
    const refused = refusedSwitches({ packaged: true, inspected: false })
    for (const own of ['user-data-dir', 'server', 'try']) expect(refused).not.toContain(own)
  })
})
