import type { Plan } from './plan.ts'
import type { Verdict } from './verdict.ts'

/** A plan as it is stored: UTF-8 JSON in which equal neighbours are written once. */
interface Sealed {
  readonly version: 1
  readonly runs: readonly (readonly [Verdict, number])[]
  readonly names: readonly string[]
  readonly missing: Plan['missing']
}

/** Packs a plan into bytes, for storing. */
export function sealPlan(plan: Plan): Uint8Array {
  const sealed: Sealed = {
    version: 1,
    runs: runsOf(plan.verdicts),
    names: plan.names,
    missing: plan.missing
  }
  return new TextEncoder().encode(JSON.stringify(sealed))
}

/** Unpacks what `sealPlan` packed; throws on anything else, for only our own store keeps such bytes. */
export function unsealPlan(bytes: Uint8Array): Plan {
  const { runs, names, missing } = JSON.parse(new TextDecoder().decode(bytes)) as Sealed
  const verdicts = runs.flatMap(([verdict, count]) => Array.from({ length: count }, () => verdict))
  if (verdicts.length !== names.length)
    throw new Error('A stored plan has more names than verdicts')
  return { verdicts, names, missing }
}

function runsOf(verdicts: readonly Verdict[]): (readonly [Verdict, number])[] {
  const runs: [Verdict, number][] = []
  for (const verdict of verdicts) {
    const last = runs.at(-1)
    if (last !== undefined && last[0] === verdict) last[1] += 1
    else runs.push([verdict, 1])
  }
  return runs
}
