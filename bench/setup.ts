import type { Measure } from './measure.ts'
import type { Programs } from './program.ts'

/** What a part of the benchmark is given. */
export interface Setup {
  readonly root: string
  readonly programs: Programs
  readonly rounds: number
  /** Whether the peers take part; their pages are in the stage then. */
  readonly peers: boolean
  readonly say: (line: string) => void
}

/** A part of the benchmark. */
export type Part = (setup: Setup) => Promise<readonly Measure[]>
