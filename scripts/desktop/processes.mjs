import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/**
 * Starts a program in a process group of its own, so that a Ctrl+C in the terminal
 * reaches only us: we end things in order.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {ChildProcess}
 */
export function startProcess(command, args, options) {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' })
  child.on('error', () => {}) // told through `ended` and the exit code instead
  return child
}

/**
 * @param {ChildProcess} child
 * @returns {Promise<number>} its exit code; 1 where a signal ended it, 127 where it never started
 */
export async function ended(child) {
  if (child.pid === undefined) return 127
  if (!isOver(child)) await once(child, 'exit')
  return child.exitCode ?? 1
}

/**
 * Asks a program to end, and ends what is left of its group after a while.
 * @param {ChildProcess} child
 * @param {number} patienceMs
 */
export async function endProcess(child, patienceMs) {
  if (child.pid === undefined) return
  if (!isOver(child)) {
    child.kill('SIGTERM')
    const patience = new AbortController()
    const late = pause(patienceMs, undefined, { signal: patience.signal }).catch(() => {})
    await Promise.race([once(child, 'exit'), late])
    patience.abort()
  }
  killGroup(child.pid)
}

/** @param {ChildProcess} child */
function isOver(child) {
  return child.exitCode !== null || child.signalCode !== null
}

/** @param {number} pid */
function killGroup(pid) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // Nobody is left in the group: that is what was wanted.
  }
}
