import type { MenuItemConstructorOptions } from 'electron'
import { commandItem, type MenuActions, type MenuState } from './menu.ts'

type Item = MenuItemConstructorOptions

const separator: Item = { type: 'separator' }

/** The menu that bears the app's name on macOS, where settings and quitting belong. */
export function appMenu(state: MenuState, act: MenuActions): Item {
  const { texts } = state
  return {
    role: 'appMenu',
    submenu: [
      commandItem(state, act, 'about'),
      separator,
      commandItem(state, act, 'show-settings'),
      separator,
      { role: 'services', label: texts.services },
      separator,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.showAll },
      separator,
      commandItem(state, act, 'quit')
    ]
  }
}

/** The window menu of macOS. */
export function windowMenu({ texts }: MenuState): Item {
  return {
    role: 'windowMenu',
    label: texts.window,
    submenu: [
      { role: 'minimize', label: texts.minimize },
      separator,
      { role: 'front', label: texts.bringAllToFront }
    ]
  }
}
