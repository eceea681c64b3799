// `npm run e2e`: the tests that drive the built app in a real Electron. On Linux they get
// a desktop in memory, so that no window opens in anybody's way and no test touches
// the person's own keychain. Arguments go to vitest: `npm run e2e -- story`.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endProcess, ended, startProcess } from './desktop/processes.mjs'
import { withApp } from './desktop/with-app.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (/** @type {string} */ line) => console.log(line)
const PATIENCE_MS = 5000

/** @param {NodeJS.ProcessEnv} env */
async function runVitest(env) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = [
    'run',
    '--config',
    'vitest.e2e.config.ts',
    ...process.argv.slice(2).flatMap(forVitest)
  ]
  const tests = startProcess(process.execPath, [vitest, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit']
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => void endProcess(tests, PATIENCE_MS))
  }
  const code = await ended(tests)
  await endProcess(tests, PATIENCE_MS)
  return code
}

/** @param {string} argument */
function forVitest(argument) {
  const report = /^--report=(.+)$/.exec(argument)?.[1]
  if (report === undefined) return [argument]
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
}

try {
  process.exitCode = await withApp({ root, say }, ({ env }) => runVitest(env))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
