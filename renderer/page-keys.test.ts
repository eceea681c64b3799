import { describe, expect, it } from 'vitest'
import { commandOfKey, readKey, type PageKey } from './page-keys.ts'

const plain: PageKey = {
  ...{ key: 'a', mod: false, shift: false, alt: false },
  ...{ typing: false, inGrid: false }
}

describe('keys of the page', () => {
  it('undo outside of text fields alone', () => {
    expect(commandOfKey({ ...plain, key: 'z', mod: true })).toBe('undo')
    expect(commandOfKey({ ...plain, key: 'z', mod: true, typing: true })).toBeNull()
    expect(commandOfKey({ ...plain, key: 'Z', mod: true, shift: true })).toBeNull()
  })

  it('delete within the grid alone', () => {
    expect(commandOfKey({ ...plain, key: 'Delete', inGrid: true })).toBe('delete')
    expect(commandOfKey({ ...plain, key: 'Delete' })).toBeNull()
  })

  it('show the shortcuts, but let a question mark be typed', () => {
    expect(commandOfKey({ ...plain, key: '?', shift: true })).toBe('show-shortcuts')
    expect(commandOfKey({ ...plain, key: '?', typing: true })).toBeNull()
  })

  it('are read with the place they were pressed in', () => {
    document.body.innerHTML = '<div role="grid"><button></button></div><textarea></textarea>'
    const read = (selector: string) => {
      let seen: PageKey | null = null
      document.addEventListener('keydown', (event) => (seen = readKey(event, false)), {
        once: true
      })
      const init = { key: 'z', ctrlKey: true, bubbles: true }
      document.querySelector(selector)?.dispatchEvent(new KeyboardEvent('keydown', init))
      return seen
    }
    expect(read('button')).toMatchObject({ mod: true, inGrid: true, typing: false })
    expect(read('textarea')).toMatchObject({ mod: true, inGrid: false, typing: true })
  })
})
