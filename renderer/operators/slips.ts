/**
 * How many slips of the hand lead from what was typed to the beginning of a word: a letter left out, put in,
 * mistaken, or two that changed places (the optimal string alignment distance, over the word's prefixes, since
 * one searches while typing). Above `most` it is only known to be more.
 */
export function slips(typed: string, word: string, most: number): number {
  const width = Math.min(word.length, typed.length + most)
  let before: number[] = []
  let last = Array.from({ length: width + 1 }, (_, at) => at)
  for (let row = 1; row <= typed.length; row += 1) {
    const now = nextRow({ typed, word, row, last, before })
    if (Math.min(...now) > most) return most + 1
    before = last
    last = now
  }
  return Math.min(...last)
}

interface Step {
  readonly typed: string
  readonly word: string
  readonly row: number
  readonly last: readonly number[]
  readonly before: readonly number[]
}

function nextRow({ typed, word, row, last, before }: Step): number[] {
  const now = [row]
  for (let at = 1; at < last.length; at += 1) {
    const same = typed[row - 1] === word[at - 1]
    const mistaken = (last[at - 1] as number) + (same ? 0 : 1)
    const least = Math.min(mistaken, (last[at] as number) + 1, (now[at - 1] as number) + 1)
    const swapped =
      row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1]
    now.push(swapped ? Math.min(least, (before[at - 2] as number) + 1) : least)
  }
  return now
}
