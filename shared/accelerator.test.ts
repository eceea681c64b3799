import { describe, expect, it } from 'vitest'
import { chordOf, shownKeys } from './accelerator.ts'
import { commandFacts, commands, frameCommands, keysOf, windowCommands } from './commands.ts'

describe('keys', () => {
  it('are read as the native menu writes them', () => {
    const plain = { mod: false, shift: false, alt: false, control: false }
    expect(chordOf('F5')).toEqual({ ...plain, key: 'F5' })
    expect(chordOf('CmdOrCtrl+Shift+O')).toEqual({ ...plain, key: 'O', mod: true, shift: true })
    expect(chordOf('CmdOrCtrl+Plus')).toEqual({ ...plain, key: '+', mod: true })
    expect(chordOf('Ctrl+Cmd+F')).toEqual({ ...plain, key: 'F', mod: true, control: true })
  })

  it('are named as on the person’s keyboard', () => {
    expect(shownKeys('CmdOrCtrl+Shift+O', false)).toBe('Ctrl+Shift+O')
    expect(shownKeys('CmdOrCtrl+Shift+O', true)).toBe('⇧⌘O')
    expect(shownKeys('Ctrl+Cmd+F', true)).toBe('⌃⌘F')
    expect(shownKeys('CmdOrCtrl+Plus', true)).toBe('⌘+')
    expect(shownKeys('Delete', false)).toBe('Del')
    expect(shownKeys('Backspace', true)).toBe('⌫')
    expect(shownKeys('?', false)).toBe('?')
  })
})

describe('the list of commands', () => {
  it.each([true, false])('gives no keys to two commands (Mac: %s)', (mac) => {
    const keys = commands.flatMap((command) => keysOf(command, mac))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has each command carried out by the window or by the frame', () => {
    expect([...windowCommands, ...frameCommands].toSorted()).toEqual(
      Object.keys(commandFacts).toSorted()
    )
    expect(frameCommands).toContain('quit')
  })
})
