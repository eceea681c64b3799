import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron'
import { appPartition } from './app-origin.ts'
import { placeWindow, smallest, type WindowPlace } from './window-bounds.ts'

/** What a window needs to know. */
export interface WindowOptions {
  readonly page: { readonly url: string; readonly development: boolean }
  /** Path of the built preload. */
  readonly preload: string
  /** Path of the icon, for systems that take it from the window. */
  readonly icon: string
  readonly title: string
  readonly left: WindowPlace | null
  readonly zoom: () => number
  /** The window was moved, resized or maximized; called at most a few times a second. */
  readonly moved: (place: WindowPlace) => void
  /** The person closes the window. */
  readonly closing: () => 'close' | 'hide'
}

/** The colours behind the page until it paints: the page's own surface. */
const surface = { light: '#fcfcfe', dark: '#16181c' } as const

/**
 * Opens the one window, hidden until it has painted. It lives as long as the app, since the queue is worked
 * off in it: timers run while it is hidden, and closing may only hide it.
 */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...placeWindow(
      options.left,
      screen.getAllDisplays().map((display) => display.workArea)
    ),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: options.title,
    icon: options.icon,
    show: false,
    backgroundColor: background(),
    webPreferences: webPreferences(options)
  })
  window.once('ready-to-show', () => reveal(window, options.left?.maximized ?? false))
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(options.zoom()))
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', (event) => {
    if (options.closing() === 'close') return
    event.preventDefault()
    window.hide()
  })
  rememberPlace(window, options.moved)
  followTheme(window)
  void window.loadURL(options.page.url)
  return window
}

function webPreferences({ preload, page }: WindowOptions): WebPreferences {
  return {
    preload,
    partition: appPartition,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: page.development,
    backgroundThrottling: false
  }
}

/** Brings the window to the front, whatever became of it. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function reveal(window: BrowserWindow, maximized: boolean): void {
  if (maximized) window.maximize()
  window.show()
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? surface.dark : surface.light
}

function followTheme(window: BrowserWindow): void {
  const follow = (): void => window.setBackgroundColor(background())
  nativeTheme.on('updated', follow)
  window.once('closed', () => nativeTheme.off('updated', follow))
}

function rememberPlace(window: BrowserWindow, moved: (place: WindowPlace) => void): void {
  let timer: NodeJS.Timeout | null = null
  const tell = (): void => {
    timer = null
    if (!window.isDestroyed())
      moved({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const soon = (): void => {
    timer ??= setTimeout(tell, 400)
  }
  for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const)
    window.on(event as 'resize', soon)
  window.on('close', tell)
  window.once('closed', () => timer && clearTimeout(timer))
}
