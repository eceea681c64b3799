import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { journalsIn } from './journal-watch.ts'

/** Spoils one of the durable places of a profile whose app does not run. @throws where it is not there */
export type Damage = (userDataDir: string) => Promise<void>

/** The window's databases are gone, as after Chromium's own reset. */
export async function deleteDatabases(userDataDir: string): Promise<void> {
  await rm(await databasesOf(userDataDir), { recursive: true })
}

/** What the window's databases hold is something else; that they are databases can still be told. */
export async function spoilContents(userDataDir: string): Promise<void> {
  const files = await filesIn(await databasesOf(userDataDir))
  const contents = files.filter((path) => /\.(log|ldb)$/.test(path))
  for (const path of contents) await writeFile(path, 'no content\n'.repeat(500))
}

/** Every file of the window's databases holds something else. */
export async function spoilDatabases(userDataDir: string): Promise<void> {
  const folder = await databasesOf(userDataDir)
  for (const path of await filesIn(folder)) await writeFile(path, 'not a database\n'.repeat(50))
}

/** The journal is gone. */
export async function deleteJournal(userDataDir: string): Promise<void> {
  await rm(journalOf(userDataDir))
}

/** The last line was not written to its end. */
export async function tearJournal(userDataDir: string): Promise<void> {
  const path = journalOf(userDataDir)
  await truncate(path, (await stat(path)).size - 10)
}

/** One bit of a line of that kind is another one. */
export function flipIn(kind: 'queued' | 'intent'): Damage {
  return async (userDataDir) => {
    const path = journalOf(userDataDir)
    const bytes = await readFile(path)
    const at = bytes.indexOf(`"kind":"${kind}"`)
    if (at < 0) throw new Error(`The journal has no line of the kind ${kind}`)
    bytes[at + 9] = (bytes[at + 9] ?? 0) ^ 1
    await writeFile(path, bytes)
  }
}

/** Several at once. */
export function both(...damages: readonly Damage[]): Damage {
  return async (userDataDir) => {
    for (const damage of damages) await damage(userDataDir)
  }
}

function journalOf(userDataDir: string): string {
  const [path] = journalsIn(userDataDir)
  if (path === undefined) throw new Error('There is no journal')
  return path
}

async function databasesOf(userDataDir: string): Promise<string> {
  const folder = join(userDataDir, 'Partitions', 'switchboard', 'IndexedDB')
  if ((await filesIn(folder)).length === 0) throw new Error('There are no databases')
  return folder
}

async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name))
}
