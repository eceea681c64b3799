import { ok, type Result } from '../../shared/result.ts'
import { droppedFiles, type DroppedEntry } from './dropped-files.ts'
import type { Given } from './given.ts'
import type { IntakeFailure } from './intake-failure.ts'

/** Who is told of what is dragged over the page, dropped on it, or pasted into it. */
export interface DropTarget {
  /** Files are held over the window, or no longer. */
  readonly hover: (on: boolean) => void
  readonly take: (given: Result<readonly Given[], IntakeFailure>) => void
  readonly pasted: (text: string) => void
  readonly onbug: (error: unknown) => void
}

/**
 * Makes the whole page a place to drop lists on, and to paste them into where no field takes the text.
 * A drop never leads away from the page. Returns how to stop.
 */
export function followDrops(page: Window, target: DropTarget): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const held = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
  const over = (event: DragEvent): void => {
    event.preventDefault()
    if (!held(event)) return
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    target.hover(true)
  }
  page.addEventListener('dragenter', over, { signal })
  page.addEventListener('dragover', over, { signal })
  page.addEventListener(
    'dragleave',
    // Out of the window there is nothing that it is dragged onto.
    (event) => event.relatedTarget === null && target.hover(false),
    { signal }
  )
  page.addEventListener(
    'drop',
    (event) => {
      event.preventDefault()
      target.hover(false)
      if (event.dataTransfer) void takeDrop(event.dataTransfer, target).catch(target.onbug)
    },
    { signal }
  )
  page.addEventListener('paste', (event) => takePaste(event, target), { signal })
  return () => stop.abort()
}

/** Files as something to import; for files that were chosen rather than dropped. */
export async function givenFiles(
  files: Iterable<File>
): Promise<Result<readonly Given[], IntakeFailure>> {
  return asGiven([...files].map(entryOf))
}

async function takeDrop(transfer: DataTransfer, target: DropTarget): Promise<void> {
  // What is dropped can be asked for only now, not after any wait.
  const entries = entriesOf(transfer)
  const text = transfer.getData('text/plain')
  if (entries.length > 0) target.take(await asGiven(entries))
  else target.pasted(text)
}

function entriesOf(transfer: DataTransfer): DroppedEntry[] {
  const entries = [...transfer.items].map((item) =>
    item.kind === 'file' ? item.webkitGetAsEntry() : null
  )
  const whole = entries.length > 0 && entries.every((entry) => entry !== null)
  return whole
    ? (entries as unknown as DroppedEntry[])
    : [...transfer.files].map((file) => entryOf(file))
}

function entryOf(file: File): DroppedEntry {
  return { isFile: true, name: file.name, file: (found) => found(file) }
}

async function asGiven(
  entries: readonly DroppedEntry[]
): Promise<Result<readonly Given[], IntakeFailure>> {
  const files = await droppedFiles(entries)
  if (!files.ok) return files
  return ok(files.value.map((file) => ({ kind: 'file', name: file.name, file })))
}

function takePaste(event: ClipboardEvent, target: DropTarget): void {
  const at = event.target instanceof Element ? event.target : null
  const elsewhere = at?.closest('input, textarea, [contenteditable], dialog') != null
  if (elsewhere || !event.clipboardData || document.querySelector('dialog[open]')) return
  const text = event.clipboardData.getData('text/plain')
  const files = [...event.clipboardData.files]
  if (text.trim() !== '') target.pasted(text)
  else if (files.length > 0)
    void givenFiles(files).then((given) => target.take(given), target.onbug)
}
