import { Menu } from 'electron'
import { type Command, commands } from '../shared/commands.ts'
import type { Messages } from '../shared/messages/messages.ts'
import { isEnabled, itemIdOf, menuTemplate, type MenuActions } from './menu.ts'

/** The application menu as it stands. */
export interface AppMenu {
  /** Builds it anew, in the present language. */
  rename(): void
  /** The window can carry out these commands now, and no others. */
  enable(commands: readonly Command[]): void
  /** Whether the window claims a command at the moment. */
  claims(command: Command): boolean
}

/** What the menu is built from. */
export interface AppMenuPorts {
  readonly texts: () => Messages['frame']['menu']
  readonly development: boolean
  readonly actions: MenuActions
}

/** Builds the menu; it shows after the first `rename`. */
export function createAppMenu({ texts, development, actions }: AppMenuPorts): AppMenu {
  let enabled: ReadonlySet<Command> = new Set()
  return {
    rename() {
      const state = { texts: texts(), platform: process.platform, enabled, development }
      Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, actions)))
    },
    enable(now) {
      enabled = new Set(now)
      const menu = Menu.getApplicationMenu()
      for (const command of commands) {
        const item = menu?.getMenuItemById(itemIdOf(command))
        if (item) item.enabled = isEnabled(command, enabled)
      }
    },
    claims: (command) => enabled.has(command)
  }
}
