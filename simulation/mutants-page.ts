import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Layer } from './detectors.ts'
import { mutants } from './mutants.ts'

/** What each layer that was run found of a defect; `null` where it found nothing. */
export type Fate = Partial<Record<Layer, string | null | undefined>>

const head = `# Planted defects

Tests that cannot fail prove nothing. \`npm run mutants\` plants each of these defects alone in a copy of the
program, and runs the tests beside the program and, by themselves, simulated days and the crash matrix against it.
It fails unless every one is found, and writes this page. \`--layer=simulation\` or \`--layer=tests\` runs one layer.

| Defect | Where | The tests find it by | Simulated days alone |
| --- | --- | --- | --- |
`

/** What the page says, by the name of the defect. */
export function readFates(page: string): Map<string, Fate> {
  if (!existsSync(page)) return new Map()
  const rows = readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
  return new Map(
    rows.slice(2).map((row) => {
      const [name = '', , tests, simulation] = row.slice(2, -2).split(/ \| /)
      const fate = { tests: found(tests), simulation: found(simulation) }
      return [name, fate]
    })
  )
}

/** Writes the page. */
export function writeFates(page: string, fates: ReadonlyMap<string, Fate>): void {
  const rows = mutants.map(({ name, file }) => {
    const { tests, simulation } = fates.get(name) ?? {}
    return `| ${name} | \`${basename(file)}\` | ${cell(tests)} | ${cell(simulation)} |\n`
  })
  writeFileSync(page, head + rows.join(''))
}

/** What a page says of a layer that found nothing, and of one that was not run. */
const nothing = 'nothing'
const notRun = 'not run yet'

function cell(found: string | null | undefined): string {
  return found === undefined ? notRun : (found ?? nothing)
}

function found(text: string | undefined): string | null | undefined {
  if (text === undefined || text === notRun) return undefined
  return text === nothing ? null : text
}
