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

/**
 * What processes have written and share with none, MB, as `private`; empty where that cannot be told. Pages
 * of the program's own files do not count: whether they are shared depends on what else runs.
 */
export async function memoryOf(ids: readonly number[]): Promise<Sample> {
  const texts = await Promise.all(
    ids.map((id) => readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => ''))
  )
  const kb = texts.map(privateIn).reduce((sum, one) => sum + one, 0)
  return kb === 0 ? {} : { private: kb / 1_024 }
}

/** The private memory, once written, that a text of `/proc/…/smaps_rollup` tells, kB. */
export function privateIn(rollup: string): number {
  const found = rollup.matchAll(/^Private_Dirty: +(\d+) kB$/gm)
  return [...found].reduce((sum, [, kb]) => sum + Number(kb), 0)
}

async function parentOf(id: number): Promise<number | null> {
  return parentIn(await readFile(`/proc/${id}/stat`, 'utf8').catch(() => ''))
}
