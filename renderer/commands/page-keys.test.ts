import { describe, expect, it } from 'vitest'
import { commandOfKey, readKey, type PageKey } from './page-keys.ts'

const plain: PageKey = {
  ...{ key: 'a', mod: false, shift: false, alt: false, control: false },
  ...{ typing: false, inGrid: false }
}

function commandOf(pressed: Partial<PageKey>, mac = false) {
  return commandOfKey({ ...plain, ...pressed }, mac)
}

describe('keys of the page', () => {
  it('undo outside of text fields alone', () => {
    expect(commandOf({ key: 'z', mod: true })).toBe('undo')
    expect(commandOf({ key: 'z', mod: true, typing: true })).toBeNull()
    expect(commandOf({ key: 'Z', mod: true, shift: true })).toBeNull()
  })

  it('delete within the grid alone', () => {
    for (const key of ['Delete', 'Backspace']) {
      expect(commandOf({ key, inGrid: true })).toBe('delete')
      expect(commandOf({ key })).toBeNull()
      expect(commandOf({ key, inGrid: true, typing: true })).toBeNull()
    }
  })

  it('show the shortcuts, but let a question mark be typed', () => {
    expect(commandOf({ key: '?', shift: true })).toBe('show-shortcuts')
    expect(commandOf({ key: '?' })).toBe('show-shortcuts')
    expect(commandOf({ key: '?', typing: true })).toBeNull()
  })

  it('open the palette from anywhere, also from a text field', () => {
    expect(commandOf({ key: 'k', mod: true })).toBe('show-palette')
    expect(commandOf({ key: 'K', mod: true, typing: true })).toBe('show-palette')
    expect(commandOf({ key: 'k' })).toBeNull()
    expect(commandOf({ key: 'k', mod: true, alt: true }), 'AltGr').toBeNull()
    expect(commandOf({ key: 'k', mod: true, control: true }, true)).toBeNull()
  })

  it('leave the frame its own', () => {
    expect(commandOf({ key: 'F11' })).toBeNull()
    expect(commandOf({ key: 'q', mod: true })).toBeNull()
  })

  it.each([
    ['an English keyboard', 'z'],
    ['a Hebrew keyboard', 'ז'],
    ['a Ukrainian keyboard', 'я']
  ])('are read with the place they were pressed in, on %s', (_, key) => {
    document.body.innerHTML = '<div role="grid"><button></button></div><textarea></textarea>'
    const read = (selector: string) => {
      let seen: PageKey | null = null
      document.addEventListener('keydown', (event) => (seen = readKey(event, false)), {
        once: true
      })
      const init = { key, code: 'KeyZ', ctrlKey: true, bubbles: true }
      document.querySelector(selector)?.dispatchEvent(new KeyboardEvent('keydown', init))
      return seen
    }
    expect(read('button')).toMatchObject({ key: 'z', mod: true, inGrid: true, typing: false })
    expect(read('textarea')).toMatchObject({ mod: true, inGrid: false, typing: true })
  })
})
