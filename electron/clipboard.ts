import * as electron from 'electron'

/** How older Electrons write the clipboard: all forms in one plain object, at once. */
interface PlainClipboard {
  write(data: { readonly text: string; readonly html: string }): void
}

/** Puts a text on the clipboard and, where given, the same as HTML, for programs that paste tables. */
export async function copy(text: string, html: string | null): Promise<void> {
  if (html === null) {
    await electron.clipboard.writeText(text)
    return
  }
  const { ClipboardItem } = electron as Partial<typeof electron>
  if (ClipboardItem)
    await electron.clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })])
  else (electron.clipboard as unknown as PlainClipboard).write({ text, html })
}
