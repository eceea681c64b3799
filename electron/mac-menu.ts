import type { MenuItemConstructorOptions } from 'electron'
import type { MenuActions, MenuState } from './menu.ts'

type Item = MenuItemConstructorOptions

const separator: Item = { type: 'separator' }

/** The menu that bears the app's name on macOS, where settings and quitting belong. */
export function appMenu({ texts }: MenuState, act: MenuActions): Item {
  return {
    role: 'appMenu',
    submenu: [
      { label: texts.about, click: act.about },
      separator,
      { label: texts.settings, accelerator: 'Cmd+,', click: () => act.command('show-settings') },
      separator,
      { role: 'services', label: texts.services },
      separator,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.showAll },
      separator,
      { label: texts.quit, accelerator: 'Cmd+Q', click: act.quit }
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
