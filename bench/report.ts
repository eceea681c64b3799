import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { keepOwnRuns, keepPeers, wholeDocument, type Document } from './document.ts'
import { machineText, type Machine } from './machine.ts'
import type { Measure } from './measure.ts'
import { millionText, soakText } from './own-runs.ts'
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

function sections(document: Document): string[] {
  const { million, soak, rows } = document
  return [
    ...(rows.length > 0 ? tables(document) : []),
    ...(million ? [millionText(million)] : []),
    ...(soak ? [soakText(soak)] : [])
  ]
}

function tables({ machine, peersMachine, rows, extras, sizes }: Document): string[] {
  const missed = markdownReasons(rows)
  return [
    `${machineText(machine)}. ${peersText(machine, peersMachine)}`,
    markdownTable(rows),
    ...(missed === '' ? [] : ['### Goals that this run missed, and why', missed]),
    '### Memory',
    markdownExtras(extras),
    '### Size',
    markdownSizes(sizes)
  ]
}

function peersText(machine: Machine, peersMachine: Machine | null): string {
  if (peersMachine === null) return 'The peers were not measured.'
  const isOneRun = JSON.stringify(machine) === JSON.stringify(peersMachine)
  const run = isOneRun ? 'in the same run' : `in a run of its own: ${machineText(peersMachine)}`
  return `The peers were measured ${run}.`
}

/** What is found in runs of their own. */
export type OwnRuns = Pick<Document, 'million' | 'soak'>

interface Files {
  readonly page: string
  readonly json: string
}

function filesOf(root: string): Files {
  return { page: join(root, 'docs/performance.md'), json: join(root, 'docs/performance.json') }
}

/** Writes what was found to docs/performance.md and docs/performance.json. */
export async function writeReport({ root, peers }: Setup, found: Found): Promise<void> {
  const files = filesOf(root)
  const rows = rowsOf(found.measures.filter(({ goal }) => goal !== 'none'))
  const extras = found.measures.filter(({ goal }) => goal === 'none')
  const { machine, sizes } = found
  const fresh: Document = {
    ...{ machine, peersMachine: peers ? machine : null },
    ...{ rows, extras, sizes }
  }
  const before = await written(files)
  const withOwnRuns = keepOwnRuns(fresh, before)
  await writeDocument(files, peers ? withOwnRuns : keepPeers(withOwnRuns, before))
}

/** Puts what a run of its own found beside the tables; these stay as they are. */
export async function writeOwnRun(root: string, run: OwnRuns): Promise<void> {
  const files = filesOf(root)
  const machine = (run.million ?? run.soak)?.machine
  if (!machine) return
  await writeDocument(files, { ...wholeDocument(await written(files), machine), ...run })
}

/** Written by this very project, or by an older version of it that told less. */
async function written({ json }: Files): Promise<Partial<Document>> {
  return JSON.parse(await readFile(json, 'utf8')) as Partial<Document>
}

async function writeDocument({ page, json }: Files, document: Document): Promise<void> {
  await write(page, pageWith(await readFile(page, 'utf8'), document))
  await write(json, JSON.stringify(document))
}

/** In the form that the project's files have. */
async function write(file: string, text: string): Promise<void> {
  const options = await resolveConfig(file)
  await writeFile(file, await format(text, { ...options, filepath: file }))
}
