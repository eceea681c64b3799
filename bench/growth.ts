/** What a running app uses, once everything that nobody holds is let go of. Bytes, and counts. */
export interface Sizes {
  /** The window: its heap, its elements and other nodes, what listens to events. */
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
  /** Its workers. */
  readonly workers: number
  /** The main process: its heap, what it waits for, its open files. */
  readonly mainHeap: number
  readonly resources: number
  readonly files: number
  /** On the disk: all databases of the window, and the journals. */
  readonly database: number
  readonly journal: number
}

/** Names of what is watched. */
export const sizeNames = [
  'heap',
  'nodes',
  'listeners',
  'workers',
  'mainHeap',
  'resources',
  'files',
  'database',
  'journal'
] as const satisfies readonly (keyof Sizes)[]

/**
 * By how much a size grows over the second half of its samples, by the straight line that fits them best: the
 * first half is for what fills up and then stands, and one sample that is out of line weighs little.
 */
export function growthOf(samples: readonly number[]): number {
  const half = samples.slice(Math.floor(samples.length / 2))
  const middle = (half.length - 1) / 2
  const mean = half.reduce((sum, value) => sum + value, 0) / half.length
  let along = 0
  let square = 0
  half.forEach((value, at) => {
    along += (at - middle) * (value - mean)
    square += (at - middle) ** 2
  })
  return square === 0 ? 0 : (along / square) * (half.length - 1)
}

/** The growth of every size. */
export function allGrowth(samples: readonly Sizes[]): Sizes {
  const growth = sizeNames.map((name) => [
    name,
    Math.round(growthOf(samples.map((sizes) => sizes[name])))
  ])
  return Object.fromEntries(growth) as Record<keyof Sizes, number>
}

/** Words for each size that grows by more than it may over the second half of the samples. */
export function grown(samples: readonly Sizes[], allowed: Sizes): string[] {
  const growth = allGrowth(samples)
  return sizeNames
    .filter((name) => growth[name] > allowed[name])
    .map((name) => `${name} grows by ${growth[name]}, allowed ${allowed[name]}`)
}
