import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { machineText, type Machine } from './machine.ts'
import type { Row } from './row.ts'
import { markdownTable } from './table.ts'

/** Where the table stands in the page. */
const from = '<!-- measured: written by `npm run bench` -->'
const to = '<!-- end of what was measured -->'

/** The page with another table in it; what people wrote around it stays. */
export function pageWith(page: string, machine: Machine, rows: readonly Row[]): string {
  const [before, rest] = page.split(from)
  const after = rest?.split(to)[1]
  if (before === undefined || after === undefined)
    throw new Error(`The page has no place for the table, between ${from} and ${to}`)
  return `${before}${from}\n\n${machineText(machine)}.\n\n${markdownTable(rows)}\n\n${to}${after}`
}

/** Writes the measurements to docs/performance.md and docs/performance.json. */
export async function writeReport(
  root: string,
  machine: Machine,
  rows: readonly Row[]
): Promise<void> {
  const json = JSON.stringify({ machine, rows })
  const page = join(root, 'docs/performance.md')
  await write(page, pageWith(await readFile(page, 'utf8'), machine, rows))
  await write(join(root, 'docs/performance.json'), json)
}

/** In the form that the project's files have. */
async function write(file: string, text: string): Promise<void> {
  const options = await resolveConfig(file)
  await writeFile(file, await format(text, { ...options, filepath: file }))
}
