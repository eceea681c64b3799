import type { Sample, Subject } from './interleave.ts'

/**
 * Peers that may fail: one that does, or is not done after so long, is told of and has no numbers in that
 * round. What the others took minutes to measure is not lost by it.
 */
export function lenient(
  peers: Readonly<Record<string, Subject>>,
  say: (line: string) => void,
  withinMs = 90_000
): Record<string, Subject> {
  const excused = Object.entries(peers).map(([name, run]) => [
    name,
    async (): Promise<Sample> => {
      try {
        return await inTime(run(), withinMs)
      } catch (error) {
        say(`${name} measured nothing: ${error instanceof Error ? error.message : String(error)}`)
        return {}
      }
    }
  ])
  return Object.fromEntries(excused) as Record<string, Subject>
}

function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not done after ${ms / 1_000} s`)), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
