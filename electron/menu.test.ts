import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { commands } from '../shared/commands.ts'
import { en } from '../shared/messages/en.ts'
import { isEnabled, itemIdOf, menuTemplate, type MenuActions, type MenuState } from './menu.ts'

type Item = MenuItemConstructorOptions

function flat(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
}

function menu(platform: NodeJS.Platform, over: Partial<MenuState> = {}) {
  const done: string[] = []
  const act: MenuActions = {
    command: (command) => void done.push(command),
    frame: (command) => void done.push(`frame ${command}`),
    editing: (edit) => void done.push(`editing ${edit}`)
  }
  const template = menuTemplate(
    { texts: en.frame.menu, platform, enabled: new Set(), development: false, ...over },
    act
  )
  const items = flat(template)
  const item = (label: string): Item => items.find((one) => one.label === label) ?? {}
  return { template, items, item, done }
}

describe('the menu', () => {
  it.each(['linux', 'darwin'] as const)('offers every command once, under its id: %s', (system) => {
    const { items } = menu(system)
    const offered = items.flatMap(({ id }) => id ?? [])
    expect(offered.toSorted()).toEqual(commands.map(itemIdOf).toSorted())
  })

  it('enables what the window can do now, and whatever the frame does itself', () => {
    const { item } = menu('linux', { enabled: new Set(['refresh'] as const) })
    expect(item('Refresh').enabled).toBe(true)
    expect(item('Activate').enabled).toBe(false)
    expect(item('Zoom in').enabled).toBe(true)
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

  it('gives no key to two items', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const keys = menu(platform).items.flatMap(({ accelerator }) => accelerator ?? [])
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('has no developer tools outside development', () => {
    expect(menu('linux').items.some(({ role }) => role === 'toggleDevTools')).toBe(false)
    expect(
      menu('linux', { development: true }).items.some(({ role }) => role === 'toggleDevTools')
    ).toBe(true)
  })

  it('does what its items say', () => {
    const { item, items, done } = menu('linux')
    const click = ({ click: run }: Item): void => (run as () => void)()
    for (const label of ['Add operators…', 'Undo', 'Zoom out', 'Quit']) click(item(label))
    click(items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+R') ?? {})
    expect(done).toEqual([
      'add-operators',
      'editing undo',
      'frame zoom-out',
      'frame quit',
      'refresh'
    ])
  })
})
