import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { keepPeers, type Document } from './document.ts'
import { machineText, type Machine } from './machine.ts'
import type { Measure } from './measure.ts'
import { rowsOf } from './row.ts'
import type { Setup } from './setup.ts'
import type { Size } from './sizes.ts'
import { markdownExtras, markdownReasons, markdownSizes, markdownTable } from './table.ts'

/** Where the table stands in the page. */
const from = '<!-- measured: written by `npm run bench` and `npm run bench:peers` -->'
const to = '<!-- end of what was measured -->'

/** All that a run found. */
export interface Found {
  readonly machine: Machine
  readonly measures: readonly Measure[]
  readonly sizes: readonly Size[]
}

/** The page with other tables in it; what people wrote around them stays. */
export function pageWith(page: string, document: Document): string {
  const [before, rest] = page.split(from)
  const after = rest?.split(to)[1]
  if (before === undefined || after === undefined)
    throw new Error(`The page has no place for the table, between ${from} and ${to}`)
  return [`${before}${from}`, ...sections(document), `${to}${after}`].join('\n\n')
}

function sections({ machine, peersMachine, rows, extras, sizes }: Document): string[] {
  const missed = markdownReasons(rows)
  const peers =
    peersMachine === null ? 'without peers' : `in a run of its own: ${machineText(peersMachine)}`
  const isOneRun = JSON.stringify(machine) === JSON.stringify(peersMachine)
  return [
    `${machineText(machine)}. The peers were measured ${isOneRun ? 'in the same run' : peers}.`,
    markdownTable(rows),
    ...(missed === '' ? [] : ['### Goals that this run missed, and why', missed]),
    '### Memory',
    markdownExtras(extras),
    '### Size',
    markdownSizes(sizes)
  ]
}

/** Writes what was found to docs/performance.md and docs/performance.json. */
export async function writeReport({ root, peers }: Setup, found: Found): Promise<void> {
  const page = join(root, 'docs/performance.md')
  const json = join(root, 'docs/performance.json')
  const rows = rowsOf(found.measures.filter(({ goal }) => goal !== 'none'))
  const extras = found.measures.filter(({ goal }) => goal === 'none')
  const fresh: Document = { ...found, peersMachine: peers ? found.machine : null, rows, extras }
  // Written by this very function, or by an older one that told less.
  const before = JSON.parse(await readFile(json, 'utf8')) as Partial<Document>
  const document = peers ? fresh : keepPeers(fresh, before)
  await write(page, pageWith(await readFile(page, 'utf8'), document))
  await write(json, JSON.stringify(document))
}

/** In the form that the project's files have. */
async function write(file: string, text: string): Promise<void> {
  const options = await resolveConfig(file)
  await writeFile(file, await format(text, { ...options, filepath: file }))
}
