/** What to do when the window's process is gone. */
export type AfterCrash = 'nothing' | 'reload' | 'explain'

/** Why a process is gone, as the runtime tells it. */
export type Reason =
  | 'clean-exit'
  | 'abnormal-exit'
  | 'killed'
  | 'crashed'
  | 'oom'
  | 'launch-failed'
  | 'integrity-failure'
  | 'memory-eviction'

/** A second crash within this time is explained rather than tried away, ms. */
const soon = 60_000

/** Decides what follows a crash: the first is reloaded, one soon after it is explained. Times on one clock, ms. */
export function afterCrash(reason: Reason, lastCrash: number | null, now: number): AfterCrash {
  if (reason === 'clean-exit') return 'nothing'
  return lastCrash !== null && now - lastCrash < soon ? 'explain' : 'reload'
}
