import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { mutants } from './mutants.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

it.each(mutants.map(({ name, file, from }) => [name, file, from] as const))(
  '"%s" can be planted: the program holds its piece exactly once',
  (_, file, from) => {
    expect(readFileSync(`${root}${file}`, 'utf8').split(from)).toHaveLength(2)
  }
)

it('tells defects apart by their names', () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
})
