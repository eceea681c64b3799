/** What happened in a run, to be told at its end. */
export interface Figures {
  readonly seed: number
  readonly kills: Readonly<Record<'main' | 'renderer' | 'tree' | 'starting', number>>
  /** Kills by the moment at which they struck. */
  readonly moments: Readonly<Record<string, number>>
  readonly adds: number
  readonly statuses: number
  /** Edits that the window had shown as kept before it was killed. */
  readonly shown: number
  readonly duplicates: number
  readonly losses: number
  readonly clobbers: number
  readonly open: number
  readonly undecidable: number
  readonly asked: number
  /** From starting to rows on screen, and from the window's death to rows again, ms. */
  readonly starts: readonly number[]
  readonly reloads: readonly number[]
  /** What went wrong at the service, by kind. */
  readonly faults: Readonly<Record<string, number>>
  /** How often the token was refused and the person signed in again, beside the rests. */
  readonly signIns: number
  readonly requests: number
  readonly seconds: number
  /** From the press on "Add" until the names are stored, for each action, ms. */
  readonly kept: readonly number[]
  readonly mostInASecond: number
}

/** Says it in a few lines. */
export function figureLines(figures: Figures): string[] {
  const { kills, adds, statuses, asked } = figures
  const all = sumOf(kills)
  const edits = adds + statuses
  const share = edits === 0 ? 0 : (asked / edits) * 100
  return [
    `seed ${figures.seed}, ${figures.seconds.toFixed(0)} s, ${figures.requests} requests, ${sumOf(figures.faults)} faults`,
    `kills ${all}: main process ${kills.main}, window ${kills.renderer}, whole app ${kills.tree}, while starting ${kills.starting}`,
    `moments: ${counted(figures.moments)}`,
    `faults: ${counted(figures.faults)}; signed in again ${figures.signIns}`,
    `adds ${adds}, statuses ${statuses}, shown as kept ${figures.shown}`,
    `duplicates ${figures.duplicates}, losses ${figures.losses}, overwritten ${figures.clobbers}, never ended ${figures.open}`,
    `asked of a person ${asked} (${share.toFixed(1)} %), a colleague's row taken for ours ${figures.undecidable}`,
    `from Add to stored: ${spread(figures.kept)}; most requests in any second ${figures.mostInASecond}`,
    `start to rows: ${spread(figures.starts)}; window back after its death: ${spread(figures.reloads)}`
  ]
}

function counted(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

function spread(times: readonly number[]): string {
  if (times.length === 0) return 'none'
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  return `median ${at(0.5).toFixed(0)} ms, p99 ${at(0.99).toFixed(0)} ms, longest ${at(1).toFixed(0)} ms`
}
