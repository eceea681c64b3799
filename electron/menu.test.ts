import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { en } from '../shared/messages/en.ts'
import { commands } from './commands.ts'
import { isEnabled, itemIdOf, menuTemplate, type MenuActions, type MenuState } from './menu.ts'

function menu(platform: NodeJS.Platform, over: Partial<MenuState> = {}) {
  const done: string[] = []
  const act: MenuActions = {
    command: (command) => void done.push(command),
    editing: (edit) => void done.push(`editing ${edit}`),
    zoom: (step) => void done.push(`zoom ${step}`),
    documentation: () => void done.push('documentation'),
    logFolder: () => void done.push('log folder'),
    about: () => void done.push('about'),
    quit: () => void done.push('quit')
  }
  const template = menuTemplate(
    { texts: en.frame.menu, platform, enabled: new Set(), development: false, ...over },
    act
  )
  const items = template.flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[])
  const item = (label: string): MenuItemConstructorOptions =>
    items.find((one) => one.label === label) ?? {}
  return { template, items, item, done }
}

describe('the menu', () => {
  it('offers every command once, under its id', () => {
    const { items } = menu('linux')
    for (const command of commands) {
      expect([command, items.filter(({ id }) => id === itemIdOf(command)).length]).toEqual([
        command,
        1
      ])
    }
  })

  it('enables what the window can do now', () => {
    const { item } = menu('linux', { enabled: new Set(['refresh'] as const) })
    expect(item('Refresh').enabled).toBe(true)
    expect(item('Activate').enabled).toBe(false)
  })

  it('never disables undo and select all: a text field has its own', () => {
    expect(isEnabled('undo', new Set())).toBe(true)
    expect(isEnabled('select-all', new Set())).toBe(true)
    expect(isEnabled('delete', new Set())).toBe(false)
  })

  it('leaves the keys of text fields to the page', () => {
    const { item } = menu('linux')
    for (const label of ['Undo', 'Select all', 'Delete…'])
      expect([label, item(label).registerAccelerator]).toEqual([label, false])
    expect(item('Find…').registerAccelerator).toBe(true)
  })

  it('does not take the delete key from text fields on macOS, where the menu sees keys first', () => {
    expect(menu('darwin').item('Delete…').accelerator).toBeUndefined()
    expect(menu('darwin').item('Undo').registerAccelerator).toBe(true)
  })

  it('gives no key to two visible items', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const keys = menu(platform).items.flatMap(({ accelerator }) =>
        accelerator ? [accelerator] : []
      )
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('has no developer tools outside development', () => {
    expect(menu('linux').items.some(({ role }) => role === 'toggleDevTools')).toBe(false)
    expect(
      menu('linux', { development: true }).items.some(({ role }) => role === 'toggleDevTools')
    ).toBe(true)
  })

  it('has settings and quitting in one place on each system', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      const { items } = menu(platform)
      expect(items.filter(({ label }) => label === 'Quit')).toHaveLength(1)
      expect(items.filter(({ label }) => label === 'Settings…')).toHaveLength(1)
    }
  })

  it('does what its items say', () => {
    const { item, items, done } = menu('linux')
    const click = ({ click: run }: MenuItemConstructorOptions): void => (run as () => void)()
    for (const label of ['Add operators…', 'Undo', 'Zoom out', 'Quit']) click(item(label))
    click(items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+R') ?? {})
    expect(done).toEqual(['add-operators', 'editing undo', 'zoom -1', 'quit', 'refresh'])
  })
})
