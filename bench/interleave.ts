/** What one run of a subject measured, by name. */
export type Sample = Readonly<Record<string, number>>

/**
 * Runs every subject once a round, so that whatever else the machine does befalls all of them; every other
 * round goes through them backwards. The first round warms up and is dropped.
 */
export async function interleave<Name extends string>(
  subjects: Readonly<Record<Name, () => Promise<Sample>>>,
  rounds: number
): Promise<Readonly<Record<Name, readonly Sample[]>>> {
  const names = Object.keys(subjects) as Name[]
  const samples = Object.fromEntries(names.map((name) => [name, [] as Sample[]])) as Record<
    Name,
    Sample[]
  >
  for (let round = 0; round <= rounds; round += 1) {
    const turns = round % 2 === 0 ? names : names.toReversed()
    for (const name of turns) {
      const sample = await subjects[name]()
      samples[name].push(sample)
    }
  }
  for (const name of names) samples[name].shift()
  return samples
}

/** The numbers of one name in some samples. */
export function numbersOf(samples: readonly Sample[], name: string): number[] {
  return samples.map((sample) => {
    const number = sample[name]
    if (number === undefined) throw new RangeError(`No ${name} was measured`)
    return number
  })
}
