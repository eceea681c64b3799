import { dialog, shell, type App, type BrowserWindow } from 'electron'
import type { Messages } from '../shared/messages/messages.ts'
import { afterCrash } from './crash.ts'
import type { Log } from './log.ts'

/** What recovery needs. */
export interface RecoveryPorts {
  readonly app: App
  readonly log: Log
  readonly logFolder: string
  readonly texts: () => Messages['frame']['crash']
}

/** Faults that nobody caught are written down; the app goes on, with the queue as it is. */
export function surviveFaults(log: Log): void {
  process.on('uncaughtException', (error) => log.error('Nobody caught this error.', error))
  process.on('unhandledRejection', (reason) => log.error('Nobody caught this rejection.', reason))
}

/** Reloads a window whose process is gone, once; soon after that says so and lets the person choose. */
export function recoverWindow(window: BrowserWindow, ports: RecoveryPorts): void {
  let lastCrash: number | null = null
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    ports.log.error('The window stopped working.', { reason, exitCode })
    const next = afterCrash(reason, lastCrash, performance.now())
    lastCrash = performance.now()
    if (next === 'reload') window.webContents.reload()
    if (next === 'explain') void explain(window, ports)
  })
  window.on('unresponsive', () => ports.log.warn('The window does not respond.'))
}

async function explain(
  window: BrowserWindow,
  { app, logFolder, texts }: RecoveryPorts
): Promise<void> {
  const { title, text, detail, openAgain, openLogs, quit } = texts()
  const buttons = [openAgain, openLogs, quit]
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title,
    message: text,
    detail,
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true
  })
  if (response === 2) {
    app.quit()
    return
  }
  if (response === 1) void shell.openPath(logFolder)
  if (!window.isDestroyed()) window.webContents.reload()
}
