// `npm run dev`: electron-vite with hot reload, on the same runtime as `npm start`.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lacksDisplay, openDesktop } from './desktop/desktop.mjs'
import { endProcess, ended, startProcess } from './desktop/processes.mjs'
import { resolveRuntime } from './runtime/resolve.mjs'
import { chromiumSandbox } from './setup/chromium-sandbox.mjs'
import { prepare } from './setup/prepare.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (/** @type {string} */ line) => console.log(line)
const PATIENCE_MS = 8000

async function main() {
  prepare({ root, desktop: false, say })
  const runtime = await resolveRuntime({ root, env: process.env, say })
  const headless = lacksDisplay(process.platform, process.env)
  const desktop = headless ? await openDesktop({ env: process.env }) : undefined
  if (headless) say('There is no display: starting under Xvfb.')
  const server = startProcess(process.execPath, devCommand(), {
    cwd: root,
    env: { ...(desktop?.env ?? process.env), ...electronEnv(runtime.executable) },
    stdio: ['ignore', 'inherit', 'inherit']
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => void endProcess(server, PATIENCE_MS))
  }
  const code = await ended(server)
  await endProcess(server, PATIENCE_MS)
  await desktop?.close()
  return code
}

function devCommand() {
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const appArguments = process.argv.slice(2)
  return [vite, 'dev', '--watch', ...(appArguments.length > 0 ? ['--', ...appArguments] : [])]
}

/** @param {string} executable */
function electronEnv(executable) {
  const rooted = chromiumSandbox(executable).kind === 'impossible for root'
  if (rooted) say('Running as root: Chromium cannot use its sandbox, so --no-sandbox is added.')
  return { ELECTRON_EXEC_PATH: executable, ...(rooted ? { NO_SANDBOX: '1' } : {}) }
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
