import { setTimeout as pause } from 'node:timers/promises'

/** How long to look, and how often, ms. */
export interface Patience {
  readonly withinMs: number
  readonly everyMs?: number
}

/** Looks until something holds. Says whether it came to hold in time. */
export async function comesTrue(
  check: () => boolean | Promise<boolean>,
  { withinMs, everyMs = 20 }: Patience
): Promise<boolean> {
  const end = performance.now() + withinMs
  for (;;) {
    if (await check()) return true
    if (performance.now() >= end) return false
    await pause(everyMs)
  }
}

/** Looks until something holds. @throws with `what` where it does not in time */
export async function until(
  what: string,
  check: () => boolean | Promise<boolean>,
  withinMs = 30_000
): Promise<void> {
  if (!(await comesTrue(check, { withinMs }))) throw new Error(`Not within ${withinMs} ms: ${what}`)
}
