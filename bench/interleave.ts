/** What one run of a subject measured, by name. */
export type Sample = Readonly<Record<string, number>>

/** Something to measure, once a call. */
export type Subject = () => Promise<Sample>

/**
 * Runs every subject once a round, so that whatever else the machine does befalls all of them; every other
 * round goes through them backwards. The first round warms up and is dropped.
 */
export async function interleave(
  subjects: Readonly<Record<string, Subject>>,
  rounds: number
): Promise<Readonly<Record<string, readonly Sample[]>>> {
  const turns = Object.entries(subjects).map(([name, run]) => ({
    name,
    run,
    samples: [] as Sample[]
  }))
  for (let round = 0; round <= rounds; round += 1) {
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) {
      turn.samples.push(await twice(turn.run))
    }
  }
  return Object.fromEntries(turns.map(({ name, samples }) => [name, samples.slice(1)]))
}

/** A window that lost a click on a busy machine is no reason to lose minutes of measuring: it gets another try. */
async function twice(run: Subject): Promise<Sample> {
  try {
    return await run()
  } catch {
    return run()
  }
}
