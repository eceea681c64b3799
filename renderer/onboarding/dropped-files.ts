import { failed, ok, type Result } from '../../shared/result.ts'
import { limits, type IntakeFailure } from './intake-failure.ts'

/** A file or folder as the platform hands it over on a drop (`DataTransferItem.webkitGetAsEntry`), narrowed to what is used. */
export type DroppedEntry =
  | {
      readonly isFile: true
      readonly name: string
      readonly file: (found: (file: File) => void, lost: () => void) => void
    }
  | { readonly isFile: false; readonly name: string; readonly createReader: () => DroppedFolder }

/** Reads a folder in portions; an empty one ends it. */
export interface DroppedFolder {
  readEntries(found: (entries: readonly DroppedEntry[]) => void, lost: () => void): void
}

const listName = /\.(?:csv|tsv|tab|txt|xlsx)$/iu
const deepest = 5

/**
 * The files of a drop, folders opened: of a folder only those that may be lists by their names, of single
 * files all, for their content decides. Sorted by name, so that a folder always reads alike.
 */
export async function droppedFiles(
  entries: readonly DroppedEntry[]
): Promise<Result<readonly File[], IntakeFailure>> {
  const files: File[] = []
  for (const entry of entries) {
    const found = entry.isFile ? await fileOf(entry) : await filesIn(entry, deepest)
    if (found === null) return failed({ kind: 'unreadable', name: entry.name })
    if (!entry.isFile && found.length === 0)
      return failed({ kind: 'folder-without-lists', name: entry.name })
    files.push(...found)
    if (files.length > limits.files)
      return failed({ kind: 'too-many-files', count: files.length, limit: limits.files })
  }
  return ok(files)
}

type FileEntry = Extract<DroppedEntry, { isFile: true }>
type FolderEntry = Extract<DroppedEntry, { isFile: false }>

function fileOf(entry: FileEntry): Promise<File[] | null> {
  return new Promise((resolve) =>
    entry.file(
      (file) => resolve([file]),
      () => resolve(null)
    )
  )
}

async function filesIn(folder: FolderEntry, depth: number): Promise<File[] | null> {
  const entries = await entriesOf(folder)
  if (entries === null) return null
  const files: File[] = []
  for (const entry of entries) {
    const found = await foundIn(entry, depth)
    if (found === null) return null
    files.push(...found)
    if (files.length > limits.files) return files
  }
  return files
}

function foundIn(entry: DroppedEntry, depth: number): Promise<File[] | null> {
  if (!entry.isFile) return depth === 0 ? Promise.resolve([]) : filesIn(entry, depth - 1)
  // Excel's lock files ("~$team.xlsx") and hidden ones are no lists.
  const isList = listName.test(entry.name) && !/^(?:~\$|\.)/u.test(entry.name)
  return isList ? fileOf(entry) : Promise.resolve([])
}

async function entriesOf(folder: FolderEntry): Promise<DroppedEntry[] | null> {
  const reader = folder.createReader()
  const all: DroppedEntry[] = []
  for (;;) {
    const portion = await new Promise<readonly DroppedEntry[] | null>((resolve) =>
      reader.readEntries(resolve, () => resolve(null))
    )
    if (portion === null) return null
    if (portion.length === 0)
      return all.sort((one, other) => one.name.localeCompare(other.name, 'en'))
    all.push(...portion)
  }
}
