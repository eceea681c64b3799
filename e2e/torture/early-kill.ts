import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { processTree } from '../harness/process-tree.ts'
import { isAlive, killOne } from './processes.ts'
import type { Home } from './tortured-app.ts'
import { until } from './until.ts'

/** Starts the app and kills all of it `afterMs` later, wherever it has got to by then. */
export async function killWhileStarting(home: Home, afterMs: number): Promise<void> {
  const { executable, args } = startedBy()
  const options = [`--user-data-dir=${home.userDataDir}`, `--server=${home.server}`]
  const main = spawn(executable, [...args, ...options], { stdio: 'ignore' })
  const gone = new Promise<void>((resolve) => main.once('exit', () => resolve()))
  await pause(afterMs)
  const tree = main.pid === undefined ? [] : await processTree(main.pid)
  tree.forEach(killOne)
  await gone
  await until('the app is gone', () => !tree.some(isAlive), 10_000)
}

function startedBy(): { readonly executable: string; readonly args: readonly string[] } {
  // Written by the script that started this run, for those who start the app.
  return JSON.parse(process.env['SWITCHBOARD_E2E_APP'] ?? '') as {
    executable: string
    args: string[]
  }
}
