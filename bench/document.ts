import type { Machine } from './machine.ts'
import type { Measure } from './measure.ts'
import type { Million } from './million.ts'
import type { Soaked } from './soaked.ts'
import type { OwnRun } from './own-runs.ts'
import type { Row } from './row.ts'
import type { Size } from './sizes.ts'

/** What docs/performance.json holds. */
export interface Document {
  readonly machine: Machine
  /** Where the peers were measured, in an earlier run or the same; `null`: nowhere. */
  readonly peersMachine: Machine | null
  readonly rows: readonly Row[]
  /** Numbers that no goal is set for. */
  readonly extras: readonly Measure[]
  readonly sizes: readonly Size[]
  /** A million operators, and where that was measured: a run of its own. */
  readonly million?: OwnRun<Million>
  /** The hours that the app was driven through, likewise. */
  readonly soak?: OwnRun<Soaked>
}

/** A document of which only some is written, by an older version: what it lacks is empty. */
export function wholeDocument(before: Partial<Document>, machine: Machine): Document {
  const rows = (before.rows ?? []).filter((row) => 'measures' in row)
  return { machine, peersMachine: null, extras: [], sizes: [], ...before, rows }
}

/** The document with what runs of their own had found before. */
export function keepOwnRuns(fresh: Document, { million, soak }: Partial<Document>): Document {
  return { ...fresh, ...(million && { million }), ...(soak && { soak }) }
}

/**
 * The document with the peers of an earlier one, where that was measured on such a machine: a run without
 * peers is not to lose what the run for a release found.
 */
export function keepPeers(fresh: Document, before: Partial<Document>): Document {
  const peersMachine = before.peersMachine ?? null
  if (peersMachine === null || !areAlike(fresh.machine, peersMachine)) return fresh
  const measures = (before.rows ?? []).flatMap((row) => row.measures)
  const rows = fresh.rows.map((row) => withPeers(row, measures))
  return { ...fresh, peersMachine, rows }
}

function withPeers(row: Row, before: readonly Measure[]): Row {
  const measures = row.measures.map((measure) => {
    const same = before.find(({ line, what }) => line === measure.line && what === measure.what)
    return { ...measure, peers: same?.peers ?? {} }
  })
  return { ...row, peers: measures[0]?.peers ?? {}, measures }
}

/** Whether numbers of the two may stand side by side. */
function areAlike(one: Machine, other: Machine): boolean {
  const parts = ['cpu', 'cores', 'system', 'electron'] as const
  return parts.every((part) => one[part] === other[part])
}
