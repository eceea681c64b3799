import type { Sample } from './interleave.ts'
import type { Line } from './lines.ts'
import { measureOf, type Goal, type Measure } from './measure.ts'
import { median } from './median.ts'

/** A number to be told from samples: what it is called there, and what it shall be. */
export interface Question {
  readonly line: Line
  readonly what: string
  readonly unit: string
  readonly goal: Goal
  /** Its name in the samples. */
  readonly of: string
  /** What the floor calls it, where its name differs; `null`: the floor's number says nothing. */
  readonly floorOf?: string | null
  /** Of all rounds: the middle, or the worst where none may be bad. */
  readonly over?: (numbers: readonly number[]) => number
}

/** Samples by subject: `ours`, mostly a `floor`, and peers by their names. */
export type Samples = Readonly<Record<string, readonly Sample[]>>

/** Answers each question that our samples have a number for; peers that have none are left out. */
export function judge(questions: readonly Question[], samples: Samples): Measure[] {
  return questions.flatMap((question) => {
    const ours = numberIn(samples['ours'], question, question.of)
    return ours === null ? [] : [answer(question, samples, ours)]
  })
}

/** The worst of some numbers, where more is worse. */
export function worst(numbers: readonly number[]): number {
  return Math.max(...numbers)
}

function answer(question: Question, samples: Samples, ours: number): Measure {
  const { line, what, unit, goal, of, floorOf = of } = question
  const { floor, ours: own = [], ...others } = samples
  const peers = Object.entries(others).flatMap(([name, list]) => {
    const value = numberIn(list, question, of)
    return value === null ? [] : [[name, value] as const]
  })
  return measureOf({
    ...{ line, what, unit, goal },
    floor: floorOf === null ? null : numberIn(floor, question, floorOf),
    peers: Object.fromEntries(peers),
    ours,
    rounds: own.length
  })
}

function numberIn(
  samples: readonly Sample[] = [],
  { over = median }: Question,
  name: string
): number | null {
  const numbers = samples.map((sample) => sample[name]).filter((number) => number !== undefined)
  return numbers.length === 0 ? null : over(numbers)
}
