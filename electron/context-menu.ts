import { Menu, type BrowserWindow } from 'electron'
import type { Messages } from '../shared/messages/messages.ts'
import { textMenu } from './text-menu.ts'

/** Opens the menu of a text field, or of selected text, wherever the page did not open one of its own. */
export function offerTextMenu(window: BrowserWindow, texts: () => Messages['frame']['menu']): void {
  window.webContents.on('context-menu', (_event, params) => {
    const template = textMenu(params, texts())
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window })
  })
}
