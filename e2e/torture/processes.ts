import { readFileSync } from 'node:fs'

/** Ends a process at once, as a power cut does; nothing where it has ended already. */
export function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended between being listed and being killed.
  }
}

/** Whether a process still runs. One that nobody has buried yet does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isUnburied(pid)
  } catch {
    return false
  }
}

function isUnburied(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
  } catch {
    return true
  }
}
