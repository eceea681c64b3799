// The Electron app in which floors run: a window like the app's own, with one of the pages beside it.
import { join } from 'node:path'
import { app, BrowserWindow, protocol, type Protocol } from 'electron'
import { appSchemePrivileges, serveApp } from '../../electron/app-protocol.ts'

/** Opens the page that the command line names, once Electron is ready; `door`: what its files come through. */
export function openStage(door: () => Protocol): void {
  const page = valueOf('page') ?? 'empty.html'
  const folder = valueOf('user-data-dir')
  if (folder !== undefined) app.setPath('userData', folder)
  protocol.registerSchemesAsPrivileged([appSchemePrivileges])
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(() => {
    serveApp(door(), join(import.meta.dirname, '../pages'))
    open(page)
  })
}

function valueOf(name: string): string | undefined {
  const prefix = `--${name}=`
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length)
}

function open(page: string): void {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false }
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`app://switchboard/${page}`)
}
