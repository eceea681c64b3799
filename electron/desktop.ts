import { app, shell, type BrowserWindow } from 'electron'
import type { FrameCommand, WindowCommand } from '../shared/commands.ts'
import { eventChannelOf, type Events, type Notice } from '../shared/ipc.ts'
import type { Messages } from '../shared/messages/messages.ts'
import { createAppMenu, type AppMenu } from './app-menu.ts'
import { showBadge } from './badge.ts'
import { offerTextMenu } from './context-menu.ts'
import { openPage } from './external-pages.ts'
import type { Log } from './log.ts'
import type { MenuActions } from './menu.ts'
import { createNotifier, type Notifier } from './notifier.ts'
import type { Preferences } from './preferences.ts'
import { onClosing, type Waiting } from './quit.ts'
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
  readonly icon: string
  readonly texts: () => Messages['frame']
  readonly quitting: () => boolean
  /** The zoom was changed from the menu or with the wheel. */
  readonly changeZoom: (zoom: number) => void
}

/** The window with its menu, badge and notifications; `open` makes it. */
export class Desktop {
  readonly notifier: Notifier
  readonly menu: AppMenu
  private readonly ports: DesktopPorts
  private opened: BrowserWindow | null = null
  private queue: Waiting = { unsent: 0, asking: 0, sending: false }
  /** The person closed the window while edits were being sent: the app goes once they are. */
  private leaving = false

  constructor(ports: DesktopPorts) {
    const { log, page, texts } = ports
    this.ports = ports
    this.notifier = createNotifier(log, this.show)
    const actions = this.menuActions()
    const development = page.development
    this.menu = createAppMenu({ texts: () => texts().menu, development, actions })
  }

  /** The window; `null` before it opens and once it is gone. */
  readonly window = (): BrowserWindow | null => this.opened

  /** Says something natively, unless the person looks at the window, which says it too. */
  readonly notify = (notice: Notice): void => {
    if (!this.opened?.isFocused()) this.notifier.show(notice)
  }

  /** What the queue held when last told. */
  readonly queued = (): Waiting => this.queue

  /** Opens the window with its menu. */
  open(): void {
    const { log, logFolder, page, preload, icon, preferences, texts } = this.ports
    this.menu.rename()
    const window = openWindow({
      ...{ page, preload, icon, title: app.name, left: preferences.windowPlace() },
      zoom: () => preferences.settings().zoom,
      moved: (place) => void preferences.keepWindowPlace(place),
      closing: () => this.closing()
    })
    window.once('closed', () => (this.opened = null))
    offerTextMenu(window, () => texts().menu)
    recoverWindow(window, { app, log, logFolder, texts: () => texts().crash })
    window.webContents.on('zoom-changed', (_event, direction) => {
      this.zoom(direction === 'in' ? 1 : -1)
    })
    this.opened = window
  }

  /** Brings the window to the front. */
  readonly show = (): void => {
    this.leaving = false
    if (this.opened) showWindow(this.opened)
  }

  /** Tells the window, where there is one. */
  readonly tell = <Name extends keyof Events>(name: Name, event: Events[Name]): void => {
    if (this.opened && !this.opened.isDestroyed())
      this.opened.webContents.send(eventChannelOf(name), event)
  }

  /** What waits, and whether it is being sent. */
  readonly waiting = (queue: Waiting): void => {
    this.queue = queue
    const count = queue.unsent + queue.asking
    showBadge(this.opened, count, this.ports.texts().badge(count))
    if (this.leaving && !queue.sending) app.quit()
  }

  /** Carries out a command of the frame, from its menu or from the window. */
  readonly carryOut = (command: FrameCommand): void => this.deeds()[command]()

  private deeds(): Record<FrameCommand, () => void> {
    return {
      'zoom-in': () => this.zoom(1),
      'zoom-out': () => this.zoom(-1),
      'actual-size': () => this.zoom(0),
      'full-screen': () => this.opened?.setFullScreen(!this.opened.isFullScreen()),
      documentation: () => openPage('documentation'),
      'log-folder': () => void shell.openPath(this.ports.logFolder),
      about: () => app.showAboutPanel(),
      quit: () => app.quit()
    }
  }

  private closing(): 'close' | 'hide' {
    const { quitting, texts } = this.ports
    const { platform } = process
    const meaning = onClosing({ platform, quitting: quitting(), sending: this.queue.sending })
    if (meaning === 'close') return 'close'
    // What quits is out of sight at once, and finishes what is in flight behind it.
    if (meaning === 'quit') app.quit()
    else if (platform !== 'darwin') {
      this.leaving = true
      const { title, text } = texts().stillSending
      this.notifier.show({ title, body: text })
    }
    return 'hide'
  }

  private zoom(step: 1 | -1 | 0): void {
    this.ports.changeZoom(zoomAfter(this.ports.preferences.settings().zoom, step))
  }

  private menuActions(): MenuActions {
    const command = (chosen: WindowCommand): void => this.tell('command', chosen)
    return {
      command,
      editing: (edit) => {
        if (this.menu.claims(edit)) command(edit)
        else if (edit === 'undo') this.opened?.webContents.undo()
        else this.opened?.webContents.selectAll()
      },
      frame: this.carryOut
    }
  }
}
