import { resolveRuntime } from '../runtime/resolve.mjs'
import { ensureBuilt } from '../setup/build.mjs'
import { prepare } from '../setup/prepare.mjs'
import { openDesktop } from './desktop.mjs'
import { commandLine } from './window.mjs'

/**
 * Sets up what is missing, builds the app, and works while there is a desktop to open it on: on Linux one in
 * memory. `env` is the desktop's, and names the app for `e2e/harness/launch-app.ts`.
 * @template T
 * @param {{ root: string, say: (line: string) => void }} place
 * @param {(app: { runtime: import('../runtime/resolve.mjs').Runtime, env: NodeJS.ProcessEnv }) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withApp({ root, say }, work) {
  prepare({ root, desktop: true, say })
  const runtime = await resolveRuntime({ root, env: process.env, say })
  ensureBuilt(root, say)
  const app = { executable: runtime.executable, args: commandLine(runtime, [], say) }
  const desktop = process.platform === 'linux' ? await openDesktop({ env: process.env }) : undefined
  try {
    const env = { ...(desktop?.env ?? process.env), SWITCHBOARD_E2E_APP: JSON.stringify(app) }
    return await work({ runtime, env })
  } finally {
    await desktop?.close()
  }
}

/**
 * The same, for work of this process: it finds the app, and can import TypeScript from then on.
 * @template T
 * @param {{ root: string, say: (line: string) => void }} place
 * @param {(runtime: import('../runtime/resolve.mjs').Runtime) => Promise<T>} work
 * @returns {Promise<T>}
 */
export function withAppHere(place, work) {
  return withApp(place, async ({ runtime, env }) => {
    Object.assign(process.env, env)
    const { register } = await import('tsx/esm/api')
    register()
    return work(runtime)
  })
}
