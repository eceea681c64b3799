import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import { en } from '../../shared/messages/en.ts'
import { ok } from '../../shared/result.ts'
import { App } from '../app.svelte.ts'
import { fakeBridge, someStart } from '../fake-bridge.ts'
import WithWords from '../WithWords.svelte'
import PaletteView from './PaletteView.svelte'
import { run } from './run.ts'

afterEach(cleanup)

/** The palette of an app in which nobody is signed in. */
function show() {
  const done: string[] = []
  const { bridge } = fakeBridge({
    frame: {
      carryOut: async (command) => {
        done.push(command)
        return null
      }
    }
  })
  const app = new App({
    ...{ bridge, start: someStart, words: en, now: () => 0 },
    locales: { known: ['en'], load: async () => en },
    later: () => () => undefined,
    stores: {
      open: () => Promise.reject(new Error('nobody signs in here')),
      unsent: async () => ({ count: 0, organizations: [] }),
      wipe: async () => ok(null),
      startAnew: async () => undefined
    }
  })
  run(app, 'show-palette')
  const props = { palette: app.palette! }
  render(WithWords, { props: { words: en, component: PaletteView as never, props } })
  const input = screen.getByRole('combobox', { name: 'Command palette' })
  const type = (value: string) => fireEvent.input(input, { target: { value } })
  const press = (key: string) => fireEvent.keyDown(input, { key })
  const chosen = () => screen.queryByRole('option', { selected: true })
  return { app, done, input, type, press, chosen }
}

describe('the palette', () => {
  it('offers what can be done, the first one chosen', () => {
    const { input, chosen } = show()
    expect(chosen()?.textContent).toContain('Settings')
    expect(chosen()?.textContent).toContain('Ctrl+,')
    expect(input.getAttribute('aria-activedescendant')).toBe(chosen()?.id)
    expect(screen.queryByText('Add operators'), 'nobody is signed in').toBeNull()
  })

  it('moves by keys, round the ends', async () => {
    const { press, chosen } = show()
    await press('ArrowDown')
    expect(chosen()?.textContent).toContain('Quit')
    await press('ArrowUp')
    await press('ArrowUp')
    expect(chosen()?.textContent).toContain('Open the sandbox')
  })

  it('carries out what is chosen, and closes', async () => {
    const { app, done, type, press } = show()
    await type('zoom out')
    await press('Enter')
    await Promise.resolve()
    expect(done).toEqual(['zoom-out'])
    expect(app.palette).toBeNull()
  })

  it('says when nothing fits, and then Enter does nothing', async () => {
    const { app, done, type, press } = show()
    await type('xyzzy')
    expect(screen.getByText('Nothing fits')).toBeTruthy()
    await press('Enter')
    expect(done).toEqual([])
    expect(app.palette).not.toBeNull()
  })

  it('is closed by its own keys', () => {
    const { app } = show()
    run(app, 'show-palette')
    expect(app.palette).toBeNull()
  })
})
