import type { Sizes } from './sizes.ts'

/** How much more of each may be used at the end than at the start. */
export type GrowthBound = Sizes

/** Words for each size that grew by more than it may. */
export function grown(start: Sizes, end: Sizes, bound: GrowthBound): string[] {
  const names = Object.keys(bound) as (keyof Sizes)[]
  return names
    .filter((name) => end[name] - start[name] > bound[name])
    .map((name) => `${name} grew from ${start[name]} to ${end[name]}, by more than ${bound[name]}`)
}
