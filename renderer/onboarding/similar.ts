import { distance } from 'fastest-levenshtein'
import { keysOf } from './name-keys.ts'
import type { People, Person } from './people.ts'

/** Someone whose name differs by a letter or two, or has its words in another order: worth a look, never a reason to hold a row back. */
export interface Similar {
  readonly row: number
  readonly person: Person
}

/** A row that will be added: where, and under which name. */
export interface Newcomer {
  readonly row: number
  readonly organizationId: number
  readonly name: string
}

const mostCompared = 2_000_000
const largestBlock = 400

/**
 * Finds for each newcomer the nearest of those who are in the organization. Only names that share a word
 * and differ by two letters in length at most (a comma between them, where they are turned round) are compared; words that hundreds have are passed over, and
 * so is the rest after two million comparisons.
 */
export function findSimilar(newcomers: Iterable<Newcomer>, people: People): Similar[] {
  const blocks = blocksOf(people)
  const found: Similar[] = []
  let left = mostCompared
  for (const newcomer of newcomers) {
    const near = candidates(newcomer, blocks)
    left -= near.length
    if (left < 0) return found
    const person = nearest(newcomer, near)
    if (person !== null) found.push({ row: newcomer.row, person })
  }
  return found
}

type Blocks = ReadonlyMap<string, readonly Person[]>

function blocksOf(people: People): Blocks {
  const blocks = new Map<string, Person[]>()
  const everyone = [...people.values()].flatMap((inside) => [...inside.values()].flat())
  for (const person of everyone) {
    const key = keysOf(person.name).loose
    for (const word of wordsOf(key))
      put(blocks, blockKey(person.organizationId, word, key.length), person)
  }
  return blocks
}

function put(blocks: Map<string, Person[]>, key: string, person: Person): void {
  const block = blocks.get(key)
  if (block === undefined) blocks.set(key, [person])
  else block.push(person)
}

function blockKey(organizationId: number, word: string, length: number): string {
  return `${organizationId}/${length}/${word}`
}

function wordsOf(key: string): string[] {
  return key.split(/[ \-,.]+/u).filter((word) => word.length > 1)
}

function candidates({ organizationId, name }: Newcomer, blocks: Blocks): Person[] {
  if (blocks.size === 0) return []
  const key = keysOf(name).loose
  const lengths = [-2, -1, 0, 1, 2].map((more) => key.length + more)
  const near = wordsOf(key)
    .flatMap((word) =>
      lengths.map((length) => blocks.get(blockKey(organizationId, word, length)) ?? [])
    )
    .filter((block) => block.length <= largestBlock)
  return [...new Set(near.flat())]
}

const digits = /\d+/gu

/** "Operator 1" and "Operator 2" differ by a number, which is no slip of the pen. */
function sameNumbers(one: string, other: string): boolean {
  return (one.match(digits) ?? []).join() === (other.match(digits) ?? []).join()
}

/** "Levi, Dana" is who "Dana Levi" is. */
function isTurned(words: readonly string[], other: string): boolean {
  return [...words].sort().join(' ') === wordsOf(other).sort().join(' ')
}

function nearest({ name }: Newcomer, near: readonly Person[]): Person | null {
  const key = keysOf(name).loose
  const words = wordsOf(key)
  const last = words.at(-1) ?? key
  let best: Person | null = null
  let least = key.length < 8 ? 2 : 3
  for (const person of near) {
    const other = keysOf(person.name).loose
    const turned = other.startsWith(last) && isTurned(words, other)
    const far = turned ? 0.5 : distance(key, other)
    if (key === other || far >= least || !sameNumbers(key, other)) continue
    least = far
    best = person
  }
  return best
}
