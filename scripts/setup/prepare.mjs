import { lacksDisplay } from '../desktop/desktop.mjs'
import { ensurePackages, nodeFault } from './packages.mjs'
import { ensureSystemPackages, systemNeeds } from './system-packages.mjs'

/**
 * Brings a fresh clone to where its tools and a window can run: packages and system
 * libraries. What is current is left alone.
 * @param {{ root: string, desktop: boolean, say: (line: string) => void }} wanted
 *   `desktop`: also what a desktop in memory takes, even where there is a display
 * @throws where something cannot be had; the message says what to do
 */
export function prepare({ root, desktop, say }) {
  const fault = nodeFault(process.versions.node)
  if (fault !== undefined) throw new Error(fault)
  ensurePackages(root, say)
  const needs = systemNeeds({ desktop: desktop || lacksDisplay(process.platform, process.env) })
  ensureSystemPackages(needs, say)
}
