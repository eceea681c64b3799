import type { Locator, Page } from 'playwright-core'
import { shown } from './screen.ts'

/** A file as a test drops it. */
export interface TestFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The region in which lists are imported. */
export function importRegion(window: Page): Locator {
  return window.getByRole('region', { name: 'Import', exact: true })
}

/** A button of that region. */
export function importButton(window: Page, name: string): Locator {
  return importRegion(window).getByRole('button', { name, exact: true })
}

/** Drops files on the window as the platform does: held over it first, then let go. */
export async function dropFiles(window: Page, files: readonly TestFile[]): Promise<void> {
  const plain = files.map(({ name, bytes }) => ({ name, bytes: [...bytes] }))
  await window.evaluate((dropped) => {
    const transfer = new DataTransfer()
    for (const { name, bytes } of dropped)
      transfer.items.add(new File([new Uint8Array(bytes)], name))
    for (const type of ['dragenter', 'dragover', 'drop'] as const) {
      const event = new DragEvent(type, {
        bubbles: true,
        cancelable: true,
        dataTransfer: transfer
      })
      document.body.dispatchEvent(event)
    }
  }, plain)
}

/** Gives files to the page's input for them. */
export async function chooseFiles(window: Page, files: readonly TestFile[]): Promise<void> {
  await window.getByLabel('Import file', { exact: true }).setInputFiles(
    files.map(({ name, bytes }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes)
    }))
  )
}

/** Waits until the plan shows this count, such as "Add 10". */
export async function planShows(window: Page, count: string): Promise<void> {
  await shown(importRegion(window).getByText(count, { exact: true }))
}

/** Text as the bytes of a code page; throws for a letter that it does not have. */
export function inCodePage(label: string, text: string): Uint8Array {
  const decoder = new TextDecoder(label)
  const bytes = new Map<string, number>()
  for (let byte = 255; byte >= 0; byte -= 1) bytes.set(decoder.decode(new Uint8Array([byte])), byte)
  return Uint8Array.from(text, (letter) => {
    const byte = bytes.get(letter)
    if (byte === undefined) throw new Error(`${label} has no ${letter}`)
    return byte
  })
}

/** Text as bytes of UTF-8. */
export function inUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
