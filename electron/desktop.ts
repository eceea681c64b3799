import { app, Menu, shell, type BrowserWindow } from 'electron'
import { eventChannelOf, type Command, type Events } from '../shared/ipc.ts'
import type { Messages } from '../shared/messages/messages.ts'
import { showBadge } from './badge.ts'
import { offerTextMenu } from './context-menu.ts'
import { openPage } from './external-pages.ts'
import type { Log } from './log.ts'
import { isEnabled, itemIdOf, menuTemplate, type MenuActions } from './menu.ts'
import { createNotifier, type Notifier } from './notifier.ts'
import type { Preferences } from './preferences.ts'
import { onClosing } from './quit.ts'
import { recoverWindow } from './recovery.ts'
import { openWindow, showWindow } from './window.ts'
import { zoomAfter } from './zoom.ts'

/** What the native frame is built from. */
export interface DesktopPorts {
  readonly log: Log
  readonly logFolder: string
  readonly preferences: Preferences
  readonly page: { readonly url: string; readonly development: boolean }
  readonly preload: string
  readonly texts: () => Messages['frame']
  readonly quitting: () => boolean
  /** A setting was changed from the menu. */
  readonly changeZoom: (zoom: number) => void
}

/** The window with its menu, badge and notifications. */
export interface Desktop {
  readonly window: () => BrowserWindow | null
  readonly notifier: Notifier
  open(): void
  show(): void
  tell<Name extends keyof Events>(name: Name, event: Events[Name]): void
  /** How many edits wait, and whether they are being sent. */
  waiting(count: number, sending: boolean): void
  /** How many edits waited when last told. */
  readonly queued: () => number
  enable(commands: readonly Command[]): void
  /** Builds the menu anew, in another language. */
  renameMenu(): void
}

const allCommands = [
  'add-operators',
  'find',
  'refresh',
  'undo',
  'select-all',
  'activate',
  'deactivate',
  'delete',
  'correct-name',
  'show-outbox',
  'show-settings',
  'show-shortcuts',
  'switch-account',
  'sign-out'
] as const satisfies readonly Command[]

/** Builds the frame; `open` makes the window. */
export function createDesktop(ports: DesktopPorts): Desktop {
  const { log, preferences, texts } = ports
  let window: BrowserWindow | null = null
  let enabled: ReadonlySet<Command> = new Set()
  let queue = { count: 0, sending: false }
  /** The person closed the window while edits were being sent: the app goes once they are. */
  let leaving = false

  const show = (): void => {
    leaving = false
    if (window) showWindow(window)
  }
  const notifier = createNotifier(log, show)
  const tell: Desktop['tell'] = (name, event) => {
    if (window && !window.isDestroyed()) window.webContents.send(eventChannelOf(name), event)
  }
  const closing = (): 'close' | 'hide' => {
    const meaning = onClosing({
      platform: process.platform,
      quitting: ports.quitting(),
      sending: queue.sending
    })
    if (meaning === 'close') return 'close'
    // What quits is out of sight at once, and finishes what is in flight behind it.
    if (meaning === 'quit') app.quit()
    else if (process.platform !== 'darwin') {
      leaving = true
      notifier.show({ title: texts().stillSending.title, body: texts().stillSending.text })
    }
    return 'hide'
  }
  const actions: MenuActions = {
    command: (command) => tell('command', command),
    editing(edit) {
      if (enabled.has(edit)) tell('command', edit)
      else if (edit === 'undo') window?.webContents.undo()
      else window?.webContents.selectAll()
    },
    zoom: (step) => ports.changeZoom(zoomAfter(preferences.settings().zoom, step)),
    documentation: () => openPage('documentation'),
    logFolder: () => void shell.openPath(ports.logFolder),
    about: () => app.showAboutPanel(),
    quit: () => app.quit()
  }
  const renameMenu = (): void => {
    const state = {
      texts: texts().menu,
      platform: process.platform,
      enabled,
      development: ports.page.development
    }
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, actions)))
  }

  return {
    window: () => window,
    notifier,
    show,
    tell,
    renameMenu,
    queued: () => queue.count,
    open() {
      renameMenu()
      const { page, preload } = ports
      window = openWindow({
        ...{ page, preload, title: app.name, left: preferences.windowPlace(), closing },
        zoom: () => preferences.settings().zoom,
        moved: (place) => void preferences.keepWindowPlace(place)
      })
      window.once('closed', () => (window = null))
      offerTextMenu(window, () => texts().menu)
      recoverWindow(window, { app, log, logFolder: ports.logFolder, texts: () => texts().crash })
      window.webContents.on('zoom-changed', (_event, direction) =>
        actions.zoom(direction === 'in' ? 1 : -1)
      )
    },
    waiting(count, sending) {
      queue = { count, sending }
      showBadge(window, count, texts().badge(count))
      if (leaving && !sending) app.quit()
    },
    enable(commands) {
      enabled = new Set(commands)
      const menu = Menu.getApplicationMenu()
      for (const command of allCommands) {
        const item = menu?.getMenuItemById(itemIdOf(command))
        if (item) item.enabled = isEnabled(command, enabled)
      }
    }
  }
}
