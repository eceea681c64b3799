// The Electron app in which floors run: a window like the app's own, with one of the pages beside it.
import { join } from 'node:path'
import { app, BrowserWindow, protocol, session } from 'electron'
import { appSchemePrivileges, serveApp } from '../../electron/app-protocol.ts'
import { measurePace } from './pace.ts'

const page = valueOf('page') ?? 'empty.html'
const folder = valueOf('user-data-dir')
if (folder !== undefined) app.setPath('userData', folder)
protocol.registerSchemesAsPrivileged([appSchemePrivileges])

function valueOf(name: string): string | undefined {
  const prefix = `--${name}=`
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length)
}

function open(): void {
  serveApp(session.defaultSession.protocol, join(import.meta.dirname, '../pages'))
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false }
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`app://switchboard/${page}`)
}

app.on('window-all-closed', () => app.quit())
void app.whenReady().then(open)
// What the driver calls from outside.
Object.assign(globalThis, { measurePace })
