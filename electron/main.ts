import { mkdirSync } from 'node:fs'
import inspector from 'node:inspector'
import { resolve } from 'node:path'
import { app, protocol } from 'electron'
import { appSchemePrivileges } from './app-protocol.ts'
import { parseLaunchOptions } from './launch-options.ts'
import { refusedSwitches } from './refused-switches.ts'
import { run } from './run.ts'

// Before anything starts: nobody may steer a packaged app from outside.
for (const name of refusedSwitches({
  packaged: app.isPackaged,
  inspected: inspector.url() !== undefined
})) {
  app.commandLine.removeSwitch(name)
}
// As root, Chromium starts only without its sandbox, and enforcing it would keep it from starting at all.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
protocol.registerSchemesAsPrivileged([appSchemePrivileges])

const options = parseLaunchOptions(process.argv)
if (options.userDataDir !== null) {
  const folder = resolve(options.userDataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  app.setPath('userData', folder)
}
app.setAppLogsPath(resolve(app.getPath('userData'), 'logs'))

// One app per folder of data: a second start shows the first one's window. Waiting for `ready` at the top
// level would keep an ES module from ever finishing.
if (app.requestSingleInstanceLock()) void app.whenReady().then(() => run(options))
else app.quit()
