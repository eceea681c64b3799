import { spawnSync } from 'node:child_process'

const vitest = 'node_modules/vitest/vitest.mjs'
const unitTests: readonly (readonly string[])[] = [
  ['--project=dom', '--exclude=**/large.test.ts', 'renderer/outbox/', 'renderer/operators/rows'],
  ['--project=node', 'electron/courier/', 'electron/chathub/']
]
/** So many simulated days are enough for a defect that they are to find. */
const histories = 400

/** Each layer of tests by itself: what it finds in a folder first, `null` where nothing. */
export const layers = {
  /** The tests beside the program. */
  tests: (folder: string): string | null => {
    for (const args of unitTests) {
      const output = failedRun(folder, [vitest, 'run', '--bail=1', ...args])
      if (output !== null)
        return /FAIL.*?\.test\.ts > (.*)/.exec(output)?.[1]?.trim() ?? silent(output)
    }
    return null
  },
  /** Simulated days alone, and where they find nothing the crash matrix. */
  simulation: (folder: string): string | null => {
    const days = ['scripts/simulate.mjs', `--histories=${histories}`, '--seed=1', '--enough=1']
    const output = failedRun(folder, days)
    if (output !== null) return inDays(output)
    const matrix = failedRun(folder, [vitest, 'run', '--bail=1', 'simulation/crash-matrix'])
    return matrix === null ? null : 'crash matrix'
  }
} as const

/** One of them. */
export type Layer = keyof typeof layers

function inDays(output: string): string {
  const promise = /^ {2}(I\d+|bug): /m.exec(output)?.[1]
  const played = /^histories (\d+),/m.exec(output)?.[1]
  if (promise !== undefined && played !== undefined) return `${promise}, history ${played}`
  // Nothing was promised and broken, but the queue no longer comes to an end.
  return /^Error: (.+)$/m.exec(output)?.[1] ?? silent(output)
}

/** What a run printed that failed; `null` for one that did not. */
function failedRun(folder: string, args: readonly string[]): string | null {
  const run = spawnSync(process.execPath, [...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 900_000,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }
  })
  return run.status === 0 ? null : `${run.stdout}\n${run.stderr}`
}

/** A run that failed and names nothing is no evidence, and ends the calibration. */
function silent(output: string): never {
  throw new Error(`A run failed and does not say of what:\n${output.slice(-2_000)}`)
}
