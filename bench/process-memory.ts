import { readdir, readFile } from 'node:fs/promises'
import type { Sample } from './interleave.ts'

/** A process and its descendants, by their ids. Linux only; elsewhere none. */
export async function treeOf(root: number): Promise<readonly number[]> {
  const names = await readdir('/proc').catch(() => [])
  const ids = names.map(Number).filter((id) => id > 0)
  const stats = await Promise.all(ids.map(async (id) => [id, await parentOf(id)] as const))
  return treeIn(new Map(stats), root)
}

/** The descendants of a process, itself first. `parents`: by id. */
export function treeIn(parents: ReadonlyMap<number, number | null>, root: number): number[] {
  const children = [...parents].filter(([, parent]) => parent === root).map(([id]) => id)
  return parents.has(root) ? [root, ...children.flatMap((child) => treeIn(parents, child))] : []
}

/** The id of the parent in a line of `/proc/…/stat`; the name before it may hold anything. */
export function parentIn(stat: string): number | null {
  const parent = /^\d+ \(.*\) \S (\d+) /s.exec(stat)?.[1]
  return parent === undefined ? null : Number(parent)
}

/** What a process of an Electron app is for. */
export type ProcessKind = 'main' | 'renderer' | 'gpu' | 'others'

/** Every kind; `others`: the network's process and the ones that new processes are made from. */
export const processKinds = ['main', 'renderer', 'gpu', 'others'] as const satisfies ProcessKind[]

/**
 * What processes have written and share with none, MB, as `private`, and by kind; empty where that cannot be
 * told. Pages of the program's own files do not count: whether they are shared depends on what else runs.
 */
export async function memoryOf(ids: readonly number[]): Promise<Sample> {
  const all = await Promise.all(
    ids.map(async (id) => ({ kind: kindIn(await textOf(id, 'cmdline')), mb: await privateOf(id) }))
  )
  const sum = (of: typeof all): number => of.reduce((total, { mb }) => total + mb, 0)
  if (sum(all) === 0) return {}
  const kinds = processKinds.map((kind) => [
    `private ${kind}`,
    sum(all.filter((one) => one.kind === kind))
  ])
  return { private: sum(all), ...(Object.fromEntries(kinds) as Sample) }
}

/** The kind of process that a command line of `/proc/…/cmdline` starts. */
export function kindIn(commandLine: string): ProcessKind {
  // Chromium's own processes keep theirs with spaces.
  const type = /[\0 ]--type=([^\0 ]+)/.exec(commandLine)?.[1]
  if (type === undefined) return 'main'
  if (type === 'renderer') return 'renderer'
  return type === 'gpu-process' ? 'gpu' : 'others'
}

async function privateOf(id: number): Promise<number> {
  return privateIn(await textOf(id, 'smaps_rollup')) / 1_024
}

function textOf(id: number, file: string): Promise<string> {
  return readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '')
}

/** The private memory, once written, that a text of `/proc/…/smaps_rollup` tells, kB. */
export function privateIn(rollup: string): number {
  const found = rollup.matchAll(/^Private_Dirty: +(\d+) kB$/gm)
  return [...found].reduce((sum, [, kb]) => sum + Number(kb), 0)
}

async function parentOf(id: number): Promise<number | null> {
  return parentIn(await textOf(id, 'stat'))
}
