import { describe, expect, it } from 'vitest'
import { frame } from '../shared/messages/en/frame.ts'
import { createQuitting, onClosing, whatStays } from './quit.ts'

describe('closing the window', () => {
  it('quits, hides while edits are sent and on macOS, and closes while the app quits', () => {
    const at = { platform: 'linux', quitting: false, sending: false } as const
    expect(onClosing(at)).toBe('quit')
    expect(onClosing({ ...at, sending: true })).toBe('hide')
    expect(onClosing({ ...at, platform: 'darwin' })).toBe('hide')
    expect(onClosing({ platform: 'darwin', quitting: true, sending: true })).toBe('close')
  })
})

describe('what quitting says', () => {
  it('is what is sent next time, and what waits for a person; nothing where nothing stays', () => {
    const said = (unsent: number, asking: number) =>
      whatStays({ unsent, asking, sending: false }, frame.quitting)
    expect(said(0, 0)).toBeNull()
    expect(said(2, 0)?.body).toBe(frame.quitting.queued(2))
    expect(said(0, 1)?.body).toBe(frame.quitting.asking(1))
    expect(said(2, 1)?.body).toBe(`${frame.quitting.queued(2)} ${frame.quitting.asking(1)}`)
  })
})

function quittingApp() {
  const steps: string[] = []
  let calm: () => void = () => undefined
  let gone: () => void = () => undefined
  const quit = new Promise<void>((resolve) => (gone = resolve))
  const quitting = createQuitting({
    announce: () => void steps.push('announce'),
    calm: () => new Promise((resolve) => (calm = resolve)),
    sayWhatStays: () => void steps.push('say'),
    stop: async () => void steps.push('stop'),
    quit() {
      steps.push('quit')
      gone()
    }
  })
  return { steps, quitting, calm: () => calm(), quit }
}

describe('quitting', () => {
  it('announces, waits for what is in flight, says what stays, stops and goes', async () => {
    const app = quittingApp()
    expect(app.quitting.begun()).toBe(false)
    expect(app.quitting.beforeQuit()).toBe('wait')
    expect(app.quitting.begun()).toBe(true)
    expect(app.steps).toEqual(['announce'])
    app.calm()
    await app.quit
    expect(app.steps).toEqual(['announce', 'say', 'stop', 'quit'])
    expect(app.quitting.beforeQuit()).toBe('go')
  })

  it('begins once, however often it is asked', async () => {
    const app = quittingApp()
    for (let times = 0; times < 3; times += 1) expect(app.quitting.beforeQuit()).toBe('wait')
    app.calm()
    await app.quit
    expect(app.steps.filter((step) => step === 'announce')).toHaveLength(1)
  })
})
