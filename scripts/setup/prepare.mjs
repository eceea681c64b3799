import { lacksDisplay } from '../desktop/desktop.mjs'
import { resolveRuntime } from '../runtime/resolve.mjs'
import { ensurePackages, nodeFault } from './packages.mjs'
import { ensureSystemPackages, systemNeeds } from './system-packages.mjs'

/**
 * Brings a fresh clone to where the app can run: packages, system libraries, a runtime.
 * What is current is left alone.
 * @param {{ root: string, desktop: boolean, say: (line: string) => void }} wanted
 *   `desktop`: also what a desktop in memory takes, even where there is a display
 * @returns {Promise<import('../runtime/resolve.mjs').Runtime>}
 * @throws where something cannot be had; the message says what to do
 */
export async function prepare({ root, desktop, say }) {
  const fault = nodeFault(process.versions.node)
  if (fault !== undefined) throw new Error(fault)
  ensurePackages(root, say)
  const needs = systemNeeds({ desktop: desktop || lacksDisplay(process.platform, process.env) })
  ensureSystemPackages(needs, say)
  return resolveRuntime({ root, env: process.env, say })
}
